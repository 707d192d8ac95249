import { Injectable } from '@nestjs/common';
import { uuidv7, type Day } from '#kernel';
import { PactsService } from '#pacts';
import { Created, Database, type Resource } from '#platform';
import { BodiesTable } from './bodies.queries.js';
import type { BodyMemberPatch, BodyMemberRequest } from './body.dto.js';
import { alreadyInBody } from './body.problems.js';
import { overlap, type Span } from './body.rules.js';
import { BodyMembersTable } from './body-members.queries.js';

interface HeldMember extends Span {
  readonly bodyId: string;
  readonly actorId: string;
}

const HELD = 'body_id as "bodyId", actor_id as "actorId", starts_on as "startsOn", ends_on as "endsOn"';

/** Who sits in a body, from when to when. Changes to one body come one after the other. */
@Injectable()
export class BodyMembersService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly bodies: BodiesTable,
    private readonly members: BodyMembersTable,
  ) {}

  add(pactId: string, bodyId: string, request: BodyMemberRequest): Promise<Created> {
    const id = uuidv7();
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      await this.bodies.hold(pactId, { id: bodyId });
      const span = { startsOn: request.startsOn, endsOn: request.endsOn ?? null };
      await this.checkSpan(pactId, id, { bodyId, actorId: request.actorId, ...span });
      await this.members.add(pactId, {
        id,
        body_id: bodyId,
        actor_id: request.actorId,
        role: request.role,
        voting: request.voting,
        starts_on: span.startsOn,
        ends_on: span.endsOn,
      });
      const path = `/v1/pacts/${pactId}/bodies/${bodyId}/members/${id}`;
      return new Created(path, await this.members.get(pactId, id, bodyId));
    });
  }

  change(
    pactId: string,
    bodyId: string,
    seen: { id: string; version: number },
    patch: BodyMemberPatch,
  ): Promise<Resource> {
    return this.database.transaction(async () => {
      await this.bodies.hold(pactId, { id: bodyId });
      const held = await this.members.hold<HeldMember>(pactId, { ...seen, parentId: bodyId }, HELD);
      const endsOn: Day | null = patch.endsOn === undefined ? held.endsOn : patch.endsOn;
      await this.checkSpan(pactId, seen.id, { ...held, endsOn });
      const { role, voting } = patch;
      await this.members.change(pactId, seen.id, { role, voting, ends_on: patch.endsOn });
      return this.members.get(pactId, seen.id, bodyId);
    });
  }

  private async checkSpan(pactId: string, id: string, member: HeldMember): Promise<void> {
    const others = await this.members.spansOf(pactId, member.bodyId, member.actorId, id);
    if (others.some((other) => overlap(other, member))) throw alreadyInBody();
  }
}
