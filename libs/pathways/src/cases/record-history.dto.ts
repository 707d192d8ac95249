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
class VersionAnswer {
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

export class AttributesVersionAnswer extends VersionAnswer {
  @Nested(() => AttributesAnswer, SAID)
  said?: AttributesAnswer;
}

export class PathwayVersionAnswer extends VersionAnswer {
  @Nested(() => PathwayAnswer, SAID)
  said?: PathwayAnswer;
}

export class EmploymentSpellVersionAnswer extends VersionAnswer {
  @Nested(() => EmploymentSpellAnswer, SAID)
  said?: EmploymentSpellAnswer;
}

export class LabourStatusVersionAnswer extends VersionAnswer {
  @Nested(() => LabourStatusAnswer, SAID)
  said?: LabourStatusAnswer;
}

export class QualificationVersionAnswer extends VersionAnswer {
  @Nested(() => QualificationAnswer, SAID)
  said?: QualificationAnswer;
}

export class AssessmentVersionAnswer extends VersionAnswer {
  @Nested(() => AssessmentAnswer, SAID)
  said?: AssessmentAnswer;
}

export class ServiceVersionAnswer extends VersionAnswer {
  @Nested(() => ServiceAnswer, SAID)
  said?: ServiceAnswer;
}
