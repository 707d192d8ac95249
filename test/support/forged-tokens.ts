import { createHmac } from 'node:crypto';
import {
  CompactEncrypt,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  SignJWT,
  type CryptoKey,
  type JWTPayload,
} from 'jose';
import { AUDIENCE, goodClaims, PERSON, type TestIssuer } from './issuer.js';

type Forge = (issuer: TestIssuer, good: string) => string | Promise<string>;

const now = (): number => Math.floor(Date.now() / 1_000);
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const parts = (token: string): [string, string, string] => token.split('.') as [string, string, string];
const asNumber = (text: string): number => text as unknown as number;

const withClaims =
  (claims: JWTPayload | ((issuer: TestIssuer) => JWTPayload)): Forge =>
  (issuer) =>
    issuer.sign(typeof claims === 'function' ? claims(issuer) : claims);

const withHeader =
  (header: object): Forge =>
  (issuer) =>
    issuer.sign({}, header);

const without =
  (claim: string): Forge =>
  (issuer) =>
    issuer.sign({ [claim]: undefined });

/** Signed by somebody else, with a header that says where that key is to be had. */
const byAttacker =
  (header: (jwk: object) => object): Forge =>
  async (issuer) => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    return issuer.sign({}, header(await exportJWK(publicKey)), privateKey);
  };

/** A header with members that no signer would write, signed all the same. */
const signedRaw = async (issuer: TestIssuer, header: object): Promise<string> => {
  const text = `${part(header)}.${part(goodClaims(issuer.url))}`;
  const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', issuer.privateKey, Buffer.from(text));
  return `${text}.${Buffer.from(signature).toString('base64url')}`;
};

const hmac = (issuer: TestIssuer, secret: string): string => {
  const text = `${part({ alg: 'HS256', typ: 'at+jwt', kid: issuer.publicJwk.kid })}.${part(goodClaims(issuer.url))}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};

/** Tokens that must open nothing, by what is wrong with them. */
export const FORGED_TOKENS: Readonly<Record<string, Forge>> = {
  'algorithm none': (_, good) => `${part({ alg: 'none', typ: 'at+jwt' })}.${parts(good)[1]}.`,
  'algorithm none, with a signature': (_, good) =>
    `${part({ alg: 'none', typ: 'at+jwt' })}.${parts(good)[1]}.AA`,
  'algorithm None': (issuer) => signedRaw(issuer, { alg: 'None', typ: 'at+jwt' }),
  'algorithm rs256 in lower case': (issuer) => signedRaw(issuer, { alg: 'rs256', typ: 'at+jwt' }),
  'HS256 with the public key as a secret (PEM)': async (issuer) =>
    hmac(issuer, await exportSPKI((await importJWK(issuer.publicJwk, 'RS256')) as CryptoKey)),
  'HS256 with the public key as a secret (JWK)': (issuer) => hmac(issuer, JSON.stringify(issuer.publicJwk)),
  'another algorithm than the key is for': (issuer) =>
    signedRaw(issuer, { alg: 'RS512', typ: 'at+jwt', kid: issuer.publicJwk.kid }),
  'a type that only begins like the right one': withHeader({ typ: 'at+jwt+x' }),
  'another issuer': withClaims({ iss: 'https://issuer.example' }),
  'the issuer with a slash': withClaims(({ url }) => ({ iss: `${url}/` })),
  'a list of issuers': withClaims(({ url }) => ({ iss: [url] as unknown as string })),
  'no issuer': without('iss'),
  'another audience': withClaims({ aud: 'https://other.example' }),
  'no audience': without('aud'),
  'an empty list of audiences': withClaims({ aud: [] }),
  'the audience within a longer one': withClaims({ aud: `${AUDIENCE}/more` }),
  'an audience that begins like it': withClaims({ aud: AUDIENCE.slice(0, -1) }),
  expired: withClaims({ iat: now() - 600, exp: now() - 61 }),
  'no end': without('exp'),
  'an end that is text': withClaims({ exp: asNumber(String(now() + 300)) }),
  'an end that is null': withClaims({ exp: null as unknown as number }),
  'not yet valid': withClaims({ nbf: now() + 90 }),
  'issued in the future': withClaims({ iat: now() + 90 }),
  'no time of issue': without('iat'),
  'no subject': without('sub'),
  'an empty subject': withClaims({ sub: '' }),
  'a subject that is a number': withClaims({ sub: 7 as unknown as string }),
  'a subject with a line break': withClaims({ sub: `${PERSON}\nadmin` }),
  'a subject of 256 characters': withClaims({ sub: 'a'.repeat(256) }),
  'an unknown key': withHeader({ kid: 'somebody' }),
  'a key that climbs out of its folder': withHeader({ kid: '../../../../dev/null' }),
  'a key that is SQL': withHeader({ kid: "' or 1=1 --" }),
  'no key named, signed by another': byAttacker(() => ({ kid: undefined })),
  'the right key named, signed by another': byAttacker(() => ({})),
  'its own key (jwk)': byAttacker((jwk) => ({ jwk })),
  'the address of its own keys (jku)': byAttacker(() => ({ jku: 'http://127.0.0.1:9/keys', kid: 'mine' })),
  'the address of its own certificate (x5u)': byAttacker(() => ({
    x5u: 'http://127.0.0.1:9/x',
    kid: 'mine',
  })),
  'an ID token': withHeader({ typ: 'JWT' }),
  'no type': withHeader({ typ: undefined }),
  'a refresh token of Keycloak': withClaims({ typ: 'Refresh' }),
  'a logout token': withClaims({ events: {} }),
  'a token that only the holder of a key may use': withClaims({ cnf: { jkt: 'x' } }),
  'critical extensions': (issuer) =>
    signedRaw(issuer, { alg: 'RS256', typ: 'at+jwt', kid: issuer.publicJwk.kid, crit: ['x'], x: 1 }),
  'a body that is not encoded': (issuer) =>
    signedRaw(issuer, { alg: 'RS256', typ: 'at+jwt', kid: issuer.publicJwk.kid, crit: ['b64'], b64: false }),
  'a signature that was cut': (_, good) => good.slice(0, -10),
  'no signature': (_, good) => `${parts(good)[0]}.${parts(good)[1]}.`,
  'another body': (issuer, good) =>
    `${parts(good)[0]}.${part({ ...goodClaims(issuer.url), sub: 'admin' })}.${parts(good)[2]}`,
  'one token within another': async (issuer, good) =>
    new SignJWT({ ...goodClaims(issuer.url), token: good, aud: good })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', cty: 'JWT', kid: issuer.publicJwk.kid ?? '' })
      .sign(issuer.privateKey),
  'encrypted to the public key': async (issuer, good) =>
    new CompactEncrypt(Buffer.from(good))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', typ: 'at+jwt' })
      .encrypt(await importJWK({ ...issuer.publicJwk, alg: 'RSA-OAEP-256', use: 'enc' }, 'RSA-OAEP-256')),
  'a body that is a list': async (issuer) => {
    const text = `${part({ alg: 'RS256', typ: 'at+jwt', kid: issuer.publicJwk.kid })}.${part([1])}`;
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', issuer.privateKey, Buffer.from(text));
    return `${text}.${Buffer.from(signature).toString('base64url')}`;
  },
  'two dots and no sense': () => 'canary.canary.canary',
  'only dots': () => '..',
  'four parts': (_, good) => `${good}.AA`,
  'a token twice in one header': (_, good) => `${good},${good}`,
  '9,000 characters': (issuer) => issuer.sign({ more: 'a'.repeat(6_500) }),
  'base64 that is not for addresses': (_, good) => `${good.slice(0, -2)}+/`,
};
