import { BODY_KINDS, BODY_LEVELS, MAJORITIES, QUORUMS, TIES } from '#governance';
import { INSTRUMENTS, PROGRAMME_KINDS, TARGET_GROUPS } from '#plan';
import { Flag, Nested, NestedList, OneOf, OneOfList, Text, TextList, Whole } from '#platform';
import { CODE, HORIZONS, PLAN_CODE, PROMPT_SUBJECTS } from './vocabulary.rules.js';
import { LongStatement, Name, Sentence, ShortName, Statement } from './words.dto.js';

const CODE_OF = { max: 64, pattern: CODE };
const PLAN_CODE_OF = { max: 60, pattern: PLAN_CODE };
const codeOf = (what: string) => ({ ...CODE_OF, optional: true, description: `The code of ${what}.` });

/** What is called something, under a code that stays: so that applying it again finds it. */
class NamedItem {
  @Text(CODE_OF)
  code: string;

  @Nested(() => Name)
  name: Name;
}

class DescribedItem extends NamedItem {
  @Nested(() => Statement, { optional: true })
  description?: Statement;
}

/** The codes of plans are somewhat shorter. */
class PlanItem {
  @Text(PLAN_CODE_OF)
  code: string;

  @Nested(() => Name)
  name: Name;
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

export class PillarItem extends NamedItem {}

export class ExpectedResultItem {
  @Text(CODE_OF)
  code: string;

  @Nested(() => Statement)
  name: Statement;

  @Text({ ...CODE_OF, description: 'The code of its pillar.' })
  pillar: string;

  @Text(codeOf('the objective that it serves'))
  objective?: string;
}

/** A question that the pact is to answer: with entries of its survey, with stakeholders, or with a decision. */
export class PromptItem {
  @Text(CODE_OF)
  code: string;

  @Nested(() => Sentence)
  name: Sentence;

  @OneOf(PROMPT_SUBJECTS)
  about: string;

  @Text({
    max: 40,
    pattern: /^[a-z_]{1,40}$/,
    description: 'The kind of entry, the system, or what is open.',
  })
  kind: string;
}

/** What a new body may do, and how it decides. Afterwards this is for decisions to change, not for templates. */
class TemplateMandate {
  @Nested(() => Statement)
  purpose: Statement;

  @NestedList(() => Sentence, { maxItems: 50, optional: true })
  powers?: Sentence[];

  @Whole({ min: 1, max: 240, description: 'From the day on which the template is applied.' })
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

export class BodyItem {
  @Text(CODE_OF)
  code: string;

  @Nested(() => ShortName)
  name: ShortName;

  @Nested(() => Statement, { optional: true })
  description?: Statement;

  @OneOf(BODY_KINDS)
  kind: string;

  @OneOf(BODY_LEVELS)
  level: string;

  @Text(codeOf('the body above it'))
  parent?: string;

  @Nested(() => TemplateMandate, { optional: true })
  mandate?: TemplateMandate;
}

export class CadenceTerms {
  @Whole({ min: 0, max: 52 })
  consultationsAYear: number;

  @Whole({ min: 0, max: 52 })
  verificationMeetingsAYear: number;
}

class TemplateDimension extends PlanItem {
  @NestedList(() => PlanItem, { minItems: 1, maxItems: 100 })
  values: PlanItem[];
}

export class GridItem extends PlanItem {
  @NestedList(() => TemplateDimension, { minItems: 1, maxItems: 8 })
  dimensions: TemplateDimension[];
}

/** Programmes are of no pact: one that is missing is made, one that is there is left as it is. */
export class FundingProgrammeItem extends PlanItem {
  @OneOf(PROGRAMME_KINDS)
  kind: string;
}

class CellOfGrid {
  @Text({ ...PLAN_CODE_OF, description: 'The code of a grid.' })
  grid: string;

  @TextList({
    ...PLAN_CODE_OF,
    minItems: 1,
    maxItems: 8,
    description: 'A value of each of its dimensions, in order.',
  })
  values: string[];
}

/** What is to be done: when, with what money and by which department is left to the pact. */
export class MeasureItem extends PlanItem {
  @Nested(() => LongStatement, { optional: true })
  description?: LongStatement;

  @Text(codeOf('its pillar'))
  pillar?: string;

  @Text(codeOf('the result that it is to bring'))
  expectedResult?: string;

  @TextList({ ...CODE_OF, maxItems: 50, unique: true, optional: true, description: 'Codes of objectives.' })
  objectives?: string[];

  @TextList({ max: 60, maxItems: 50, unique: true, optional: true, description: 'Codes of the catalogue.' })
  indicators?: string[];

  @OneOf(INSTRUMENTS, { optional: true })
  instrument?: string;

  @OneOfList(TARGET_GROUPS, { maxItems: TARGET_GROUPS.length, optional: true })
  targetGroups?: string[];

  @NestedList(() => CellOfGrid, { maxItems: 200, optional: true })
  cells?: CellOfGrid[];
}
