import { Day, Instant, Nested, OneOf, PageQuery, Text, Uuid, Whole } from '#platform';
import { VERSION } from '../bodies/body.dto.js';
import { OutcomeAnswer } from '../proposals/proposal.dto.js';
import { PROPOSAL_KINDS, type ProposalKind } from '../proposals/proposal.rules.js';
import { ACTION_STATES, DECISION_STATES, type ActionState, type DecisionState } from './decision.rules.js';
import { EFFECT_KINDS, type EffectKind } from './effects.queries.js';

const REASON = { max: 2_000, multiline: true, optional: true };
const TITLE = { max: 200, example: 'Trovare i locali' };
const NOTE = { max: 2_000, multiline: true, optional: true };
const COUNT = { min: 0, max: 2_147_483_647 };

export class DecisionAnswer {
  @Uuid()
  id: string;

  @Uuid()
  proposalId: string;

  @Uuid()
  bodyId: string;

  @Uuid({ optional: true })
  meetingId?: string;

  @OneOf(PROPOSAL_KINDS)
  kind: ProposalKind;

  @Text({ max: 200 })
  title: string;

  @Text({ max: 20_000, multiline: true })
  text: string;

  @Day()
  decidedOn: string;

  @Nested(() => OutcomeAnswer)
  outcome: OutcomeAnswer;

  @OneOf(DECISION_STATES)
  state: DecisionState;

  @Day({ optional: true })
  endedOn?: string;

  @Text(REASON)
  reason?: string;

  @Whole(VERSION)
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class DecisionTransitionRequest {
  @OneOf(DECISION_STATES)
  to: DecisionState;

  @Text({ ...REASON, description: 'Why; of a decision that is dropped, always.' })
  reason?: string;

  @Day({ optional: true, description: 'Since when; today unless told.' })
  endedOn?: string;
}

export class DecisionListQuery extends PageQuery {
  @Uuid({ optional: true })
  bodyId?: string;

  @Uuid({ optional: true })
  meetingId?: string;

  @OneOf(DECISION_STATES, { optional: true })
  state?: DecisionState;

  @OneOf(PROPOSAL_KINDS, { optional: true })
  kind?: ProposalKind;

  @Day({ optional: true, description: 'Decided on this day or later.' })
  from?: string;

  @Day({ optional: true, description: 'Decided before this day.' })
  before?: string;
}

export class ActionRequest {
  @Text(TITLE)
  title: string;

  @Uuid()
  responsibleActorId: string;

  @Day()
  dueOn: string;

  @Text(NOTE)
  note?: string;
}

export class ActionPatch {
  @Text({ ...TITLE, optional: true })
  title?: string;

  @Uuid({ optional: true })
  responsibleActorId?: string;

  @Day({ optional: true })
  dueOn?: string;

  @OneOf(ACTION_STATES, { optional: true })
  state?: ActionState;

  @Text({ ...NOTE, nullable: true })
  note?: string | null;
}

export class ActionAnswer extends ActionRequest {
  @Uuid()
  id: string;

  @Uuid()
  decisionId: string;

  @OneOf(ACTION_STATES)
  state: ActionState;

  @Day({ optional: true })
  endedOn?: string;

  @Whole(VERSION)
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class ActionListQuery extends PageQuery {
  @OneOf(ACTION_STATES, { optional: true })
  state?: ActionState;

  @Uuid({ optional: true })
  responsibleActorId?: string;
}

/** Something that a decision has changed, as the changed thing itself points back to it. */
export class EffectAnswer {
  @OneOf(EFFECT_KINDS)
  kind: EffectKind;

  @Uuid({ description: 'The id of what was changed.' })
  id: string;

  @Text({ max: 60, description: 'What has become of it: published, released, replaced …' })
  change: string;

  @Whole({ ...COUNT, optional: true, description: 'The number or version that it has since then.' })
  number?: number;

  @Instant()
  at: string;
}
