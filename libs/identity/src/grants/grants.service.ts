import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import {
  Created,
  Database,
  forbidden,
  invalidRequest,
  notFound,
  Resource,
  Settings,
  type FieldError,
} from '#platform';
import type { Principal } from '../principal.js';
import { ReferencesQueries } from '../references.queries.js';
import { PeopleQueries } from '../sign-in/people.queries.js';
import type { GrantRequest } from './grant.dto.js';
import { ownGrant, signInNotConfigured } from './grant.problems.js';
import { isDelegable, misfitsOfGrant } from './grant.rules.js';
import { GrantsQueries, type GrantRow } from './grants.queries.js';

/** Roles of people. A grant in force is never changed, only revoked, and stays in the list. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly database: Database,
    private readonly queries: GrantsQueries,
    private readonly people: PeopleQueries,
    private readonly references: ReferencesQueries,
    private readonly settings: Settings,
  ) {}

  create(request: GrantRequest, principal: Principal): Promise<Created> {
    return this.grant(request, principal, '/v1/grants');
  }

  /** In the coordinator's own pact; the guard has seen to it that it is one. */
  createIn(pactId: string, request: GrantRequest, principal: Principal): Promise<Created> {
    return this.grant({ ...request, pactId }, principal, `/v1/pacts/${pactId}/grants`);
  }

  async get(id: string, pactId?: string): Promise<Resource> {
    return new Resource((await this.find(id, pactId)).body);
  }

  async revoke(id: string, principal: Principal): Promise<void> {
    await this.find(id);
    await this.end(id, principal);
  }

  async revokeIn(pactId: string, id: string, principal: Principal): Promise<void> {
    const { kind } = await this.find(id, pactId);
    if (!isDelegable(kind)) throw forbidden({ detail: 'This role is revoked by an administrator.' });
    await this.end(id, principal);
  }

  private async grant(request: GrantRequest, principal: Principal, list: string): Promise<Created> {
    const issuer = this.settings.oidcIssuer;
    if (issuer === undefined) throw signInNotConfigured();
    const misfits = [...misfitsOfGrant(request, Date.now()), ...(await this.unknownOf(request))];
    if (misfits.length > 0) throw invalidRequest(misfits);
    const id = uuidv7();
    const personId = await this.people.idOf(issuer, request.subject);
    if (personId === principal.id) throw ownGrant();
    const role = [personId, request.kind, request.pactId ?? null, request.actorId ?? null];
    await this.closeExpired(role);
    await this.database.query(
      `insert into role_grant (person_id, kind, pact_id, actor_id, id, name, created_by, scopes, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [...role, id, request.name ?? null, principal.id, request.scopes ?? [], request.expiresAt ?? null],
    );
    return new Created(`${list}/${id}`, await this.get(id));
  }

  private async unknownOf({ pactId, actorId }: GrantRequest): Promise<FieldError[]> {
    const pactIsKnown = pactId === undefined || (await this.references.pactExists(pactId));
    const actorIsKnown = actorId === undefined || (await this.references.actorExists(actorId));
    const pact = { pointer: '/pactId', code: 'unknown-pact', detail: 'There is no such pact.' };
    const actor = { pointer: '/actorId', code: 'unknown-actor', detail: 'There is no such actor.' };
    return [...(pactIsKnown ? [] : [pact]), ...(actorIsKnown ? [] : [actor])];
  }

  /** What has expired is held no longer, so the same role may be given again. */
  private async closeExpired(role: (string | null)[]): Promise<void> {
    await this.database.query(
      `update role_grant set revoked_at = expires_at, revoked_by = 'patti'
       where person_id = $1 and kind = $2 and pact_id is not distinct from $3::uuid
         and actor_id is not distinct from $4::uuid and revoked_at is null and expires_at <= now()`,
      role,
    );
  }

  private async end(id: string, principal: Principal): Promise<void> {
    await this.database.query(
      `update role_grant set revoked_at = now(), revoked_by = $2 where id = $1 and revoked_at is null`,
      [id, principal.id],
    );
  }

  private async find(id: string, pactId?: string): Promise<GrantRow> {
    const row = await this.queries.show(id, pactId);
    if (row === undefined) throw notFound();
    return row;
  }
}
