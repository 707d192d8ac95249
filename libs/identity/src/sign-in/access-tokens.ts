import { jwtVerify, type JWTPayload } from 'jose';
import { Problem, type Log } from '#platform';
import { IssuerKeys } from './issuer-keys.js';
import { SUBJECT } from './subject.rules.js';

/** Signatures that only the issuer can make. */
const ALGORITHMS = ['RS', 'PS', 'ES']
  .flatMap((family) => ['256', '384', '512'].map((bits) => family + bits))
  .concat('EdDSA', 'Ed25519');
const REQUIRED = ['iss', 'aud', 'exp', 'iat', 'sub'];
const SHAPE = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const LEEWAY_S = 60;
const ACCESS_TOKEN = /^(application\/)?at\+jwt$/i;
const ANY_JWT = /^(application\/)?(at\+)?jwt$/i;
/** Claims of ID tokens, of logout tokens, and of tokens that only the holder of a key may use. */
const NOT_OF_A_BEARER = ['at_hash', 'c_hash', 'events', 'cnf'];

export interface AccessToken {
  readonly subject: string;
  readonly expiresAt: number;
  readonly claims: Readonly<Record<string, unknown>>;
}

interface Expected {
  readonly issuer: string;
  readonly audience: string;
  /** `jwt`: the issuer does not mark its access tokens as such. */
  readonly type: 'at+jwt' | 'jwt';
}

/** A reason of our own, beside those that jose gives. */
class Unfit extends Error {
  constructor(readonly claim: string) {
    super('unfit');
  }
}

/** Checks access tokens as RFC 9068 says. */
export class AccessTokens {
  private readonly keys: IssuerKeys;

  constructor(
    private readonly expected: Expected,
    private readonly log: Log,
  ) {
    this.keys = new IssuerKeys(expected.issuer, log);
  }

  /**
   * What the token says; nothing when it is not to be believed.
   * @throws Problem `issuer-unreachable` when that cannot be found out
   */
  async read(token: string): Promise<AccessToken | undefined> {
    if (!SHAPE.test(token)) return undefined;
    try {
      return await this.verified(token);
    } catch (error) {
      if (error instanceof Problem) throw error;
      const { code, claim } = error as { code?: string; claim?: string };
      // Names from closed lists, so that a wrong setting is found; nothing of the token.
      this.log.info({ reason: code ?? 'unfit', claim }, 'an access token was refused');
      return undefined;
    }
  }

  private async verified(token: string): Promise<AccessToken> {
    const { issuer, audience, type } = this.expected;
    const { payload, protectedHeader } = await jwtVerify(token, this.keys.find, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      requiredClaims: REQUIRED,
      clockTolerance: LEEWAY_S,
    });
    if (!(type === 'jwt' ? ANY_JWT : ACCESS_TOKEN).test(protectedHeader.typ ?? '')) throw new Unfit('typ');
    const misfit = misfitOf(payload);
    if (misfit !== undefined) throw new Unfit(misfit);
    return { subject: payload.sub as string, expiresAt: (payload.exp as number) * 1_000, claims: payload };
  }
}

/** The first claim that does not fit an access token; jose has looked at the common ones. */
function misfitOf(payload: JWTPayload): string | undefined {
  if (typeof payload.sub !== 'string' || !SUBJECT.test(payload.sub)) return 'sub';
  if ((payload.iat as number) > Date.now() / 1_000 + LEEWAY_S) return 'iat';
  // Keycloak tells its kinds of token apart by a claim.
  if (payload['typ'] !== undefined && payload['typ'] !== 'Bearer') return 'typ';
  return NOT_OF_A_BEARER.find((name) => name in payload);
}
