import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Log } from '#platform';
import { issuerUnreachable, RETRY_AFTER_S } from './sign-in.problems.js';

/** Younger keys are used as they are, so no token waits for the network. */
const FRESH_MS = 10 * 60_000;
/** Older ones are used while new ones are fetched; from here on not at all. A withdrawn key ends within this time. */
const USABLE_MS = 60 * 60_000;
/** Tokens with unknown keys are free to make, so they lead to one question in this time and no more. */
const PAUSE_MS = 30_000;
const PAUSE_AFTER_FAILURE_MS = RETRY_AFTER_S * 1_000;
const TIMEOUT_MS = 5_000;

interface World {
  readonly fetch: typeof fetch;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

interface Known {
  readonly find: JWTVerifyGetKey;
  readonly learntAt: number;
}

/** Thrown where the issuer answers, but not as one should. The message is a constant. */
class Misbehaved extends Error {}

/** The public keys of an issuer: looked for when the first token comes, then kept. */
export class IssuerKeys {
  private known: Known | undefined;
  private asking: Promise<void> | undefined;
  private askAgainAt = -Infinity;
  private failed = false;

  constructor(
    private readonly issuer: string,
    private readonly log: Log,
    private readonly world: World = { fetch: globalThis.fetch, now: () => performance.now() },
  ) {}

  /** The key that a token names; only the header's `kid` and `alg` say which, and only this issuer says what it is. */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    const known = await this.usable();
    try {
      return await known.find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.ask();
      if (this.failed) throw issuerUnreachable();
      if (this.known === undefined || this.known === known) throw error;
      return this.known.find(header, token);
    }
  };

  private async usable(): Promise<Known> {
    if (this.known !== undefined && this.isYoungerThan(FRESH_MS)) return this.known;
    const asked = this.ask();
    if (this.known === undefined || !this.isYoungerThan(USABLE_MS)) await asked;
    if (this.known === undefined || !this.isYoungerThan(USABLE_MS)) throw issuerUnreachable();
    return this.known;
  }

  private isYoungerThan(ms: number): boolean {
    return this.known !== undefined && this.world.now() - this.known.learntAt < ms;
  }

  /** At most one question at a time, and pauses between them. Never fails: what came of it stands in the fields. */
  private ask(): Promise<void> {
    if (this.asking !== undefined || this.world.now() < this.askAgainAt)
      return this.asking ?? Promise.resolve();
    this.asking = this.learn().then(
      () => this.askedWith(false),
      (error: unknown) => {
        this.log.warn(
          { reason: reasonOf(error) },
          'the issuer of access tokens could not be asked for its keys',
        );
        this.askedWith(true);
      },
    );
    return this.asking;
  }

  private askedWith(failed: boolean): void {
    this.failed = failed;
    this.askAgainAt = this.world.now() + (failed ? PAUSE_AFTER_FAILURE_MS : PAUSE_MS);
    this.asking = undefined;
  }

  private async learn(): Promise<void> {
    const about = await this.read(`${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    if (about['issuer'] !== this.issuer) throw new Misbehaved('it calls itself otherwise than OIDC_ISSUER');
    const address = about['jwks_uri'];
    if (typeof address !== 'string' || !this.isSafe(address))
      throw new Misbehaved('its jwks_uri is no https');
    const keys = (await this.read(address)) as unknown as JSONWebKeySet;
    this.known = { find: createLocalJWKSet(keys), learntAt: this.world.now() };
  }

  private isSafe(address: string): boolean {
    const protocol = URL.canParse(address) ? new URL(address).protocol : '';
    return protocol === 'https:' || (protocol === 'http:' && this.issuer.startsWith('http:'));
  }

  private async read(address: string): Promise<Record<string, unknown>> {
    const answer = await this.world.fetch(address, {
      headers: { Accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) throw new Misbehaved(`it answers ${answer.status}`);
    const read: unknown = await answer.json();
    if (typeof read !== 'object' || read === null) throw new Misbehaved('it answers no object');
    return read as Record<string, unknown>;
  }
}

/** Other messages may quote what was received. */
function reasonOf(error: unknown): string {
  if (error instanceof Misbehaved) return error.message;
  const { cause, name } = error as Error;
  return (cause as { code?: string } | undefined)?.code ?? name;
}
