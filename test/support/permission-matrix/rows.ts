import { randomUUID } from 'node:crypto';
import { GOVERNANCE_ROWS } from './governance-rows.js';
import { KNOWLEDGE_ROWS } from './knowledge-rows.js';
import { PLAN_ROWS } from './plan-rows.js';
import { AGENDA_ROWS } from './agenda-rows.js';
import type { Row } from './row.js';
import { erasable, PATHWAY, sourceOf } from './pushed.js';

export type { Call } from './row.js';

const plain: Row = () => ({});
const onDraft =
  (body: object): Row =>
  ({ draftPactId }) => ({ ids: { pactId: draftPactId, number: '1' }, body });

const PACT = {
  title: 'Patto',
  commonAgenda: 'Insieme',
  territory: ['015146'],
  startsOn: '2025-01-01',
  ratificationRule: { kind: 'all_signatories' },
};

const forAPurpose: Row = () => ({ query: '?purpose=case_management' });

const EVIDENCE = { url: 'https://example.org/verbale.pdf', sha256: 'a'.repeat(64) };

/** One row for each operation: how it is asked so that whoever may do it, can. */
export const ROWS: Readonly<Record<string, Row>> = {
  health_live: plain,
  health_ready: plain,
  status_show: plain,
  problem_show: () => ({ ids: { slug: 'not-found' } }),
  caller_show: plain,

  api_key_create: ({ pactId }) => ({ body: { name: 'BI', kind: 'dashboard', pacts: [pactId] } }),
  api_key_list: plain,
  api_key_show: plain,
  api_key_rotate: () => ({ body: { overlapSeconds: 0 } }),
  api_key_revoke: ({ spareKeyId }) => ({ ids: { keyId: spareKeyId } }),

  audit_entry_list: ({ pactId }) => ({ query: `?pactId=${pactId}` }),

  grant_create: ({ pactId }) => ({ body: { subject: randomUUID(), kind: 'auditor', pactId } }),
  grant_list: plain,
  grant_show: plain,
  grant_revoke: ({ spareGrantIds }) => ({ ids: { grantId: spareGrantIds.any } }),
  pact_grant_create: () => ({ body: { subject: randomUUID(), kind: 'observer' } }),
  pact_grant_list: plain,
  pact_grant_show: plain,
  pact_grant_revoke: ({ spareGrantIds }) => ({ ids: { grantId: spareGrantIds.own } }),

  actor_create: () => ({
    body: {
      name: 'Il Ponte',
      system: 'third_sector',
      kind: 'cooperative',
      contacts: [{ label: 'Segreteria' }],
      services: [{ name: 'Tirocini' }],
    },
  }),
  actor_list: plain,
  actor_show: plain,
  actor_change: () => ({ body: { name: 'Il Ponte nuovo' } }),

  ...KNOWLEDGE_ROWS,

  pact_create: () => ({ body: PACT }),
  pact_list: plain,
  pact_show: plain,
  pact_change: () => ({ body: { title: 'Patto nuovo' } }),
  pact_move: onDraft({ to: 'consultation' }),
  pact_transition_list: plain,
  pact_version_create: onDraft({ text: 'Le parti convengono ancora.' }),
  pact_version_list: plain,
  pact_version_show: plain,
  pact_version_change: onDraft({ text: 'Le parti convengono altro.' }),
  pact_version_publish: onDraft({}),

  member_create: ({ newcomerActorId }) => ({ body: { actorId: newcomerActorId, role: 'supporter' } }),
  member_list: plain,
  member_show: plain,
  member_change: ({ unsignedMemberId }) => ({
    ids: { memberId: unsignedMemberId },
    body: { role: 'promoter' },
  }),
  member_sign: ({ unsignedMemberId }) => ({
    ids: { memberId: unsignedMemberId },
    body: { versionNumber: 1, signatoryName: 'La presidente', signedOn: '2025-02-01' },
  }),
  member_signature_show: plain,
  withdrawal_announce: ({ leavingMemberId }) => ({
    ids: { memberId: leavingMemberId },
    body: { commitments: [] },
  }),
  withdrawal_show: ({ leavingMemberId }) => ({ ids: { memberId: leavingMemberId } }),

  ...AGENDA_ROWS,

  commitment_create: ({ promise }) => ({ body: promise }),
  commitment_list: plain,
  commitment_show: plain,
  commitment_change: ({ draftId }) => ({ ids: { commitmentId: draftId }, body: { title: 'Due tutor' } }),
  commitment_move: ({ draftId }) => ({ ids: { commitmentId: draftId }, body: { to: 'proposed' } }),
  commitment_transition_list: plain,
  commitment_revision_list: plain,
  delivery_record: () => ({ body: { deliveredOn: '2025-06-01', quantity: 1, evidence: [EVIDENCE] } }),
  delivery_list: plain,
  delivery_show: plain,
  delivery_confirm: () => ({ body: { verdict: 'confirmed' } }),

  ...PLAN_ROWS,
  ...GOVERNANCE_ROWS,

  outcome_batch_push: ({ pactId }, { kind = 'nobody', wrongScope }) => ({
    body: { source: wrongScope ? 'free' : sourceOf(kind, pactId), records: [PATHWAY] },
  }),
  outcome_batch_list: plain,
  outcome_batch_show: ({ batchIds }, { kind }) => ({ ids: { batchId: batchIds(kind) } }),
  outcome_batch_results: ({ batchIds }, { kind }) => ({ ids: { batchId: batchIds(kind) } }),

  outcome_batch_cancel: ({ batchIds }, { kind }) => ({ ids: { batchId: batchIds(kind, 'waiting') } }),
  regional_batch_push: (_, { kind = 'nobody', name, wrongScope }) => ({
    body: {
      source: wrongScope ? 'free' : sourceOf(kind, name.replaceAll(/[^a-z]/g, '')),
      records: [PATHWAY],
    },
  }),
  regional_batch_list: plain,
  regional_batch_show: ({ batchIds }, { kind }) => ({ ids: { regionalBatchId: batchIds(kind, 'regional') } }),
  regional_batch_results: ({ batchIds }, { kind }) => ({
    ids: { regionalBatchId: batchIds(kind, 'regional') },
  }),

  data_quality_show: plain,
  data_quality_rule_list: plain,
  data_quality_finding_list: plain,
  data_quality_finding_show: plain,
  data_quality_finding_settle: () => ({ body: { state: 'acknowledged', note: 'Chiesto alla fonte.' } }),

  dead_letter_list: plain,
  dead_letter_show: plain,
  dead_letter_replay: plain,
  dead_letter_replay_all: () => ({ body: { job: 'none' } }),
  record_kind_list: plain,
  record_kind_show: () => ({ ids: { kind: 'employment' } }),
  record_kind_template: () => ({ ids: { kind: 'employment' } }),

  participant_list: forAPurpose,
  participant_show: forAPurpose,
  pathway_list: forAPurpose,
  employment_spell_list: forAPurpose,
  labour_status_list: forAPurpose,
  qualification_list: forAPurpose,
  assessment_list: forAPurpose,
  service_list: forAPurpose,
  participant_record_history: forAPurpose,
  pathway_history: forAPurpose,
  employment_spell_history: forAPurpose,
  labour_status_history: forAPurpose,
  qualification_history: forAPurpose,
  assessment_history: forAPurpose,
  service_history: forAPurpose,
  case_data_access_list: plain,
  participant_export: () => ({
    body: { identifier: PATHWAY.participant, purpose: 'data_subject_request' },
  }),
  participant_erase: (_, { kind = 'nobody' }) => ({
    body: { identifier: erasable(kind), purpose: 'data_subject_request' },
  }),
  retention_run_list: plain,

  indicator_list: plain,
  indicator_show: plain,
  indicator_settings_show: plain,
  indicator_settings_replace: () => ({ body: { retention: { rule: 'any_employer' } } }),
  monitoring_run_create: () => ({ body: {} }),
  monitoring_run_list: plain,
  monitoring_run_show: plain,
  target_list: plain,
  target_show: plain,
  target_version_list: plain,
  target_set: ({ target }) => ({ body: target }),
  target_remove: ({ spareTargetId }) => ({ ids: { targetId: spareTargetId } }),
  figure_list: plain,
  figure_across_list: plain,
  figure_total_list: plain,
  figure_trend_show: () => ({ query: '?indicator=pathways_started' }),
  figure_explain: plain,
  figure_row_list: forAPurpose,
  case_figure_show: () => ({ query: '?purpose=case_management&period=2025-01-15..2025-03-20' }),
};

/** @throws when nobody has said how this operation is asked. */
export function rowOf(operationId: string): Row {
  const row = ROWS[operationId];
  if (row === undefined) {
    throw new Error(
      `${operationId} has no row in the permission matrix: add one to test/support/permission-matrix/rows.ts`,
    );
  }
  return row;
}
