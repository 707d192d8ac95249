import { OneOf, PageQuery, Text, Uuid } from '#platform';
import { CODE, TITLE } from '../entries/entry.dto.js';

/** What is looked for in an agenda; the order is that of the list. */
const FINDING_KINDS = [
  'no_core_problem',
  'objective_not_worded',
  'objective_without_problem',
  'orphan_problem',
  'problem_without_objective',
  'second_core_problem',
] as const;
type FindingKind = (typeof FINDING_KINDS)[number];

export class AgendaFindingAnswer {
  @OneOf(FINDING_KINDS)
  kind: FindingKind;

  @Uuid({ optional: true })
  problemId?: string;

  @Uuid({ optional: true })
  objectiveId?: string;

  @Text({ ...CODE, optional: true })
  code?: string;

  @Text({ ...TITLE, optional: true })
  title?: string;
}

export class AgendaFindingListQuery extends PageQuery {
  @OneOf(FINDING_KINDS, { optional: true })
  kind?: FindingKind;
}
