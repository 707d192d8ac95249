import { Nested, OneOf, OneOfList, PageQuery, Uuid, Whole } from '#platform';
import { SUM } from '../money.js';
import { MEASURE_STATES, type MeasureState } from '../measures/measure.rules.js';
import { Code, Title } from '../titles.js';

/** What a plan leaves to those who decide: when, how long, how much, from where, and who. */
export const QUESTIONS = ['dates', 'duration', 'budget', 'source', 'funding', 'department'] as const;
export type Question = (typeof QUESTIONS)[number];

const QUESTION = {
  description:
    'dates: no first or last day. duration: neither days nor months. budget: no amount. source: no funding line. ' +
    'funding: the lines do not reach the budget. department: no responsible unit.',
};

export class OpenQuestionAnswer {
  @Uuid()
  measureId: string;

  @Code()
  code: string;

  @Nested(() => Title)
  title: Title;

  @OneOf(MEASURE_STATES)
  state: MeasureState;

  @OneOfList(QUESTIONS, { ...QUESTION, minItems: 1, maxItems: QUESTIONS.length })
  questions: Question[];

  @Whole({ ...SUM, optional: true, description: 'What the funding lines do not reach, in euro cents.' })
  unfundedCents?: number;
}

export class OpenQuestionListQuery extends PageQuery {
  @OneOf(QUESTIONS, { ...QUESTION, optional: true })
  question?: Question;
}
