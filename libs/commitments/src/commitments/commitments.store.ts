import { Injectable } from '@nestjs/common';
import { uuidv7, type Day } from '#kernel';
import { OVER_STATES } from '#pacts';
import { Database } from '#platform';
import { BENEFICIARIES, COMMITMENT, MILESTONES, TERMS_OF_COMMITMENT } from './commitment.body.js';
import type { CommitmentState } from './commitment.rules.js';
import type { Sums } from '../ledger/fulfilment.rules.js';
import type { Draft } from './draft.js';

export interface Transition {
  readonly from: CommitmentState;
  readonly to: CommitmentState;
  readonly reason?: string | undefined;
  /** The decision of the pact that it carries out. */
  readonly decisionId?: string | undefined;
  readonly madeBy: string;
}

/** Every write to a commitment; the rules have been asked before. */
@Injectable()
export class CommitmentsStore {
  constructor(private readonly database: Database) {}

  /**
   * One statement: it inserts only when the pact goes on, every member named has signed and condition and objective
   * exist, and gives the JSON of what was inserted, or nothing. `asActor`: the promisor must be that actor.
   */
  async insert(pactId: string, draft: Draft, asActor: string | undefined): Promise<string | undefined> {
    const row = await this.database
      .in(pactId)
      .oneAlone<{ body: string }>(INSERT, [
        pactId,
        draft.id,
        draft.promisorMemberId,
        draft.title,
        draft.resource.kind,
        draft.resource.quantity,
        draft.resource.unit,
        draft.competence,
        draft.startsOn,
        draft.endsOn,
        draft.conditionalOnId,
        draft.beneficiaryMemberIds,
        draft.milestones.map(({ dueOn }) => dueOn),
        draft.milestones.map(({ quantity }) => quantity),
        JSON.stringify(draft.beneficiaryMemberIds),
        JSON.stringify(draft.beneficiaryMemberIds.map((memberId) => ({ memberId }))),
        JSON.stringify(draft.milestones),
        asActor ?? null,
        OVER_STATES,
        draft.objectiveId,
      ]);
    return row?.body;
  }

  async replaceTerms(pactId: string, draft: Draft): Promise<void> {
    const { id, resource } = draft;
    await this.database.in(pactId).query(
      `update commitment set title = $3, resource_kind = $4, quantity = $5, unit = $6, competence = $7,
         starts_on = $8, ends_on = $9, conditional_on_commitment_id = $10, objective_id = $11,
         version = version + 1, updated_at = now()
       where pact_id = $1 and id = $2`,
      [
        pactId,
        id,
        draft.title,
        resource.kind,
        resource.quantity,
        resource.unit,
        draft.competence,
        draft.startsOn,
        draft.endsOn,
        draft.conditionalOnId,
        draft.objectiveId,
      ],
    );
    await this.replaceParts(pactId, draft);
  }

  /** What it serves. */
  async place(pactId: string, id: string, objectiveId: string | null): Promise<void> {
    await this.database.in(pactId).query(
      `update commitment set objective_id = $3, version = version + 1, updated_at = now()
       where pact_id = $1 and id = $2`,
      [pactId, id, objectiveId],
    );
  }

  async setState(pactId: string, id: string, transition: Transition): Promise<void> {
    const { from, to, reason, decisionId, madeBy } = transition;
    await this.database.in(pactId).query(
      `with moved as (
         update commitment set state = $4, version = version + 1, updated_at = now() where pact_id = $1 and id = $2
         returning id)
       insert into commitment_transition
         (pact_id, id, commitment_id, from_state, to_state, reason, made_by, decision_id)
       select $1, $3, id, $5, $4, $6, $7, $8 from moved`,
      [pactId, id, uuidv7(), to, from, reason ?? null, madeBy, decisionId ?? null],
    );
  }

  /** What the ledger adds up to, so that reading a commitment reads one row. */
  async recordSums(pactId: string, id: string, sums: Sums & { fulfilledOn: Day | undefined }): Promise<void> {
    await this.database.in(pactId).query(
      `update commitment set delivered = $3, confirmed = $4, disputed = $5, fulfilled_on = $6,
         version = version + 1, updated_at = now()
       where pact_id = $1 and id = $2`,
      [pactId, id, sums.delivered, sums.confirmed, sums.disputed, sums.fulfilledOn ?? null],
    );
  }

  /** Keeps the terms as they were and takes back every agreement to them. */
  async beginRevision(pactId: string, id: string): Promise<void> {
    await this.database.in(pactId).query(
      `with kept as (
         insert into commitment_revision (pact_id, id, commitment_id, revision, terms)
         select c.pact_id, $3, c.id, c.revision, ${TERMS_OF_COMMITMENT}::jsonb
         from commitment c cross join lateral ${BENEFICIARIES} cross join lateral ${MILESTONES}
         where c.pact_id = $1 and c.id = $2),
       reopened as (
         update commitment_beneficiary set agreed_at = null, released_at = null
         where pact_id = $1 and commitment_id = $2)
       update commitment set revision = revision + 1, pact_agreed_at = null where pact_id = $1 and id = $2`,
      [pactId, id, uuidv7()],
    );
  }

  /** Records the agreement, or the release, of these beneficiaries (none: of the pact); says whether all have given it. */
  async recordConsent(
    pactId: string,
    id: string,
    consent: 'agreed_at' | 'released_at',
    memberIds: readonly string[],
  ): Promise<boolean> {
    await this.database.in(pactId).query(
      `with given as (
         update commitment_beneficiary set ${consent} = coalesce(${consent}, now())
         where pact_id = $1 and commitment_id = $2 and member_id = any($3))
       update commitment set version = version + 1, updated_at = now(),
         pact_agreed_at = case when $4 then coalesce(pact_agreed_at, now()) else pact_agreed_at end
       where pact_id = $1 and id = $2`,
      [pactId, id, memberIds, consent === 'agreed_at' && memberIds.length === 0],
    );
    const missing = await this.database
      .in(pactId)
      .query(
        `select from commitment_beneficiary where pact_id = $1 and commitment_id = $2 and ${consent} is null limit 1`,
        [pactId, id],
      );
    return missing.length === 0;
  }

  private async replaceParts(pactId: string, draft: Draft): Promise<void> {
    for (const part of ['commitment_milestone', 'commitment_beneficiary']) {
      await this.database
        .in(pactId)
        .query(`delete from ${part} where pact_id = $1 and commitment_id = $2`, [pactId, draft.id]);
    }
    await this.database.in(pactId).query(
      `with beneficiaries as (
         insert into commitment_beneficiary (pact_id, commitment_id, member_id) select $1, $2, unnest($3::uuid[]))
       insert into commitment_milestone (pact_id, commitment_id, position, due_on, quantity)
       select $1, $2, position, due_on, quantity
       from unnest($4::date[], $5::numeric[]) with ordinality as t (due_on, quantity, position)`,
      [
        pactId,
        draft.id,
        draft.beneficiaryMemberIds,
        draft.milestones.map(({ dueOn }) => dueOn),
        draft.milestones.map(({ quantity }) => quantity),
      ],
    );
  }
}

const INSERT = `
  with created as (
    insert into commitment as c (pact_id, id, promisor_member_id, title, resource_kind, quantity, unit, competence,
      starts_on, ends_on, conditional_on_commitment_id, objective_id)
    select $1, $2, promisor.id, $4, $5, $6, $7, $8, $9, $10, $11, $20
    from membership promisor join pact on pact.id = promisor.pact_id
    where promisor.pact_id = $1 and promisor.id = $3 and promisor.state = 'signed'
      and ($18::uuid is null or promisor.actor_id = $18)
      and pact.state <> all($19::text[])
      and (select count(*) from membership m where m.pact_id = $1 and m.id = any($12::uuid[]) and m.state = 'signed')
        = cardinality($12::uuid[])
      and ($11::uuid is null or exists (select from commitment x where x.pact_id = $1 and x.id = $11))
      and ($20::uuid is null or exists (select from objective o where o.pact_id = $1 and o.id = $20))
    returning c.*),
  beneficiaries as (
    insert into commitment_beneficiary (pact_id, commitment_id, member_id)
    select pact_id, id, unnest($12::uuid[]) from created),
  milestones as (
    insert into commitment_milestone (pact_id, commitment_id, position, due_on, quantity)
    select pact_id, id, t.position, t.due_on, t.quantity
    from created cross join unnest($13::date[], $14::numeric[]) with ordinality as t (due_on, quantity, position))
  select ${COMMITMENT} as body
  from created c cross join (values ($15::text, $16::text)) b (ids, agreements) cross join (values ($17::text)) m (list)`;
