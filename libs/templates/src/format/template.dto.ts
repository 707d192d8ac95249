import { Nested, NestedList, Text, Whole } from '#platform';
import {
  BodyItem,
  CadenceTerms,
  ExpectedResultItem,
  FundingProgrammeItem,
  GridItem,
  MeasureItem,
  ObjectiveItem,
  ObjectiveLinkItem,
  PillarItem,
  ProblemItem,
  ProblemLinkItem,
  PromptItem,
  StrategyItem,
} from './items.dto.js';
import { CODE } from './vocabulary.rules.js';
import { Name, Statement } from './words.dto.js';

const optional = (maxItems: number) => ({ maxItems, optional: true });

/**
 * A plan without its data: what a pact begins with, and what it leaves to others. The shipped ones, an exported one and
 * one that is sent are of this form. The parts stand in the order in which they are applied.
 */
export class TemplateDocument {
  @Text({ max: 64, pattern: CODE })
  code: string;

  @Whole({ min: 1, max: 999_999, description: 'Greater when it says something else than before.' })
  version: number;

  @Nested(() => Name)
  name: Name;

  @Nested(() => Statement, { optional: true })
  description?: Statement;

  @NestedList(() => ProblemItem, optional(500))
  problems?: ProblemItem[];

  @NestedList(() => ProblemLinkItem, optional(2_000))
  problemLinks?: ProblemLinkItem[];

  @NestedList(() => StrategyItem, optional(500))
  strategies?: StrategyItem[];

  @NestedList(() => ObjectiveItem, optional(500))
  objectives?: ObjectiveItem[];

  @NestedList(() => ObjectiveLinkItem, optional(2_000))
  objectiveLinks?: ObjectiveLinkItem[];

  @NestedList(() => PillarItem, optional(500))
  pillars?: PillarItem[];

  @NestedList(() => ExpectedResultItem, optional(500))
  expectedResults?: ExpectedResultItem[];

  @NestedList(() => PromptItem, optional(500))
  prompts?: PromptItem[];

  @NestedList(() => BodyItem, optional(500))
  bodies?: BodyItem[];

  @Nested(() => CadenceTerms, { optional: true, description: 'How often the pact consults and verifies.' })
  cadence?: CadenceTerms;

  @NestedList(() => GridItem, optional(500))
  grids?: GridItem[];

  @NestedList(() => FundingProgrammeItem, optional(500))
  fundingProgrammes?: FundingProgrammeItem[];

  @NestedList(() => MeasureItem, optional(2_000))
  measures?: MeasureItem[];
}
