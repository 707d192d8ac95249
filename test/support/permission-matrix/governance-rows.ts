import type { Row } from './row.js';

const plain: Row = () => ({});

const CONSULTATION = {
  kind: 'survey',
  title: 'Che cosa manca?',
  question: 'Che cosa manca a chi cerca lavoro?',
  startsOn: '2025-06-01',
  endsOn: '2025-06-30',
};
const MANDATE = {
  purpose: 'Guidare il patto',
  powers: [],
  startsOn: '2025-01-01',
  endsOn: '2027-12-31',
  quorum: 'half',
  majority: 'simple',
  ties: 'fail',
  delegationsPerDelegate: 0,
};

/** How each operation of governance is asked so that whoever may do it, can. */
export const GOVERNANCE_ROWS: Readonly<Record<string, Row>> = {
  body_create: () => ({
    body: { kind: 'assembly', level: 'regional', name: 'Assemblea', openedOn: '2025-01-01' },
  }),
  body_list: plain,
  body_show: plain,
  body_change: () => ({ body: { name: 'Cabina di regia del patto' } }),
  body_member_create: ({ newcomerActorId }) => ({
    body: { actorId: newcomerActorId, role: 'adviser', voting: false, startsOn: '2025-06-01' },
  }),
  body_member_list: plain,
  body_member_show: plain,
  body_member_change: () => ({ body: { role: 'vice_chair' } }),

  mandate_create: ({ governance }) => ({ body: { ...MANDATE, bodyId: governance.bareBodyId } }),
  mandate_list: plain,
  mandate_show: plain,
  mandate_change: () => ({ body: { reporting: 'Ogni due anni' } }),
  mandate_version_list: plain,

  meeting_create: ({ ids }) => ({
    body: { bodyId: ids['bodyId'], kind: 'verification', title: 'Verifica', heldOn: '2025-11-10' },
  }),
  meeting_list: plain,
  meeting_show: plain,
  meeting_change: () => ({ body: { place: 'Sala consiliare' } }),
  meeting_move: ({ governance }) => ({
    ids: { meetingId: governance.plannedMeetingId },
    body: { to: 'convened' },
  }),
  attendance_record: () => ({ body: { status: 'excused' } }),

  proposal_create: ({ ids }) => ({
    body: { bodyId: ids['bodyId'], kind: 'general', title: 'Una proposta', text: 'Si propone.' },
  }),
  proposal_list: plain,
  proposal_show: plain,
  proposal_change: ({ governance }) => ({
    ids: { proposalId: governance.draftProposalId },
    body: { title: 'Un’altra proposta' },
  }),
  proposal_move: ({ governance }) => ({
    ids: { proposalId: governance.unwantedProposalId },
    body: { to: 'withdrawn' },
  }),
  vote_cast: ({ governance, ids }) => ({
    body: { proposalId: governance.openProposalId, actorId: ids['actorId'], choice: 'abstain' },
  }),
  vote_list: plain,
  vote_show: plain,

  decision_list: plain,
  decision_show: plain,
  decision_move: ({ governance }) => ({
    ids: { decisionId: governance.spareDecisionId },
    body: { to: 'implemented' },
  }),
  decision_effect_list: plain,
  decision_action_create: ({ ids }) => ({
    body: { title: 'Trovare i locali', responsibleActorId: ids['actorId'], dueOn: '2026-06-30' },
  }),
  decision_action_list: plain,
  decision_action_show: plain,
  decision_action_change: () => ({ body: { state: 'in_progress' } }),

  consultation_create: () => ({ body: CONSULTATION }),
  consultation_list: plain,
  consultation_show: plain,
  consultation_change: () => ({ body: { synthesis: 'Servono orari diversi.' } }),
  consultation_move: ({ governance }) => ({
    ids: { consultationId: governance.plannedConsultationId },
    body: { to: 'open' },
  }),
  contribution_create: ({ ids }) => ({ body: { actorId: ids['actorId'], text: 'Servono tutor.' } }),
  contribution_list: plain,
  contribution_show: plain,
  contribution_answer: () => ({ body: { outcome: 'accepted', reason: 'È condiviso da molti.' } }),

  cadence_show: plain,
  cadence_replace: () => ({
    body: { consultationsAYear: 3, verificationMeetingsAYear: 2, mandateNoticeDays: 90 },
  }),
  alert_list: plain,
  alert_show: plain,
};
