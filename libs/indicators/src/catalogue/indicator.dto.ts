import { ApiProperty } from '@nestjs/swagger';
import { Day, Nested, NestedList, OneOf, PageQuery, Text, TextList, Whole } from '#platform';

const CODE = { max: 60 };
const WORDS = { max: 2_000 };
const VERSION = { min: 1, max: 2_147_483_647 };

class LabelsAnswer {
  @Text(WORDS)
  it: string;

  @Text(WORDS)
  en: string;
}

class DefinitionVersionAnswer {
  @Whole(VERSION)
  version: number;

  @Nested(() => LabelsAnswer)
  note: LabelsAnswer;
}

class ExampleAnswer {
  @Nested(() => LabelsAnswer)
  title: LabelsAnswer;

  @Day()
  asOf: string;

  @ApiProperty({
    type: 'array',
    maxItems: 1_000,
    items: { type: 'object', additionalProperties: true },
    description: 'Rows of the fact.',
  })
  rows: object[];

  @ApiProperty({
    type: 'array',
    maxItems: 1_000,
    items: { type: 'object', additionalProperties: true },
    description: 'What comes out.',
  })
  figures: object[];
}

export class IndicatorSummary {
  @Text(CODE)
  code: string;

  @Whole(VERSION)
  version: number;

  @Text({ ...WORDS, description: 'In the language of Accept-Language: it or en.' })
  label: string;

  @Text(CODE)
  unit: string;

  @OneOf(['up', 'down', 'none'], { description: 'The direction of good.' })
  direction: string;

  @OneOf(['population', 'performance'])
  type: string;

  @OneOf(['flow', 'stock', 'cohort'], { description: 'How a row finds its period.' })
  periodRule: string;

  @TextList({ maxItems: 50, max: 60, description: 'Names for `by`.' })
  breakdowns: string[];

  @TextList({ maxItems: 50, max: 121, description: 'Breakdowns that are also crossed, as `by` takes them.' })
  crossings: string[];
}

export class IndicatorAnswer extends IndicatorSummary {
  @Nested(() => LabelsAnswer)
  labels: LabelsAnswer;

  @Text({ ...WORDS, description: 'The rule in words, in the language of Accept-Language.' })
  rule: string;

  @Nested(() => LabelsAnswer)
  rules: LabelsAnswer;

  @Text(WORDS)
  formula: string;

  @Text({ ...CODE, description: 'The kind of rows it counts.' })
  fact: string;

  @OneOf(['persons', 'organisations'], { description: 'Figures about persons pass disclosure control.' })
  counts: string;

  @TextList({
    maxItems: 10,
    max: 60,
    description: 'Choices of the pact that it depends on, as the indicator settings name them.',
  })
  settings: string[];

  @TextList({ maxItems: 20, max: 60, description: 'Why what is asked about may be left out of the count.' })
  leftOut: string[];

  @NestedList(() => DefinitionVersionAnswer, {
    maxItems: 100,
    description:
      'What earlier versions counted otherwise. Published figures keep the version they came from.',
  })
  history: DefinitionVersionAnswer[];

  @NestedList(() => ExampleAnswer, { maxItems: 50 })
  examples: ExampleAnswer[];
}

export class IndicatorListQuery extends PageQuery {}
