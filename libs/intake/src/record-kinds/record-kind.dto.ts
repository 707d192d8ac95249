import { ApiProperty } from '@nestjs/swagger';
import { Flag, Nested, NestedList, OneOf, Text, TextList } from '#platform';
import { DELIMITERS, type Delimiter } from '../formats/csv/delimiter.js';

const WORDS = { max: 500 };
const NAME = { max: 100 };
const MOST = 100;

export const TEMPLATE_FORMATS = ['csv', 'xlsx'] as const;

export class TemplateQuery {
  @OneOf(TEMPLATE_FORMATS, { optional: true, description: '`csv` by default.' })
  format?: (typeof TEMPLATE_FORMATS)[number];

  @OneOf(Object.keys(DELIMITERS), { optional: true, description: 'Of CSV; `semicolon` by default.' })
  delimiter?: Delimiter;
}

class LabelAnswer {
  @Text(WORDS)
  it: string;

  @Text(WORDS)
  en: string;
}

class FieldAnswer {
  @Text(NAME)
  name: string;

  @Nested(() => LabelAnswer)
  label: LabelAnswer;

  @Flag()
  required: boolean;

  @OneOf(['text', 'day', 'number', 'flag', 'list', 'identity', 'scores'])
  type: string;

  @TextList({
    maxItems: MOST,
    max: 100,
    optional: true,
    description: 'The values there are, if the list is closed.',
  })
  allowed?: string[];

  @TextList({ maxItems: MOST, max: 100, description: 'Its columns in a table.' })
  columns: string[];

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The JSON schema of its values.' })
  schema: object;
}

export class RecordKindSummary {
  @Text(NAME)
  kind: string;

  @Nested(() => LabelAnswer)
  label: LabelAnswer;
}

export class RecordKindAnswer extends RecordKindSummary {
  @NestedList(() => FieldAnswer, { maxItems: MOST })
  fields: FieldAnswer[];

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'A record that fits.' })
  example: object;
}
