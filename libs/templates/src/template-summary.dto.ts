import { Nested, NestedList, Text, Whole } from '#platform';
import { CODE } from './format/vocabulary.rules.js';
import { Name } from './format/words.dto.js';

class PartCount {
  @Text({ max: 40 })
  part: string;

  @Whole({ min: 1, max: 2_000 })
  items: number;
}

/** What a template is called, and how much there is of each part. */
export class TemplateSummary {
  @Text({ max: 64, pattern: CODE })
  code: string;

  @Whole({ min: 1, max: 999_999 })
  version: number;

  @Text({ max: 300, description: 'In the language asked for.' })
  label: string;

  @Nested(() => Name)
  name: Name;

  @NestedList(() => PartCount, { maxItems: 20 })
  parts: PartCount[];
}
