import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Log, Settings } from '#platform';
import type { Account } from '../principal.js';
import { merged } from '../role.rules.js';
import { AccessTokens, type AccessToken } from './access-tokens.js';
import { claimedRoles } from './claimed-roles.rules.js';
import { PeopleQueries } from './people.queries.js';

/** How long a token that was checked is trusted. A grant that was revoked ends everywhere after this time. */
const TRUST_MS = 1_000;
const REMEMBERED = 10_000;

interface Remembered {
  readonly account: Account;
  readonly until: number;
}

/** Callers who come with an access token: mostly people. */
@Injectable()
export class People {
  private readonly tokens: AccessTokens | undefined;
  private readonly issuer: string;
  /** By the hash of the token, which is not kept. */
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly queries: PeopleQueries,
    private readonly settings: Settings,
    log: Log,
  ) {
    const { oidcIssuer: issuer = '', oidcAudience: audience, oidcTokenType: type } = settings;
    this.issuer = issuer;
    this.tokens = audience === undefined ? undefined : new AccessTokens({ issuer, audience, type }, log);
  }

  /** Nothing for what is not an access token that this service believes. */
  async accountOf(token: string): Promise<Account | undefined> {
    if (this.tokens === undefined) return undefined;
    const askedAt = Date.now();
    const name = hash('sha256', token, 'base64');
    const known = this.remembered.get(name);
    if (known !== undefined && known.until > askedAt) return known.account;
    const read = await this.tokens.read(token);
    if (read === undefined) return undefined;
    const person = await this.personOf(read);
    const until = Math.min(askedAt + TRUST_MS, read.expiresAt, person.until);
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(name, { ...person, until });
    return person.account;
  }

  private async personOf({ subject, claims }: AccessToken): Promise<Remembered> {
    const { issuer } = this;
    const claim = this.settings.oidcRolesClaim;
    const claimed = claim === undefined ? [] : claimedRoles(claims, claim);
    const known = await this.queries.find(issuer, subject);
    const id = known?.id ?? (await this.queries.idOf(issuer, subject));
    const roles = merged([...(known?.granted ?? []), ...claimed]);
    const account = { id, name: `person-${id.slice(-12)}`, roles, person: { issuer, subject } };
    return { account, until: known?.unchangedUntil ?? Infinity };
  }
}
