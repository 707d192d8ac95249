import { Flag, Instant, NestedList, OneOf, PageQuery, Uuid } from '#platform';
import { PURPOSES, type Purpose } from './case-access.js';
import {
  AssessmentAnswer,
  AttributesAnswer,
  EmploymentSpellAnswer,
  LabourStatusAnswer,
  PathwayAnswer,
  PHASES,
  QualificationAnswer,
  ServiceAnswer,
} from './record.dto.js';

const MOST_RECORDS = 1_000;
const WHY = { description: 'Why the data is looked at. It is noted with who looks at whom.' };

export class CaseDataQuery {
  @OneOf(PURPOSES, WHY)
  purpose: Purpose;
}

export class ParticipantListQuery extends PageQuery {
  @OneOf(PURPOSES, WHY)
  purpose: Purpose;
}

export class RecordListQuery extends ParticipantListQuery {
  @Uuid({ optional: true, description: 'Only those of this participant.' })
  participantId?: string;
}

export class PathwayListQuery extends RecordListQuery {
  @OneOf(PHASES, { optional: true })
  phase?: string;

  @Flag({ optional: true, description: 'Only those that have not ended, or only those that have.' })
  open?: boolean;
}

export class EmploymentSpellListQuery extends RecordListQuery {
  @Flag({ optional: true, description: 'Only those that last, or only those that have ended.' })
  open?: boolean;
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

  @NestedList(() => LabourStatusAnswer, { maxItems: MOST_RECORDS })
  labourStatuses: LabourStatusAnswer[];

  @NestedList(() => QualificationAnswer, { maxItems: MOST_RECORDS })
  qualifications: QualificationAnswer[];

  @NestedList(() => AssessmentAnswer, { maxItems: MOST_RECORDS })
  assessments: AssessmentAnswer[];

  @NestedList(() => ServiceAnswer, { maxItems: MOST_RECORDS })
  services: ServiceAnswer[];
}
