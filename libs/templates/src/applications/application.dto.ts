import { Flag, Instant, Nested, NestedList, OneOf, PageQuery, Text, TextList, Uuid, Whole } from '#platform';
import { TemplateDocument } from '../format/template.dto.js';
import { CODE } from '../format/vocabulary.rules.js';
import { OUTCOMES, REASONS, type Outcome, type Reason } from './application.rules.js';

const LANGUAGES = ['it', 'en'] as const;
type ApplicationLanguage = (typeof LANGUAGES)[number];
const LANGUAGE = {
  optional: true,
  description: 'In which language the pact takes what it keeps in one only; it unless told.',
};
const CODE_OF_TEMPLATE = { max: 64, pattern: CODE };
const NUMBER = { min: 0, max: 100_000 };
const MOST_ITEMS = 10_000;

/** A shipped template by its code, or one that is sent: one of both. */
export class ApplicationRequest {
  @Text({
    ...CODE_OF_TEMPLATE,
    optional: true,
    description: 'The code of a template that comes with the service.',
  })
  template?: string;

  @Nested(() => TemplateDocument, {
    optional: true,
    description: 'A template of its own, such as an exported one.',
  })
  document?: TemplateDocument;

  @OneOf(LANGUAGES, LANGUAGE)
  language?: ApplicationLanguage;

  @Flag({ optional: true, description: 'Only say what it would come to.' })
  dryRun?: boolean;
}

class Counts {
  @Whole(NUMBER)
  created: number;

  @Whole(NUMBER)
  changed: number;

  @Whole(NUMBER)
  unchanged: number;

  @Whole({ ...NUMBER, description: 'What the pact has said or taken away itself, or what does not fit in.' })
  left: number;
}

class AppliedItem {
  @Text({ max: 40, description: 'The part of the template.' })
  part: string;

  @Text({ max: 200, description: 'Its code there; of a link, the codes of its ends.' })
  code: string;

  @OneOf(OUTCOMES)
  outcome: Outcome;

  @OneOf(REASONS, {
    optional: true,
    description:
      'edited: the pact says it otherwise; removed: the pact has taken it away; missing_reference: what it refers to ' +
      'is not there; fixed: it cannot be changed; over: it is at its end; taken: another has its place; circle: it ' +
      'would close one; full: the pact has as many as it may.',
  })
  reason?: Reason;

  @TextList({ max: 60, maxItems: 20, optional: true, description: 'What is different, of what is changed.' })
  fields?: string[];
}

/** What a template came to, or would come to. */
export class ApplicationAnswer {
  @Uuid({
    optional: true,
    description: 'Of the application; none where nothing was to be done, or for a dry run.',
  })
  id?: string;

  @Text(CODE_OF_TEMPLATE)
  template: string;

  @Whole({ min: 1, max: 999_999 })
  templateVersion: number;

  @OneOf(LANGUAGES)
  language: ApplicationLanguage;

  @Flag()
  dryRun: boolean;

  @Nested(() => Counts)
  counts: Counts;

  @NestedList(() => AppliedItem, { maxItems: MOST_ITEMS })
  items: AppliedItem[];
}

/** An application that brought something to the pact. */
export class PastApplicationAnswer {
  @Uuid()
  id: string;

  @Text(CODE_OF_TEMPLATE)
  template: string;

  @Whole({ min: 1, max: 999_999 })
  templateVersion: number;

  @OneOf(LANGUAGES)
  language: ApplicationLanguage;

  @Nested(() => Counts)
  counts: Counts;

  @Text({ max: 200, description: 'The id of who applied it.' })
  appliedBy: string;

  @Instant()
  appliedAt: string;
}

export class ExportQuery {
  @OneOf(LANGUAGES, {
    optional: true,
    description: 'In which language the pact is written, where it keeps one only; it unless told.',
  })
  language?: ApplicationLanguage;
}

export class ApplicationListQuery extends PageQuery {}
