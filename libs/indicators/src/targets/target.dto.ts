import { Decimal, Instant, Nested, OneOf, PageQuery, Text, TextMap, Uuid, Whole } from '#platform';

const CODE = { max: 60 };
const NUMBER = { min: -1_000_000_000_000, max: 1_000_000_000_000, digits: 6 };
const PERIOD = { max: 50, description: '2026-03, 2026-Q1, 2026-H1, 2026 or since-start.', example: '2026' };
const BREAKDOWN = {
  maxEntries: 4,
  max: 200,
  description: 'The cell, such as {"sex":"F"}; the total unless told.',
};
const DIRECTIONS = ['up', 'down'] as const;
type Direction = (typeof DIRECTIONS)[number];
const TYPES = ['population', 'performance'];
const VERSION = { min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' };

class TargetBaseline {
  @Decimal({ ...NUMBER, description: 'In the unit of the figure: a share from 0 to 1, money in cents.' })
  value: number;

  @Text({ ...PERIOD, optional: true })
  period?: string;
}

/** What a target says, but for what it is of. */
class TargetTerms {
  @Nested(() => TargetBaseline, { optional: true, description: 'From where one starts.' })
  baseline?: TargetBaseline;

  @Decimal({ ...NUMBER, description: 'What is to be reached, in the unit of the figure.' })
  value: number;

  @OneOf(DIRECTIONS, { optional: true, description: 'Told where the indicator leaves open what is good.' })
  direction?: Direction;

  @Uuid({
    optional: true,
    description: 'The member that answers for it: for performance indicators only, and always for them.',
  })
  ownerMemberId?: string;

  @Text({ max: 2_000, multiline: true, optional: true })
  rationale?: string;
}

const DECISION = { optional: true, description: 'The decision of the pact by which it was set so.' };

export class TargetRequest extends TargetTerms {
  @Text(CODE)
  indicator: string;

  @Text(PERIOD)
  period: string;

  @TextMap({ ...BREAKDOWN, optional: true })
  breakdown?: Record<string, string>;

  @Uuid(DECISION)
  decisionId?: string;
}

export class TargetAnswer extends TargetRequest {
  @Uuid()
  id: string;

  @Uuid()
  pactId: string;

  @OneOf(TYPES, {
    description: 'population: nobody is blamed for it. performance: its owner answers for it.',
  })
  type: string;

  @TextMap(BREAKDOWN)
  declare breakdown: Record<string, string>;

  @OneOf(DIRECTIONS)
  declare direction: Direction;

  @Whole(VERSION)
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;

  @Instant({ optional: true, description: 'Since then it is a target no more.' })
  removedAt?: string;
}

class TermsAnswer extends TargetTerms {
  @OneOf(DIRECTIONS)
  declare direction: Direction;
}

export class TargetVersionAnswer {
  @Whole(VERSION)
  version: number;

  @OneOf(['set', 'replaced', 'removed'])
  change: string;

  @Nested(() => TermsAnswer)
  terms: TermsAnswer;

  @Uuid(DECISION)
  decisionId?: string;

  @Text({ max: 200, description: 'The id of who did it.' })
  madeBy: string;

  @Instant()
  madeAt: string;
}

export class TargetListQuery extends PageQuery {
  @Text({ ...CODE, optional: true })
  indicator?: string;

  @Text({ ...PERIOD, optional: true })
  period?: string;
}
