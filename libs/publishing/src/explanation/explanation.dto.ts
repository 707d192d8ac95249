import { ApiProperty } from '@nestjs/swagger';
import { LEFT_OUT_REASONS as REASONS } from '#indicators';
import { Day, Flag, Instant, Nested, NestedList, OneOf, Text, TextList, Uuid, Whole } from '#platform';
import { FigureAnswer } from '../figures/figure.dto.js';
import { LeftOutRows } from '../figures/left-out.dto.js';
import { MOST_REVISIONS } from './explanation.queries.js';

const CODE = { max: 60 };
const WORDS = { max: 2_000 };
const COUNT = { min: 0, max: 2_147_483_647 };
const VERSION = { min: 1, max: 2_147_483_647 };
const MOST_SOURCES = 1_000;

class Words {
  @Text(WORDS)
  it: string;

  @Text(WORDS)
  en: string;
}

class ExplainedDefinition {
  @Text(CODE)
  code: string;

  @Whole({ ...VERSION, description: 'The one that the figure was computed under.' })
  version: number;

  @Whole({ ...VERSION, description: 'The one that rule and formula are of.' })
  currentVersion: number;

  @Nested(() => Words, {
    optional: true,
    description: 'What the earlier version of the figure counted otherwise.',
  })
  note?: Words;

  @Nested(() => Words)
  labels: Words;

  @Nested(() => Words)
  rules: Words;

  @Text(WORDS)
  formula: string;

  @Text({ ...CODE, description: 'The kind of rows it counts.' })
  fact: string;

  @OneOf(['persons', 'organisations'])
  counts: string;

  @OneOf(['flow', 'stock', 'cohort'], { description: 'How a row finds its period.' })
  periodRule: string;

  @TextList({ maxItems: 20, max: 60, description: 'Why rows may be left out.' })
  leftOut: string[];
}

class ExplainedPeriod {
  @Text(CODE)
  code: string;

  @Day({ optional: true, description: 'Absent where it has no first day.' })
  from?: string;

  @Day({ description: 'Its last day; of since-start, the day up to which is known.' })
  to: string;
}

class ExplainedInputs {
  @Whole({ ...COUNT, optional: true, description: 'Rows that were counted, where the figure tells it.' })
  counted?: number;

  @NestedList(() => LeftOutRows, {
    maxItems: REASONS.length,
    optional: true,
    description: 'Rows of the population that were left out.',
  })
  leftOut?: LeftOutRows[];

  @Flag({ description: 'Nobody was left out, or too few for their number to be told.' })
  leftOutWithheld: boolean;
}

class ExplainedSource {
  @Text({ max: 64 })
  source: string;

  @Day({ optional: true, description: 'The last day that it had confirmed.' })
  cutoff?: string;
}

class FigureRevision {
  @Uuid()
  id: string;

  @Whole(VERSION)
  revision: number;

  @Whole(VERSION)
  definitionVersion: number;

  @Day()
  asOf: string;

  @Instant()
  computedAt: string;

  @OneOf(['none', 'primary', 'complementary'])
  suppression: string;
}

export class ExplanationAnswer {
  @Nested(() => FigureAnswer, { description: 'As it is published, without its target.' })
  figure: FigureAnswer;

  @Nested(() => ExplainedDefinition, {
    optional: true,
    description: 'Absent where there is no such indicator any more.',
  })
  definition?: ExplainedDefinition;

  @Nested(() => ExplainedPeriod)
  period: ExplainedPeriod;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    maxProperties: 10,
    description:
      'What the pact had chosen, as far as it has an effect on the figure; named as in its indicator settings.',
  })
  settings: object;

  @Nested(() => ExplainedInputs, { optional: true })
  inputs?: ExplainedInputs;

  @NestedList(() => ExplainedSource, {
    maxItems: MOST_SOURCES,
    description: 'Who had reported, and up to which day, when its run counted.',
  })
  sources: ExplainedSource[];

  @NestedList(() => FigureRevision, {
    maxItems: MOST_REVISIONS,
    description: 'Newest first; this one is among them.',
  })
  revisions: FigureRevision[];
}

export class CountedRowAnswer {
  @Uuid({ description: 'A pseudonym.' })
  participantId: string;

  @Uuid({ optional: true, description: 'Absent where the indicator does not count pathways.' })
  pathwayId?: string;

  @OneOf(['counted', ...REASONS], { description: 'Counted, or why not.' })
  outcome: string;

  @Flag({ optional: true, description: 'Of a share: whether it is among those that it is the share of.' })
  fulfils?: boolean;

  @Whole({ ...COUNT, description: 'How many rows, such as readings or months, it stands for.' })
  rows: number;
}
