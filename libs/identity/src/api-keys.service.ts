import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { Created, Database, invalidRequest, notFound, Resource, type FieldError } from '#platform';
import { mintKey } from './api-key.token.js';
import type { ApiKeyRequest } from './api-key.dto.js';
import { ApiKeysQueries } from './api-keys.queries.js';

const BOUND_TO_AN_ACTOR = ['member', 'case_worker'];
const ENTERS_ALL = ['admin'];

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly queries: ApiKeysQueries,
  ) {}

  async create(request: ApiKeyRequest): Promise<Created> {
    const misfits = [...misfitsOf(request), ...(await this.unknownOf(request))];
    if (misfits.length > 0) throw invalidRequest(misfits);
    const id = uuidv7();
    const { token, secretHash } = mintKey(id);
    await this.database.query(
      `insert into api_key (id, name, kind, secret_hash, pacts, actor_id, scopes, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        request.name,
        request.kind,
        secretHash,
        request.pacts.map((pact) => pact.toLowerCase()),
        request.actorId ?? null,
        request.scopes ?? [],
        request.expiresAt ?? null,
      ],
    );
    const { body } = await this.known(id);
    return new Created(`/v1/api-keys/${id}`, new Resource(`${body.slice(0, -1)},"key":"${token}"}`));
  }

  async get(id: string): Promise<Resource> {
    return new Resource((await this.known(id)).body);
  }

  /** Revoked keys stay in the list: what they did stays explained. */
  async revoke(id: string): Promise<void> {
    await this.known(id);
    await this.database.query(`update api_key set revoked_at = coalesce(revoked_at, now()) where id = $1`, [
      id,
    ]);
  }

  private async unknownOf({ pacts, actorId }: ApiKeyRequest): Promise<FieldError[]> {
    const known = new Set(pacts.length > 0 ? await this.queries.knownPacts(pacts) : []);
    const actorIsKnown = actorId === undefined || (await this.queries.actorExists(actorId));
    return [
      ...[...pacts.entries()]
        .filter(([, id]) => !known.has(id.toLowerCase()))
        .map(([index]) => ({
          pointer: `/pacts/${index}`,
          code: 'unknown-pact',
          detail: 'There is no such pact.',
        })),
      ...(actorIsKnown
        ? []
        : [{ pointer: '/actorId', code: 'unknown-actor', detail: 'There is no such actor.' }]),
    ];
  }

  private async known(id: string): Promise<{ body: string }> {
    const row = await this.queries.show(id);
    if (row === undefined) throw notFound();
    return row;
  }
}

function misfitsOf(request: ApiKeyRequest): FieldError[] {
  const misfits: FieldError[] = [];
  if (BOUND_TO_AN_ACTOR.includes(request.kind) !== (request.actorId !== undefined)) {
    const detail = `Keys of ${BOUND_TO_AN_ACTOR.join(' and ')} name their actor; others do not.`;
    misfits.push({ pointer: '/actorId', code: 'actor-binding', detail });
  }
  if (request.expiresAt !== undefined && Date.parse(request.expiresAt) <= Date.now()) {
    misfits.push({ pointer: '/expiresAt', code: 'in-the-past', detail: 'The key would never work.' });
  }
  if (ENTERS_ALL.includes(request.kind) !== (request.pacts.length === 0)) {
    const detail = 'Administrators enter every pact and name none; every other kind names at least one.';
    misfits.push({ pointer: '/pacts', code: 'pact-binding', detail });
  }
  return misfits;
}
