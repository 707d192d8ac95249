import { Day, Flag, Instant, OneOf, PageQuery, Text, TextList, Uuid, UuidList, Whole } from '#platform';
import { VERSION } from '../bodies/body.dto.js';
import { DECISION } from '../mandates/mandate.dto.js';
import {
  CONSULTATION_KINDS,
  CONSULTATION_STATES,
  CONTRIBUTION_OUTCOMES,
  type ConsultationKind,
  type ConsultationState,
  type ContributionOutcome,
} from './consultation.rules.js';

const TITLE = { max: 200, example: 'Che cosa manca a chi cerca lavoro?' };
const QUESTION = { max: 5_000, multiline: true, description: 'What is asked.' };
const BODY = { optional: true, description: 'The body that asks; the pact itself without one.' };
const ACTORS = { maxItems: 500, optional: true, description: 'Actors that are asked.' };
const GROUPS = {
  maxItems: 100,
  max: 200,
  optional: true,
  unique: true,
  description: 'Others that are asked, by the name of their group; never of a person.',
};
const SYNTHESIS = { max: 50_000, multiline: true, optional: true };
const TEXT = { max: 10_000, multiline: true };
const GROUP = {
  max: 200,
  optional: true,
  description: 'A group that is no actor; never the name of a person.',
};
const REASON = { max: 2_000, multiline: true, optional: true, description: 'Why; with an outcome, always.' };

export class ConsultationRequest {
  @Uuid(BODY)
  bodyId?: string;

  @OneOf(CONSULTATION_KINDS)
  kind: ConsultationKind;

  @Text(TITLE)
  title: string;

  @Text(QUESTION)
  question: string;

  @Day()
  startsOn: string;

  @Day()
  endsOn: string;

  @UuidList(ACTORS)
  invitedActorIds?: string[];

  @TextList(GROUPS)
  invitedGroups?: string[];
}

export class ConsultationPatch {
  @Text({ ...TITLE, optional: true })
  title?: string;

  @Text({ ...QUESTION, optional: true })
  question?: string;

  @Day({ optional: true })
  startsOn?: string;

  @Day({ optional: true })
  endsOn?: string;

  @UuidList(ACTORS)
  invitedActorIds?: string[];

  @TextList(GROUPS)
  invitedGroups?: string[];

  @Text({ ...SYNTHESIS, nullable: true })
  synthesis?: string | null;
}

export class ConsultationAnswer extends ConsultationRequest {
  @Uuid()
  id: string;

  @UuidList({ ...ACTORS, optional: false })
  declare invitedActorIds: string[];

  @TextList({ ...GROUPS, optional: false })
  declare invitedGroups: string[];

  @OneOf(CONSULTATION_STATES)
  state: ConsultationState;

  @Text(SYNTHESIS)
  synthesis?: string;

  @Whole(VERSION)
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class ConsultationTransitionRequest {
  @OneOf(CONSULTATION_STATES)
  to: ConsultationState;
}

export class ConsultationListQuery extends PageQuery {
  @OneOf(CONSULTATION_STATES, { optional: true })
  state?: ConsultationState;

  @OneOf(CONSULTATION_KINDS, { optional: true })
  kind?: ConsultationKind;

  @Uuid({ optional: true })
  bodyId?: string;

  @Day({ optional: true, description: 'Ending on this day or later.' })
  from?: string;

  @Day({ optional: true, description: 'Ending before this day.' })
  before?: string;
}

export class ContributionRequest {
  @Uuid({ optional: true, description: 'Whose it is; of a member, its own.' })
  actorId?: string;

  @Text(GROUP)
  groupName?: string;

  @Text(TEXT)
  text: string;

  @Day({ optional: true, description: 'Within the consultation; today unless told.' })
  receivedOn?: string;
}

/** What becomes of a contribution. The contribution itself stays as it was given. */
export class ContributionPatch {
  @OneOf(CONTRIBUTION_OUTCOMES, { optional: true })
  outcome?: ContributionOutcome;

  @Text(REASON)
  reason?: string;

  @Uuid({ ...DECISION, nullable: true, description: 'The decision that took it up.' })
  decisionId?: string | null;
}

export class ContributionAnswer extends ContributionRequest {
  @Uuid()
  id: string;

  @Uuid()
  consultationId: string;

  @Day()
  declare receivedOn: string;

  @OneOf(CONTRIBUTION_OUTCOMES, { optional: true })
  outcome?: ContributionOutcome;

  @Text(REASON)
  reason?: string;

  @Uuid({ optional: true })
  decisionId?: string;

  @Whole(VERSION)
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class ContributionListQuery extends PageQuery {
  @OneOf(CONTRIBUTION_OUTCOMES, { optional: true })
  outcome?: ContributionOutcome;

  @Flag({ optional: true, description: 'false: those of which nobody has said yet what became of them.' })
  answered?: boolean;

  @Uuid({ optional: true })
  actorId?: string;
}
