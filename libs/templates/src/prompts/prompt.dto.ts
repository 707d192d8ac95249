import { Instant, Nested, OneOf, PageQuery, Text, Uuid, Whole } from '#platform';
import { CODE, PROMPT_SUBJECTS } from '../format/vocabulary.rules.js';

const COUNT = { min: 0, max: 1_000_000_000, optional: true };

class Question {
  @Text({ max: 500 })
  it: string;

  @Text({ max: 500, optional: true })
  en?: string;
}

/** A question of a template, and how far the pact has answered it. */
export class PromptAnswer {
  @Uuid()
  id: string;

  @Text({ max: 64, pattern: CODE })
  code: string;

  @Nested(() => Question)
  text: Question;

  @OneOf(PROMPT_SUBJECTS, {
    description: 'What answers it: SWOT entries, territory entries, stakeholders of a system, or decisions.',
  })
  about: string;

  @Text({ max: 40, description: 'The kind of entry, the system, or what is to be decided of each measure.' })
  kind: string;

  @Whole({ ...COUNT, description: 'Entries or stakeholders that the pact has of this kind.' })
  answers?: number;

  @Whole({ ...COUNT, description: 'Measures of which this is not decided yet.' })
  openMeasures?: number;

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class PromptListQuery extends PageQuery {
  @OneOf(PROMPT_SUBJECTS, { optional: true })
  about?: string;
}
