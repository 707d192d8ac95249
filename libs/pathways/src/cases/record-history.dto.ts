import { Day, Flag, Instant, Nested } from '#platform';
import { ParticipantListQuery } from './case-data.dto.js';
import {
  AssessmentAnswer,
  AttributesAnswer,
  EmploymentSpellAnswer,
  LabourStatusAnswer,
  PathwayAnswer,
  QualificationAnswer,
  ServiceAnswer,
} from './record.dto.js';

const SAID = { optional: true, description: 'What it said. Absent while it was withdrawn.' };

export class RecordHistoryQuery extends ParticipantListQuery {
  @Day({ optional: true, description: 'Only what was known at the end of this day, in Rome.' })
  on?: string;
}

/** What a record said from one moment to another. */
class RecordVersionAnswer {
  @Instant()
  since: string;

  @Instant({
    optional: true,
    description: 'When something else took its place; absent for what it says now.',
  })
  until?: string;

  @Flag({ description: 'Its source had taken it back.' })
  withdrawn: boolean;
}

export class AttributesVersionAnswer extends RecordVersionAnswer {
  @Nested(() => AttributesAnswer, SAID)
  said?: AttributesAnswer;
}

export class PathwayVersionAnswer extends RecordVersionAnswer {
  @Nested(() => PathwayAnswer, SAID)
  said?: PathwayAnswer;
}

export class EmploymentSpellVersionAnswer extends RecordVersionAnswer {
  @Nested(() => EmploymentSpellAnswer, SAID)
  said?: EmploymentSpellAnswer;
}

export class LabourStatusVersionAnswer extends RecordVersionAnswer {
  @Nested(() => LabourStatusAnswer, SAID)
  said?: LabourStatusAnswer;
}

export class QualificationVersionAnswer extends RecordVersionAnswer {
  @Nested(() => QualificationAnswer, SAID)
  said?: QualificationAnswer;
}

export class AssessmentVersionAnswer extends RecordVersionAnswer {
  @Nested(() => AssessmentAnswer, SAID)
  said?: AssessmentAnswer;
}

export class ServiceVersionAnswer extends RecordVersionAnswer {
  @Nested(() => ServiceAnswer, SAID)
  said?: ServiceAnswer;
}
