import { jsonSql } from '#platform';

const { code, decimal, instant, json, jsonText, optional, scalar, text } = jsonSql;

const beneficiary = jsonText({
  memberId: code('member_id'),
  agreedAt: optional(instant('agreed_at')),
  releasedAt: optional(instant('released_at')),
});

/** The beneficiaries of the commitment `c`: their ids and their agreements, as JSON text. */
export const BENEFICIARIES = `(
  select '[' || coalesce(string_agg('"' || member_id || '"', ',' order by member_id), '') || ']' as ids,
    '[' || coalesce(string_agg(${beneficiary}, ',' order by member_id), '') || ']' as agreements
  from commitment_beneficiary where pact_id = c.pact_id and commitment_id = c.id) b`;

const milestone = jsonText({ dueOn: code('due_on'), quantity: decimal('quantity') });

/** The milestones of the commitment `c`, as JSON text. */
export const MILESTONES = `(
  select '[' || coalesce(string_agg(${milestone}, ',' order by position), '') || ']' as list
  from commitment_milestone where pact_id = c.pact_id and commitment_id = c.id) m`;

const TERMS = {
  title: text('c.title'),
  resource: json(
    jsonText({
      kind: code('c.resource_kind'),
      quantity: decimal('c.quantity'),
      unit: code('c.unit'),
      competence: optional(text('c.competence')),
    }),
  ),
  startsOn: code('c.starts_on'),
  endsOn: code('c.ends_on'),
  conditionalOnCommitmentId: optional(code('c.conditional_on_commitment_id')),
  beneficiaryMemberIds: json('b.ids'),
  milestones: json('m.list'),
};

/** The terms alone, as a renegotiation keeps them. */
export const TERMS_OF_COMMITMENT = jsonText(TERMS);

/** A commitment `c` with its beneficiaries `b` and milestones `m`. */
export const COMMITMENT = jsonText({
  id: code('c.id'),
  promisorMemberId: code('c.promisor_member_id'),
  ...TERMS,
  objectiveId: optional(code('c.objective_id')),
  beneficiaries: json('b.agreements'),
  state: code('c.state'),
  revision: scalar('c.revision'),
  pactAgreedAt: optional(instant('c.pact_agreed_at')),
  delivered: decimal('c.delivered'),
  confirmed: decimal('c.confirmed'),
  disputed: decimal('c.disputed'),
  fulfilledOn: optional(code('c.fulfilled_on')),
  transferredFromCommitmentId: optional(code('c.transferred_from_commitment_id')),
  version: scalar('c.version'),
  createdAt: instant('c.created_at'),
  updatedAt: instant('c.updated_at'),
});

export const TRANSITION = jsonText({
  id: code('id'),
  from: code('from_state'),
  to: code('to_state'),
  reason: optional(text('reason')),
  decisionId: optional(code('decision_id')),
  madeBy: text('made_by'),
  madeAt: instant('made_at'),
});

/** The kept terms, with the number of their revision and when they were replaced. */
export const REVISION = `'{"revision":' || revision || ',"replacedAt":' || ${instant('replaced_at').sql}
  || ',' || substr(terms::text, 2)`;
