import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { uuidv7 } from '#kernel';
import { Created, Database, notFound, Resource, versionMismatch } from '#platform';
import { ActorsService } from '../actors.service.js';
import type { UnitPatch, UnitRequest } from './unit.dto.js';
import { UnitsQueries } from './units.queries.js';

/** The departments and offices of an actor. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly database: Database,
    private readonly actors: ActorsService,
    private readonly queries: UnitsQueries,
  ) {}

  async create(principal: Principal, actorId: string, { name }: UnitRequest): Promise<Created> {
    await this.actors.mustBeNear(principal, actorId);
    const id = uuidv7();
    const [unit] = await this.database.query(
      `insert into actor_unit (id, actor_id, name) select $1, id, $3 from actor where id = $2 returning id`,
      [id, actorId, name],
    );
    if (unit === undefined) throw notFound();
    return new Created(`/v1/actors/${actorId}/units/${id}`, await this.get(actorId, id));
  }

  async get(actorId: string, id: string): Promise<Resource> {
    const row = await this.queries.show(actorId, id);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  async change(
    principal: Principal,
    seen: { actorId: string; id: string; version: number },
    { name }: UnitPatch,
  ): Promise<Resource> {
    const { actorId, id, version } = seen;
    await this.actors.mustBeOwn(principal, actorId);
    const changed = await this.database.query(
      `update actor_unit set name = coalesce($4, name), version = version + 1, updated_at = now()
       where actor_id = $1 and id = $2 and version = $3 returning id`,
      [actorId, id, version, name ?? null],
    );
    const resource = await this.get(actorId, id);
    if (changed.length === 0) throw versionMismatch();
    return resource;
  }
}
