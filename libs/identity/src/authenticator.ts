import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { rememberCaller, Settings, unauthenticated } from '#platform';
import { hashSecret, opens, readToken, type Secrets } from './keys/api-key.token.js';
import { ApiKeysQueries, type KeyRow } from './keys/api-keys.queries.js';
import { LastUses } from './keys/api-key-last-uses.js';
import type { Account } from './principal.js';
import { People } from './sign-in/people.js';
import { refusedToken } from './sign-in/sign-in.problems.js';

/** How long a key that was looked up is trusted. A revocation holds everywhere after this time. */
const TRUST_MS = 1_000;
const REMEMBERED = 10_000;
/** Larger than any key, and than access tokens of issuers that put a lot into them. */
const BEARER = /^Bearer ([\x21-\x7e]{1,8192})$/i;

interface Remembered {
  readonly account: Account;
  readonly secrets: Secrets;
  readonly until: number;
}

/** Finds out who is asking, before the body is read. */
@Injectable()
export class Authenticator {
  private readonly known = new Map<string, Remembered>();
  private readonly bootstrapHash: Buffer | undefined;

  constructor(
    private readonly keys: ApiKeysQueries,
    private readonly uses: LastUses,
    private readonly people: People,
    settings: Settings,
  ) {
    const bootstrapKey = settings.bootstrapAdminKey;
    this.bootstrapHash = bootstrapKey === undefined ? undefined : hashSecret(bootstrapKey);
  }

  /** Whoever was looked up a moment ago is known without a look at anything: the path of nearly every request. */
  recognise(request: Request): boolean {
    const token = bearerOf(request);
    const account = token === undefined ? undefined : this.rememberedAccount(token);
    if (account === undefined) return false;
    rememberCaller(request, account);
    return true;
  }

  /** @throws Problem `unauthenticated` when the request has no token, or one that is not to be believed. */
  async signIn(request: Request): Promise<void> {
    if (request.headers.authorization === undefined) throw unauthenticated();
    const token = bearerOf(request);
    if (token === undefined) throw refusedToken();
    const account = await this.accountOf(token);
    if (account === undefined) throw refusedToken();
    rememberCaller(request, account);
  }

  private async accountOf(token: string): Promise<Account | undefined> {
    const parts = readToken(token);
    if (parts === undefined) return this.bootstrapAdmin(token) ?? this.people.accountOf(token);
    const key = await this.lookUp(parts.id);
    if (key === undefined || !opens(key.secrets, parts.secret)) return undefined;
    this.uses.note(parts.id);
    return key.account;
  }

  /** A secret that does not fit may be a new one, given out since the key was looked up: then it is looked up again. */
  private rememberedAccount(token: string): Account | undefined {
    const parts = readToken(token);
    if (parts === undefined) return this.people.remembered(token);
    const known = this.known.get(parts.id);
    if (known === undefined || known.until <= Date.now()) return undefined;
    if (!opens(known.secrets, parts.secret)) return undefined;
    this.uses.note(parts.id);
    return known.account;
  }

  private bootstrapAdmin(token: string): Account | undefined {
    if (this.bootstrapHash === undefined || !timingSafeEqual(this.bootstrapHash, hashSecret(token)))
      return undefined;
    const roles = [{ kind: 'admin', pacts: [], scopes: [] } as const];
    return { id: 'bootstrap-admin', name: 'bootstrap administrator', roles };
  }

  private async lookUp(id: string): Promise<Remembered | undefined> {
    const row = await this.keys.live(id);
    if (row === undefined) return void this.known.delete(id);
    const until = Math.min(Date.now() + TRUST_MS, row.expiresAt?.getTime() ?? Infinity);
    const key = { account: accountOfRow(row), secrets: row, until };
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(id, key);
    return key;
  }
}

/** A key has one role, in one pact or several. */
const accountOfRow = ({ id, name, kind, pacts, scopes, actorId }: KeyRow): Account => ({
  id,
  name,
  roles: [{ kind, pacts, scopes, ...(actorId && { actorId }) }],
});

function bearerOf(request: Request): string | undefined {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
  return token === undefined || isGivenTwice(request) ? undefined : token;
}

const NAME = 'authorization';

/** Node keeps the first of two and drops the other; whatever stands before this service may have looked at the second. */
function isGivenTwice({ rawHeaders }: Request): boolean {
  let times = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (name.length === NAME.length && name.toLowerCase() === NAME) times += 1;
  }
  return times > 1;
}
