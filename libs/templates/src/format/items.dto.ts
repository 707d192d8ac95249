import { Flag, Nested, NestedList, OneOf, Text, TextList, Whole } from '#platform';
import { DescriptionLabels, NameLabels } from './labels.dto.js';
import {
  CODE,
  FUNDING_KINDS,
  HORIZONS,
  MAJORITIES,
  PROMPT_SUBJECTS,
  QUORUMS,
  TIES,
} from './vocabulary.rules.js';

const CODE_OF = { max: 60, pattern: CODE };
const codeOf = (what: string) => ({ ...CODE_OF, optional: true, description: `The code of ${what}.` });
const codesOf = (what: string) => ({
  ...CODE_OF,
  maxItems: 50,
  unique: true,
  optional: true,
  description: `The codes of ${what}.`,
});

/** What every part has: a code that stays, so that applying it again finds it. */
export class TemplateItem {
  @Text(CODE_OF)
  code: string;

  @Nested(() => NameLabels)
  name: NameLabels;
}

class DescribedItem extends TemplateItem {
  @Nested(() => DescriptionLabels, { optional: true })
  description?: DescriptionLabels;
}

export class ProblemItem extends DescribedItem {
  @Flag({ optional: true })
  isCore?: boolean;
}

export class ProblemLinkItem {
  @Text(CODE_OF)
  cause: string;

  @Text(CODE_OF)
  effect: string;
}

export class StrategyItem extends DescribedItem {
  @OneOf(HORIZONS)
  horizon: string;
}

export class ObjectiveItem extends DescribedItem {
  @Text(codeOf('the problem that it answers'))
  problem?: string;

  @Text(codeOf('its strategy'))
  strategy?: string;
}

export class ObjectiveLinkItem {
  @Text(CODE_OF)
  means: string;

  @Text(CODE_OF)
  end: string;
}

export class PillarItem extends TemplateItem {}

export class ExpectedResultItem extends TemplateItem {
  @Text({ ...CODE_OF, description: 'The code of its pillar.' })
  pillar: string;

  @Text(codeOf('the objective that it serves'))
  objective?: string;
}

/** A question that the pact is to answer: with entries of its survey, with stakeholders, or with a decision. */
export class PromptItem extends TemplateItem {
  @OneOf(PROMPT_SUBJECTS)
  about: string;

  @Text({
    max: 40,
    pattern: /^[a-z_]{1,40}$/,
    description: 'The kind of entry, the system, or what is open.',
  })
  kind: string;
}

class MandateTerms {
  @Nested(() => DescriptionLabels)
  purpose: DescriptionLabels;

  @NestedList(() => NameLabels, { maxItems: 50, optional: true })
  powers?: NameLabels[];

  @Whole({ min: 1, max: 240, description: 'It begins on the day the template is applied.' })
  durationMonths: number;

  @OneOf(QUORUMS)
  quorum: string;

  @OneOf(MAJORITIES)
  majority: string;

  @OneOf(TIES)
  ties: string;

  @Whole({ min: 0, max: 20 })
  delegationsPerDelegate: number;
}

export class BodyItem extends DescribedItem {
  @Text({ max: 40, pattern: /^[a-z_]{1,40}$/ })
  kind: string;

  @Text({ max: 40, pattern: /^[a-z_]{1,40}$/ })
  level: string;

  @Text(codeOf('the body above it'))
  parent?: string;

  @Nested(() => MandateTerms, { optional: true })
  mandate?: MandateTerms;
}

export class CadenceTerms {
  @Whole({ min: 0, max: 52 })
  consultationsAYear: number;

  @Whole({ min: 0, max: 52 })
  verificationMeetingsAYear: number;
}

class GridDimension extends TemplateItem {
  @NestedList(() => TemplateItem, { minItems: 1, maxItems: 100 })
  values: TemplateItem[];
}

export class GridItem extends TemplateItem {
  @NestedList(() => GridDimension, { minItems: 1, maxItems: 8 })
  dimensions: GridDimension[];
}

export class FundingProgrammeItem extends TemplateItem {
  @OneOf(FUNDING_KINDS)
  kind: string;
}

class CellOfGrid {
  @Text({ ...CODE_OF, description: 'The code of a grid.' })
  grid: string;

  @TextList({
    ...CODE_OF,
    minItems: 1,
    maxItems: 8,
    description: 'A value of each of its dimensions, in order.',
  })
  values: string[];
}

/** What is to be done: when, with what money and by which department is left to the pact. */
export class MeasureItem extends DescribedItem {
  @Text(codeOf('its pillar'))
  pillar?: string;

  @Text(codeOf('the result that it is to bring'))
  expectedResult?: string;

  @TextList(codesOf('the objectives that it serves'))
  objectives?: string[];

  @Text({ max: 60, pattern: CODE, optional: true, description: 'The type of instrument.' })
  instrument?: string;

  @TextList(codesOf('the groups it is for'))
  targetGroups?: string[];

  @NestedList(() => CellOfGrid, { maxItems: 50, optional: true })
  cells?: CellOfGrid[];
}
