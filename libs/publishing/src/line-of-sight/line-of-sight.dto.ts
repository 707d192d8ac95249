import {
  Decimal,
  Nested,
  NestedList,
  OneOf,
  OneOfList,
  PageQuery,
  Text,
  TextList,
  TextMap,
  Uuid,
  UuidList,
  Whole,
} from '#platform';

const MOST = 10_000;
const LIST = { maxItems: MOST };
const CENTS = { min: 0, max: 1_000_000_000_000_000, description: 'Euro cents.' };
const DISTANCE = { min: 0, max: MOST, description: 'How many steps away: 0 is what is served itself.' };
const VALUE = { min: -1_000_000_000_000, max: 1_000_000_000_000, digits: 6 };

class Coded {
  @Uuid()
  id: string;

  @Text({ max: 100 })
  code: string;

  @Text({ max: 500 })
  title: string;
}

class SeenProblem extends Coded {
  @Whole(DISTANCE)
  distance: number;
}

class SeenObjective extends Coded {
  @Uuid({ optional: true, description: 'The problem that it answers.' })
  problemId?: string;

  @Whole(DISTANCE)
  distance: number;
}

class SeenMeasure extends Coded {
  @Text({ max: 40 })
  state: string;
}

class MeasureBelow extends SeenMeasure {
  @UuidList({ ...LIST, description: 'Of the objectives here, those that it serves.' })
  objectiveIds: string[];

  @TextList({ maxItems: 50, max: 60, description: 'Indicators by which one sees whether it works.' })
  indicators: string[];

  @Whole({ ...CENTS, optional: true })
  budgetCents?: number;

  @Whole(CENTS)
  fundedCents: number;

  @Whole(CENTS)
  spentCents: number;
}

class SeenCommitment {
  @Uuid()
  id: string;

  @Text({ max: 200 })
  title: string;

  @Text({ max: 40 })
  state: string;

  @Uuid({ optional: true })
  objectiveId?: string;

  @Uuid({ optional: true })
  measureId?: string;
}

class SeenTarget {
  @Uuid()
  id: string;

  @Text({ max: 50 })
  period: string;

  @TextMap({ maxEntries: 4, max: 200 })
  breakdown: Record<string, string>;

  @Decimal(VALUE)
  value: number;

  @Decimal({ ...VALUE, optional: true })
  baselineValue?: number;
}

class SeenIndicator {
  @Text({ max: 60 })
  code: string;

  @NestedList(() => SeenTarget, LIST)
  targets: SeenTarget[];
}

const GAPS_BELOW = ['no-measure', 'no-indicator', 'no-commitment'] as const;
const GAPS_ABOVE = ['no-objective', 'no-problem'] as const;

export class SightBelowAnswer {
  @Uuid()
  objectiveId: string;

  @NestedList(() => SeenObjective, {
    ...LIST,
    description: 'The objective itself, and those that are means to it.',
  })
  objectives: SeenObjective[];

  @NestedList(() => MeasureBelow, LIST)
  measures: MeasureBelow[];

  @NestedList(() => SeenCommitment, { ...LIST, description: 'Of these objectives and measures.' })
  commitments: SeenCommitment[];

  @NestedList(() => SeenIndicator, { maxItems: 1_000, description: 'Of these measures, with their targets.' })
  indicators: SeenIndicator[];

  @OneOfList(GAPS_BELOW, { maxItems: 3, description: 'Where the line breaks off.' })
  gaps: (typeof GAPS_BELOW)[number][];
}

export class SightAboveAnswer {
  @Nested(() => SeenCommitment)
  commitment: SeenCommitment;

  @Nested(() => SeenMeasure, { optional: true, description: 'The measure that it serves.' })
  measure?: SeenMeasure;

  @NestedList(() => SeenObjective, {
    ...LIST,
    description: 'Those that the commitment or its measure serves, and the ends to which they are means.',
  })
  objectives: SeenObjective[];

  @NestedList(() => SeenProblem, {
    ...LIST,
    description: 'What these objectives answer, and what follows from it, up to the core problem.',
  })
  problems: SeenProblem[];

  @OneOfList(GAPS_ABOVE, { maxItems: 2, description: 'Where the line breaks off.' })
  gaps: (typeof GAPS_ABOVE)[number][];
}

export const GAP_KINDS = [
  'measure_without_indicator',
  'objective_without_measure',
  'problem_without_objective',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

const KIND = {
  description: 'An objective has a measure when it, or a means to it, is served by one that was not closed.',
};

export class GapAnswer extends Coded {
  @OneOf(GAP_KINDS, KIND)
  kind: GapKind;
}

export class GapListQuery extends PageQuery {
  @OneOf(GAP_KINDS, { ...KIND, optional: true })
  kind?: GapKind;
}
