import { Injectable } from '@nestjs/common';
import { todayInRome, uuidv7, type Day } from '#kernel';
import { Created, Database, invalidRequest, notFound, Resource, versionMismatch } from '#platform';
import { PactsService } from '../pacts/pacts.service.js';
import type { MemberPatch, MemberRequest } from './member.dto.js';
import { memberHasLeft, roleFixed } from './member.problems.js';
import { hasLeft, mayTakeRole } from './member.rules.js';
import { MembersQueries, type HeldMember } from './members.queries.js';
import { Ratification } from './ratification.service.js';

@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly queries: MembersQueries,
    private readonly ratification: Ratification,
  ) {}

  join(pactId: string, request: MemberRequest): Promise<Created> {
    const joinedOn = request.joinedOn ?? todayInRome();
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      const id = uuidv7();
      const [joined] = await this.database.in(pactId).query(
        `insert into membership (pact_id, id, actor_id, role, joined_on)
         select $1, $2, id, $4, $5 from actor where id = $3 returning id`,
        [pactId, id, request.actorId, request.role, joinedOn],
      );
      if (joined === undefined) throw unknownActor();
      return new Created(`/v1/pacts/${pactId}/members/${id}`, await this.get(pactId, id));
    });
  }

  async get(pactId: string, memberId: string): Promise<Resource> {
    const row = await this.queries.show(pactId, memberId);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  changeRole(pactId: string, memberId: string, version: number, { role }: MemberPatch): Promise<Resource> {
    return this.database.transaction(async () => {
      await this.pacts.hold(pactId);
      const member = await this.hold(pactId, memberId);
      if (member.version !== version) throw versionMismatch();
      if (role !== undefined && !mayTakeRole(member.state, role)) throw roleFixed();
      await this.database.in(pactId).query(
        `update membership set role = coalesce($3, role), version = version + 1, updated_at = now()
         where pact_id = $1 and id = $2`,
        [pactId, memberId, role ?? null],
      );
      await this.ratification.settle(pactId);
      return this.get(pactId, memberId);
    });
  }

  /** The member, held until the transaction ends, to be led out of the pact. */
  async holdToLeave(pactId: string, memberId: string): Promise<HeldMember> {
    await this.pacts.hold(pactId);
    const member = await this.hold(pactId, memberId);
    if (hasLeft(member.state)) throw memberHasLeft();
    return member;
  }

  /** From now on the member only brings to an end what it has begun. */
  async announceWithdrawal(
    pactId: string,
    memberId: string,
    announcedOn: Day,
    effectiveOn: Day,
  ): Promise<void> {
    await this.database.in(pactId).query(
      `update membership set state = 'withdrawing', withdrawal_announced_on = $3, withdrawal_effective_on = $4,
         version = version + 1, updated_at = now()
       where pact_id = $1 and id = $2`,
      [pactId, memberId, announcedOn, effectiveOn],
    );
    await this.ratification.settle(pactId);
  }

  async completeWithdrawal(pactId: string, memberId: string, withdrawnOn: Day): Promise<void> {
    await this.database.in(pactId).query(
      `update membership set state = 'withdrawn', withdrawn_on = $3, version = version + 1, updated_at = now()
       where pact_id = $1 and id = $2 and state = 'withdrawing'`,
      [pactId, memberId, withdrawnOn],
    );
    await this.ratification.settle(pactId);
  }

  private async hold(pactId: string, memberId: string): Promise<HeldMember> {
    const member = await this.queries.hold(pactId, memberId);
    if (member === undefined) throw notFound();
    return member;
  }
}

const unknownActor = () =>
  invalidRequest([{ pointer: '/actorId', code: 'unknown-actor', detail: 'There is no actor with this id.' }]);
