import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { PactsService } from '#pacts';
import { Created, Database, type Resource } from '#platform';
import { BodiesTable } from './bodies.queries.js';
import type { BodyPatch, BodyRequest } from './body.dto.js';
import { bodyCycle } from './body.problems.js';

@Injectable()
export class BodiesService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly bodies: BodiesTable,
  ) {}

  create(pactId: string, request: BodyRequest): Promise<Created> {
    const id = uuidv7();
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      await this.bodies.add(pactId, {
        id,
        kind: request.kind,
        level: request.level,
        name: request.name,
        description: request.description,
        parent_body_id: request.parentBodyId,
        opened_on: request.openedOn,
        closed_on: request.closedOn,
      });
      await this.bodies.replaceLinks(pactId, id, request.links ?? []);
      return new Created(`/v1/pacts/${pactId}/bodies/${id}`, await this.bodies.get(pactId, id));
    });
  }

  /** Bodies of a pact find their place one after the other: two that move at a time could meet in a circle. */
  change(pactId: string, seen: { id: string; version: number }, patch: BodyPatch): Promise<Resource> {
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      await this.bodies.hold(pactId, seen);
      const parentId = patch.parentBodyId ?? undefined;
      if (parentId !== undefined && (await this.bodies.isBelow(pactId, { id: seen.id, parentId }))) {
        throw bodyCycle();
      }
      await this.bodies.change(pactId, seen.id, {
        level: patch.level,
        name: patch.name,
        description: patch.description,
        parent_body_id: patch.parentBodyId,
        closed_on: patch.closedOn,
      });
      if (patch.links !== undefined) await this.bodies.replaceLinks(pactId, seen.id, patch.links);
      return this.bodies.get(pactId, seen.id);
    });
  }
}
