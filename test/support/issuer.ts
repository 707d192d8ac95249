import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { Provider } from 'oidc-provider';

export const AUDIENCE = 'https://patti.example/api';
/** Whom tokens speak of unless a test says otherwise. */
export const PERSON = 'ada.bonfaldi';
const SECRET = 'a client secret of the tests';
const KID = 'signing-2026';

/** A real OpenID Connect issuer on this machine, with keys that tests may also sign with. */
export interface TestIssuer {
  readonly url: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  /** Through its token endpoint. */
  tokenOf(subject: string): Promise<string>;
  /** Any claims and header, signed with its own key: what is not said is as in a good access token. */
  sign(claims: JWTPayload, header?: object, key?: CryptoKey): Promise<string>;
  close(): Promise<void>;
}

/** What it puts into every token, by subject. */
export type ClaimsOf = (subject: string) => Record<string, unknown>;

export async function startIssuer(
  subjects: readonly string[],
  claimsOf: ClaimsOf = () => ({}),
): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid: KID, alg: 'RS256', use: 'sig' };
  const asked: string[] = [];
  const server = createServer();
  server.on('request', ({ url }) => asked.push(url ?? ''));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = { ...(await exportJWK(privateKey)), kid: KID, alg: 'RS256', use: 'sig' };
  const handle = providerOf(url, key, subjects, claimsOf).callback();
  server.on('request', (request, response) => void handle(request, response));
  return {
    url,
    privateKey,
    publicJwk,
    asked,
    tokenOf: (subject) => tokenFor(url, subject),
    sign: (claims, header = {}, by = privateKey) =>
      new SignJWT({ ...goodClaims(url), ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: KID, typ: 'at+jwt', ...header })
        .sign(by),
    close: () => closed(server),
  };
}

export const goodClaims = (issuer: string): JWTPayload => {
  const now = Math.floor(Date.now() / 1_000);
  return { iss: issuer, aud: AUDIENCE, sub: PERSON, client_id: 'tests', jti: 'x', iat: now, exp: now + 300 };
};

/** Its tokens say all there is to know, so it keeps none. */
const nothing = (): Promise<undefined> => Promise.resolve(undefined);
const FORGETFUL = {
  upsert: nothing,
  find: nothing,
  findByUid: nothing,
  findByUserCode: nothing,
  consume: nothing,
  destroy: nothing,
  revokeByGrantId: nothing,
};

/** Each subject is a client that speaks for itself: its token has the client's id as `sub`. */
function providerOf(url: string, key: JWK, subjects: readonly string[], claimsOf: ClaimsOf): Provider {
  return new Provider(url, {
    adapter: () => FORGETFUL,
    jwks: { keys: [key] },
    clients: subjects.map((id) => ({
      client_id: id,
      client_secret: SECRET,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    ttl: { ClientCredentials: 300 },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        getResourceServerInfo: () => ({
          scope: '',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 300,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    extraTokenClaims: (_context, token) => claimsOf(token.clientId ?? ''),
  });
}

async function tokenFor(url: string, subject: string): Promise<string> {
  const answer = await fetch(`${url}/token`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from(`${subject}:${encodeURIComponent(SECRET)}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: AUDIENCE }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`the issuer gave no token: ${answer.status}`);
  return token;
}

async function closed(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
