import { ApiProperty } from '@nestjs/swagger';
import { Day, Decimal, Flag, Instant, OneOf, Text, TextList, Uuid, Whole } from '#platform';

export const PHASES = [
  'outreach',
  'intake',
  'orientation',
  'training',
  'protection',
  'placement',
  'follow_up',
  'closed',
] as const;
const OPTIONAL = { optional: true };

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

export class LabourStatusAnswer extends RecordAnswer {
  @Uuid()
  participantId: string;

  @Day()
  onDate: string;

  @Text({ max: 20 })
  status: string;
}

export class QualificationAnswer extends RecordAnswer {
  @Uuid()
  participantId: string;

  @Day()
  awardedOn: string;

  @Whole({ min: 1, max: 8, optional: true, description: 'EQF level.' })
  level?: number;
}

export class AssessmentAnswer extends RecordAnswer {
  @Uuid()
  participantId: string;

  @Text({ max: 64 })
  scale: string;

  @Text({ max: 32 })
  scaleVersion: string;

  @Day()
  onDate: string;

  @ApiProperty({
    type: 'object',
    maxProperties: 40,
    additionalProperties: { type: 'number', format: 'double', nullable: true },
    description: 'The score in each domain; null where the domain does not apply.',
  })
  scores: Readonly<Record<string, number | null>>;
}

export class ServiceAnswer extends RecordAnswer {
  @Uuid()
  participantId: string;

  @Text({ max: 100 })
  service: string;

  @Day()
  onDate: string;

  @Decimal({ min: 0, max: 10_000, digits: 2 })
  hours: number;

  @Uuid(OPTIONAL)
  actorId?: string;
}
