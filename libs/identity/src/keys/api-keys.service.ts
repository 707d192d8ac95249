import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import {
  Database,
  invalidRequest,
  notFound,
  Resource,
  ToldOnce,
  type Created,
  type FieldError,
} from '#platform';
import { mintKey } from './api-key.token.js';
import type { ApiKeyRequest, RotationRequest } from './api-key.dto.js';
import { HOW_TO_END, keyHasEnded, rotationUnderWay } from './api-key.problems.js';
import { misfitsOf, USUAL_OVERLAP_SECONDS } from './api-key.rules.js';
import { ApiKeysQueries } from './api-keys.queries.js';
import { ReferencesQueries } from '../references.queries.js';

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly queries: ApiKeysQueries,
    private readonly references: ReferencesQueries,
  ) {}

  async create(request: ApiKeyRequest): Promise<Created> {
    const misfits = [...misfitsOf(request, Date.now()), ...(await this.unknownOf(request))];
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
    return this.shownOnce(id, token);
  }

  /** A new secret. The one so far works on for a while, so that a system can change over without a pause. */
  async rotate(id: string, { overlapSeconds = USUAL_OVERLAP_SECONDS }: RotationRequest): Promise<Created> {
    await this.known(id);
    const { token, secretHash } = mintKey(id);
    const rotated = await this.database.one(
      `update api_key set secret_hash = $2,
         older_secret_hash = case when $3::integer > 0 then secret_hash end,
         older_secret_until = case when $3::integer > 0 then now() + make_interval(secs => $3::integer) end
       where id = $1 and revoked_at is null and (expires_at is null or expires_at > now())
         and ($3::integer = 0 or older_secret_until is null or older_secret_until <= now())
       returning id`,
      [id, secretHash, overlapSeconds],
    );
    if (rotated !== undefined) return this.shownOnce(id, token);
    throw (await this.queries.live(id)) === undefined
      ? keyHasEnded()
      : rotationUnderWay({ detail: HOW_TO_END });
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
    const known = new Set(pacts.length > 0 ? await this.references.knownPacts(pacts) : []);
    const actorIsKnown = actorId === undefined || (await this.references.actorExists(actorId));
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

  private async shownOnce(id: string, token: string): Promise<Created> {
    const { body } = await this.known(id);
    return new ToldOnce(`/v1/api-keys/${id}`, `${body.slice(0, -1)},"key":"${token}"}`, body);
  }

  private async known(id: string): Promise<{ body: string }> {
    const row = await this.queries.show(id);
    if (row === undefined) throw notFound();
    return row;
  }
}
