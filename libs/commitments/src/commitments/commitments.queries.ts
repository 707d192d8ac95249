import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { containing, Database, limitOf, notFound, type PageQuery } from '#platform';
import { BENEFICIARIES, COMMITMENT, MILESTONES, REVISION, TRANSITION } from './commitment.body.js';
import type { CommitmentListQuery } from './commitment.dto.js';
import type { CommitmentState } from './commitment.rules.js';
import type { Milestone, ResourceKind, Unit } from './terms.rules.js';

export interface CommitmentRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

interface Party {
  readonly memberId: string;
  readonly actorId: string;
  readonly state: string;
}

/** A commitment that nobody else changes while the transaction lasts. */
export interface HeldCommitment {
  readonly id: string;
  readonly state: CommitmentState;
  readonly version: number;
  readonly revision: number;
  readonly title: string;
  readonly kind: ResourceKind;
  readonly quantity: number;
  readonly unit: Unit;
  readonly competence: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly milestones: readonly Milestone[];
  readonly conditionalOnId: string | null;
  readonly objectiveId: string | null;
  readonly hasDeliveries: boolean;
  readonly promisor: Party;
  readonly beneficiaries: readonly Party[];
}

export interface AgreedProposal {
  readonly id: string;
  readonly conditionalOnId: string | null;
  readonly conditionState: CommitmentState | null;
  readonly transferredFromId: string | null;
}

export interface MemberState {
  readonly id: string;
  readonly actorId: string;
  readonly state: string;
}

export const partiesOf = ({ promisor, beneficiaries }: HeldCommitment) => ({
  promisorActorId: promisor.actorId,
  beneficiaryActorIds: beneficiaries.map(({ actorId }) => actorId),
});

const HISTORY_ROWS = 'pact_id = $1 and commitment_id = $2';

// Put together once: these are the statements that are run most.
const SHOW = `select c.id, c.version, ${COMMITMENT} as body
 from commitment c cross join lateral ${BENEFICIARIES} cross join lateral ${MILESTONES}
 where c.pact_id = $1 and c.id = $2`;

const LIST = `select c.id, c.version, ${COMMITMENT} as body
 from (
   select * from commitment
   where pact_id = $1
     and ($2::uuid is null or id > $2)
     and ($3::text is null or state = $3)
     and ($4::uuid is null or promisor_member_id = $4)
     and ($5::uuid is null or exists (select from commitment_beneficiary b
       where b.pact_id = $1 and b.commitment_id = commitment.id and b.member_id = $5))
     and ($6::text is null or resource_kind = $6)
     and ($7::date is null or ends_on < $7)
     and ($8::text is null or title ilike $8)
     and ($10::uuid is null or objective_id = $10)
   order by id limit $9
 ) c cross join lateral ${BENEFICIARIES} cross join lateral ${MILESTONES}
 order by c.id`;

@Injectable()
export class CommitmentsQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, id: string): Promise<CommitmentRow | undefined> {
    return this.database.in(pactId).one(SHOW, [pactId, id]);
  }

  async versionOf(pactId: string, id: string): Promise<number | undefined> {
    const statement = 'select version from commitment where pact_id = $1 and id = $2';
    return (await this.database.in(pactId).one<{ version: number }>(statement, [pactId, id]))?.version;
  }

  list(pactId: string, query: CommitmentListQuery, after: string[] | undefined): Promise<CommitmentRow[]> {
    return this.database
      .in(pactId)
      .query(LIST, [
        pactId,
        after?.[0] ?? null,
        query.state ?? null,
        query.promisorMemberId ?? null,
        query.beneficiaryMemberId ?? null,
        query.resourceKind ?? null,
        query.dueBefore ?? null,
        containing(query.q),
        limitOf(query) + 1,
        query.objectiveId ?? null,
      ]);
  }

  hold(pactId: string, id: string): Promise<HeldCommitment | undefined> {
    return this.database.in(pactId).one(
      `select c.id, c.state, c.version, c.revision, c.title, c.resource_kind as kind, c.quantity::float8 as quantity,
         c.unit, c.competence, c.starts_on as "startsOn", c.ends_on as "endsOn",
         c.conditional_on_commitment_id as "conditionalOnId", c.objective_id as "objectiveId",
         exists (select from delivery d where d.pact_id = $1 and d.commitment_id = c.id) as "hasDeliveries",
         json_build_object('memberId', p.id, 'actorId', p.actor_id, 'state', p.state) as promisor,
         coalesce((
           select json_agg(json_build_object('memberId', m.id, 'actorId', m.actor_id, 'state', m.state) order by m.id)
           from commitment_beneficiary b join membership m on m.pact_id = b.pact_id and m.id = b.member_id
           where b.pact_id = $1 and b.commitment_id = c.id), '[]') as beneficiaries,
         coalesce((
           select json_agg(json_build_object('dueOn', due_on, 'quantity', quantity) order by position)
           from commitment_milestone where pact_id = $1 and commitment_id = c.id), '[]') as milestones
       from commitment c join membership p on p.pact_id = c.pact_id and p.id = c.promisor_member_id
       where c.pact_id = $1 and c.id = $2
       for no key update of c`,
      [pactId, id],
    );
  }

  members(pactId: string, ids: readonly string[]): Promise<MemberState[]> {
    return this.database
      .in(pactId)
      .query(`select id, actor_id as "actorId", state from membership where pact_id = $1 and id = any($2)`, [
        pactId,
        ids,
      ]);
  }

  /** What belongs to a commitment that is not there is not an empty list. */
  async mustExist(pactId: string, id: string): Promise<void> {
    if (!(await this.exists(pactId, id))) throw notFound();
  }

  async exists(pactId: string, id: string): Promise<boolean> {
    const rows = await this.database
      .in(pactId)
      .query(`select from commitment where pact_id = $1 and id = $2`, [pactId, id]);
    return rows.length > 0;
  }

  async hasObjective(pactId: string, objectiveId: string): Promise<boolean> {
    const rows = await this.database
      .in(pactId)
      .query(`select from objective where pact_id = $1 and id = $2`, [pactId, objectiveId]);
    return rows.length > 0;
  }

  /** Proposed, with nobody's agreement missing any more, by a member that may still bind itself. */
  agreedProposals(pactId: string): Promise<AgreedProposal[]> {
    return this.database.in(pactId).query(
      `select c.id, c.conditional_on_commitment_id as "conditionalOnId", x.state as "conditionState",
         c.transferred_from_commitment_id as "transferredFromId"
       from commitment c
         join membership p on p.pact_id = c.pact_id and p.id = c.promisor_member_id
         left join commitment x on x.pact_id = c.pact_id and x.id = c.conditional_on_commitment_id
       where c.pact_id = $1 and c.state = 'proposed'
         and (p.state = 'signed' or (p.state = 'withdrawing' and c.revision > 1))
         and not exists (select from commitment_beneficiary b
           where b.pact_id = $1 and b.commitment_id = c.id and b.agreed_at is null)
         and (c.pact_agreed_at is not null or exists (select from commitment_beneficiary b
           where b.pact_id = $1 and b.commitment_id = c.id))
       order by c.id
       for no key update of c`,
      [pactId],
    );
  }

  /** Agreed, and at or past the first day. */
  startable(pactId: string, today: Day): Promise<{ id: string }[]> {
    return this.database
      .in(pactId)
      .query(
        `select id from commitment where pact_id = $1 and state = 'agreed' and starts_on <= $2 order by id`,
        [pactId, today],
      );
  }

  /** Active, and past the last day. */
  overdue(pactId: string, today: Day): Promise<{ id: string }[]> {
    return this.database
      .in(pactId)
      .query(
        `select id from commitment where pact_id = $1 and state = 'active' and ends_on < $2 order by id`,
        [pactId, today],
      );
  }

  async transitions(
    pactId: string,
    id: string,
    query: PageQuery,
    after: string[] | undefined,
  ): Promise<{ id: string; body: string }[]> {
    await this.mustExist(pactId, id);
    return this.database.in(pactId).query(
      `select id, ${TRANSITION} as body from commitment_transition
       where ${HISTORY_ROWS} and ($3::uuid is null or id > $3) order by id limit $4`,
      [pactId, id, after?.[0] ?? null, limitOf(query) + 1],
    );
  }

  async revisions(
    pactId: string,
    id: string,
    query: PageQuery,
    after: string[] | undefined,
  ): Promise<{ id: string; body: string }[]> {
    await this.mustExist(pactId, id);
    return this.database.in(pactId).query(
      `select id, ${REVISION} as body from commitment_revision
       where ${HISTORY_ROWS} and ($3::uuid is null or id > $3) order by id limit $4`,
      [pactId, id, after?.[0] ?? null, limitOf(query) + 1],
    );
  }
}
