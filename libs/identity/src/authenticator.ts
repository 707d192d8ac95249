import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { rememberCaller, Settings, unauthenticated } from '#platform';
import { hashSecret, opens, readToken, type Secrets } from './keys/api-key.token.js';
import { ApiKeysQueries, type KeyRow } from './keys/api-keys.queries.js';
import { LastUses } from './keys/api-key-last-uses.js';
import type { Principal } from './principal.js';

/** How long a key that was looked up is trusted. A revocation holds everywhere after this time. */
const TRUST_MS = 1_000;
const REMEMBERED = 10_000;

interface Remembered {
  readonly principal: Principal;
  readonly secrets: Secrets;
  readonly until: number;
}

/** Finds out who is asking, before the body is read. */
@Injectable()
export class Authenticator {
  private readonly remembered = new Map<string, Remembered>();
  private readonly bootstrapHash: Buffer | undefined;

  constructor(
    private readonly keys: ApiKeysQueries,
    private readonly uses: LastUses,
    settings: Settings,
  ) {
    const bootstrapKey = settings.bootstrapAdminKey;
    this.bootstrapHash = bootstrapKey === undefined ? undefined : hashSecret(bootstrapKey);
  }

  readonly middleware = (request: Request, _response: Response, next: NextFunction): void => {
    const token = /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) return next(unauthenticated());
    this.principalOf(token).then(
      (principal) => {
        if (principal === undefined) return next(unauthenticated());
        rememberCaller(request, principal);
        next();
      },
      (error: unknown) => next(error),
    );
  };

  private async principalOf(token: string): Promise<Principal | undefined> {
    const parts = readToken(token);
    if (parts === undefined) return this.bootstrapAdmin(token);
    const known = this.remembered.get(parts.id);
    const key = known !== undefined && known.until > Date.now() ? known : await this.lookUp(parts.id);
    if (key === undefined || !opens(key.secrets, parts.secret)) return undefined;
    this.uses.note(parts.id);
    return key.principal;
  }

  private bootstrapAdmin(token: string): Principal | undefined {
    if (this.bootstrapHash === undefined || !timingSafeEqual(this.bootstrapHash, hashSecret(token)))
      return undefined;
    return { id: 'bootstrap-admin', name: 'bootstrap administrator', kind: 'admin', pacts: [], scopes: [] };
  }

  private async lookUp(id: string): Promise<Remembered | undefined> {
    const row = await this.keys.live(id);
    if (row === undefined) return void this.remembered.delete(id);
    const until = Math.min(Date.now() + TRUST_MS, row.expiresAt?.getTime() ?? Infinity);
    const key = { principal: principalOfRow(row), secrets: row, until };
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(id, key);
    return key;
  }
}

const principalOfRow = (row: KeyRow): Principal => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  pacts: row.pacts,
  scopes: row.scopes,
  ...(row.actorId && { actorId: row.actorId }),
});
