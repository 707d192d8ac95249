import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { Database, jsonSql } from '#platform';
import { isOpen, type CommitmentState } from '../commitments/commitment.rules.js';

const { code, json, jsonText, optional } = jsonSql;

const ITEM = jsonText({
  commitmentId: code('o.commitment_id'),
  outcome: code('o.outcome'),
  transferredToCommitmentId: optional(code('t.id')),
});

const BODY = jsonText({
  memberId: code('m.id'),
  announcedOn: code('m.withdrawal_announced_on'),
  effectiveOn: code('m.withdrawal_effective_on'),
  withdrawnOn: optional(code('m.withdrawn_on')),
  commitments: json(`select '[' || coalesce(string_agg(${ITEM}, ',' order by o.commitment_id), '') || ']'
    from withdrawal_outcome o left join commitment t
      on t.pact_id = o.pact_id and t.transferred_from_commitment_id = o.commitment_id
    where o.pact_id = m.pact_id and o.member_id = m.id`),
});

@Injectable()
export class WithdrawalsQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, memberId: string): Promise<{ body: string } | undefined> {
    return this.database.in(pactId).one(
      `select ${BODY} as body from membership m
       where m.pact_id = $1 and m.id = $2 and m.withdrawal_announced_on is not null`,
      [pactId, memberId],
    );
  }

  /** What the member has promised and not yet brought to an end. */
  async openCommitments(pactId: string, memberId: string): Promise<string[]> {
    const rows = await this.database
      .in(pactId)
      .query<{ id: string; state: CommitmentState; revision: number }>(
        `select id, state, revision from commitment where pact_id = $1 and promisor_member_id = $2 order by id`,
        [pactId, memberId],
      );
    return rows.filter(({ state, revision }) => isOpen(state, revision)).map(({ id }) => id);
  }

  /** Whether something is left to hand over, to a member that has signed and does not benefit from it. */
  async isAbleToTakeOver(pactId: string, commitmentId: string, memberId: string): Promise<boolean> {
    const rows = await this.database.in(pactId).query(
      `select from membership m join commitment c on c.pact_id = m.pact_id and c.id = $2
       where m.pact_id = $1 and m.id = $3 and m.state = 'signed' and c.quantity > c.confirmed
         and not exists (select from commitment_beneficiary b
           where b.pact_id = $1 and b.commitment_id = $2 and b.member_id = $3)`,
      [pactId, commitmentId, memberId],
    );
    return rows.length > 0;
  }

  /** Members whose notice is over. */
  async leaving(pactId: string, today: Day): Promise<string[]> {
    const rows = await this.database
      .in(pactId)
      .query<{ id: string }>(
        `select id from membership where pact_id = $1 and state = 'withdrawing' and withdrawal_effective_on <= $2`,
        [pactId, today],
      );
    return rows.map(({ id }) => id);
  }
}
