import {
  Day,
  Decimal,
  Flag,
  Instant,
  NestedList,
  OneOf,
  PageQuery,
  Text,
  TextList,
  Uuid,
  Whole,
} from '#platform';
import { PURPOSES, type Purpose } from './case-access.js';

const PHASES = [
  'outreach',
  'intake',
  'orientation',
  'training',
  'protection',
  'placement',
  'follow_up',
  'closed',
] as const;
const MOST_RECORDS = 1_000;
const WHY = { description: 'Why the data is looked at. It is noted with who looks at whom.' };
const OPTIONAL = { optional: true };

export class CaseDataQuery {
  @OneOf(PURPOSES, WHY)
  purpose: Purpose;
}

export class ParticipantListQuery extends PageQuery {
  @OneOf(PURPOSES, WHY)
  purpose: Purpose;
}

export class PathwayListQuery extends ParticipantListQuery {
  @Uuid({ optional: true, description: 'Only those of this participant.' })
  participantId?: string;

  @OneOf(PHASES, OPTIONAL)
  phase?: string;

  @Flag({ optional: true, description: 'Only those that have not ended, or only those that have.' })
  open?: boolean;
}

export class EmploymentSpellListQuery extends ParticipantListQuery {
  @Uuid({ optional: true, description: 'Only those of this participant.' })
  participantId?: string;

  @Flag({ optional: true, description: 'Only those that last, or only those that have ended.' })
  open?: boolean;
}

/** What every record says of itself. */
class RecordAnswer {
  @Uuid()
  id: string;

  @Text({ max: 120 })
  source: string;

  @Text({ max: 200, description: 'What its source calls it.' })
  externalId: string;

  @Day({ optional: true, description: 'The last day for which its source has confirmed it.' })
  confirmedOn?: string;

  @Instant({ description: 'Since when it has read like this.' })
  recordedAt: string;
}

export class AttributesAnswer extends RecordAnswer {
  @Text({ max: 1, ...OPTIONAL })
  sex?: string;

  @Whole({ min: 1900, max: 2100, ...OPTIONAL })
  birthYear?: number;

  @Whole({ min: 0, max: 8, optional: true, description: 'ISCED 2011 level.' })
  education?: number;

  @Text({ max: 20, ...OPTIONAL })
  citizenship?: string;

  @Flag(OPTIONAL)
  foreignBackground?: boolean;

  @Flag(OPTIONAL)
  minority?: boolean;

  @Flag(OPTIONAL)
  disability?: boolean;

  @Flag(OPTIONAL)
  housingExclusion?: boolean;

  @Flag(OPTIONAL)
  rural?: boolean;

  @TextList({ maxItems: 20, max: 40, ...OPTIONAL })
  targetGroups?: string[];
}

export class PathwayAnswer extends RecordAnswer {
  @Uuid()
  participantId: string;

  @Day()
  startedOn: string;

  @Day(OPTIONAL)
  endedOn?: string;

  @Text({ max: 20, ...OPTIONAL })
  exitReason?: string;

  @Text({ max: 100, ...OPTIONAL })
  measureCode?: string;

  @Uuid(OPTIONAL)
  leadActorId?: string;

  @Text({ max: 200, ...OPTIONAL })
  accessPoint?: string;

  @Text({ max: 30, ...OPTIONAL })
  entryStatus?: string;

  @OneOf(PHASES, OPTIONAL)
  phase?: string;
}

export class EmploymentSpellAnswer extends RecordAnswer {
  @Uuid()
  participantId: string;

  @Day()
  startedOn: string;

  @Day(OPTIONAL)
  plannedEndOn?: string;

  @Day(OPTIONAL)
  endedOn?: string;

  @Text({ max: 100, ...OPTIONAL })
  endReason?: string;

  @Text({ max: 7 })
  contract: string;

  @Decimal({ min: 0, max: 168, digits: 2, ...OPTIONAL })
  hoursPerWeek?: number;

  @Text({ max: 20, ...OPTIONAL })
  sector?: string;
}

export class ParticipantAnswer {
  @Uuid({ description: 'A pseudonym. Who it is cannot be told here.' })
  id: string;

  @Instant({ description: 'When the pact first heard of the participant.' })
  since: string;

  @NestedList(() => AttributesAnswer, { maxItems: MOST_RECORDS, description: 'As each source tells them.' })
  attributes: AttributesAnswer[];
}

export class ParticipantCaseAnswer extends ParticipantAnswer {
  @NestedList(() => PathwayAnswer, { maxItems: MOST_RECORDS, description: 'Those the caller answers for.' })
  pathways: PathwayAnswer[];

  @NestedList(() => EmploymentSpellAnswer, { maxItems: MOST_RECORDS })
  employmentSpells: EmploymentSpellAnswer[];
}
