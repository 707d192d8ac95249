import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { todayInRome, uuidv7, type Day } from '#kernel';
import { mayActFor, MembersService, notOwnMember } from '#pacts';
import { Created, Database, invalidRequest, notFound, Resource } from '#platform';
import { standingOf } from '../commitments/commitment.rules.js';
import { partiesOf } from '../commitments/commitments.queries.js';
import { CommitmentsService } from '../commitments/commitments.service.js';
import { MovesService } from '../commitments/moves.service.js';
import type { WithdrawalItemDto, WithdrawalRequest } from './withdrawal.dto.js';
import { openCommitments } from './withdrawal.problems.js';
import { faultsOfItems, faultsOfNotice, unsettled, type Notice } from './withdrawal.rules.js';
import { WithdrawalsQueries } from './withdrawals.queries.js';

/** A member leaves: first announced; then, with the notice over and nothing open any more, gone. */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly database: Database,
    private readonly members: MembersService,
    private readonly commitments: CommitmentsService,
    private readonly moves: MovesService,
    private readonly queries: WithdrawalsQueries,
  ) {}

  announce(
    pactId: string,
    memberId: string,
    request: WithdrawalRequest,
    principal: Principal,
  ): Promise<Created> {
    const announcedOn = request.announcedOn ?? todayInRome();
    const notice = { announcedOn, effectiveOn: request.effectiveOn ?? announcedOn };
    const items = request.commitments.map(withOneSpelling);
    return this.database.transaction(async () => {
      const member = await this.members.holdToLeave(pactId, memberId);
      if (!mayActFor(principal, member.actorId)) throw notOwnMember();
      await this.check(pactId, memberId, notice, items);
      await this.members.announceWithdrawal(pactId, memberId, notice.announcedOn, notice.effectiveOn);
      for (const item of items) await this.settle(pactId, memberId, item, principal);
      if (notice.effectiveOn <= todayInRome()) await this.complete(pactId, memberId, notice.effectiveOn);
      const location = `/v1/pacts/${pactId}/members/${memberId}/withdrawal`;
      return new Created(location, await this.get(pactId, memberId));
    });
  }

  async get(pactId: string, memberId: string): Promise<Resource> {
    const row = await this.queries.show(pactId, memberId);
    if (row === undefined) throw notFound();
    return new Resource(row.body);
  }

  /** Members whose notice is over have left as soon as nothing of theirs is open any more. */
  async completeDue(pactId: string, today: Day): Promise<void> {
    for (const memberId of await this.queries.leaving(pactId, today)) {
      await this.database.transaction(() => this.complete(pactId, memberId, today));
    }
  }

  private async complete(pactId: string, memberId: string, on: Day): Promise<void> {
    const open = await this.queries.openCommitments(pactId, memberId);
    if (open.length === 0) await this.members.completeWithdrawal(pactId, memberId, on);
  }

  private async check(
    pactId: string,
    memberId: string,
    notice: Notice,
    items: readonly WithdrawalItemDto[],
  ): Promise<void> {
    const open = await this.queries.openCommitments(pactId, memberId);
    const faults = [...faultsOfNotice(notice, todayInRome()), ...faultsOfItems(items, open, memberId)];
    if (faults.length > 0) throw invalidRequest(faults);
    for (const [index, { commitmentId, toMemberId }] of items.entries()) {
      if (toMemberId === undefined) continue;
      if (await this.queries.isAbleToTakeOver(pactId, commitmentId, toMemberId)) continue;
      const detail =
        'Who takes over has signed and does not benefit itself, and something is left to deliver.';
      throw invalidRequest([
        { pointer: `/commitments/${index}/toMemberId`, code: 'cannot-take-over', detail },
      ]);
    }
    const missing = unsettled(items, open);
    if (missing.length > 0) throw openCommitments({ detail: `Nothing is said of ${missing.join(', ')}.` });
  }

  private async settle(
    pactId: string,
    memberId: string,
    { commitmentId, outcome, toMemberId }: WithdrawalItemDto,
    principal: Principal,
  ): Promise<void> {
    await this.database
      .in(pactId)
      .query(
        `insert into withdrawal_outcome (pact_id, member_id, commitment_id, outcome) values ($1, $2, $3, $4)`,
        [pactId, memberId, commitmentId, outcome],
      );
    if (toMemberId !== undefined) await this.draftTransfer(pactId, commitmentId, toMemberId, memberId);
    if (outcome !== 'release') return;
    // Where the caller is the counterpart itself its word is the release; else the beneficiaries still have to give it.
    const held = await this.commitments.hold(pactId, commitmentId);
    if (!standingOf(principal, partiesOf(held)).counterpart) return;
    await this.moves.move(pactId, commitmentId, { to: 'released', reason: 'withdrawal' }, principal);
  }

  /** What is left of the promise, as a draft of the member that takes over, to be proposed and agreed as any other. */
  private async draftTransfer(
    pactId: string,
    from: string,
    toMemberId: string,
    leaving: string,
  ): Promise<void> {
    await this.database.in(pactId).query(
      `with draft as (
         insert into commitment (pact_id, id, promisor_member_id, title, resource_kind, quantity, unit, competence,
           starts_on, ends_on, objective_id, transferred_from_commitment_id)
         select c.pact_id, $2, $4, c.title, c.resource_kind, c.quantity - c.confirmed, c.unit,
           c.competence, least(greatest(c.starts_on, m.withdrawal_effective_on), c.ends_on), c.ends_on, c.objective_id, c.id
         from commitment c join membership m on m.pact_id = c.pact_id and m.id = $5
         where c.pact_id = $1 and c.id = $3
         returning id)
       insert into commitment_beneficiary (pact_id, commitment_id, member_id)
       select b.pact_id, draft.id, b.member_id from commitment_beneficiary b cross join draft
       where b.pact_id = $1 and b.commitment_id = $3`,
      [pactId, uuidv7(), from, toMemberId, leaving],
    );
  }
}

/** Ids are compared here, so they have one spelling. */
const withOneSpelling = ({ commitmentId, outcome, toMemberId }: WithdrawalItemDto): WithdrawalItemDto => ({
  commitmentId: commitmentId.toLowerCase(),
  outcome,
  ...(toMemberId && { toMemberId: toMemberId.toLowerCase() }),
});
