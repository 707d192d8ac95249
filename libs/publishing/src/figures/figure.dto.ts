import { ApiProperty } from '@nestjs/swagger';
import { MISSING_REASONS } from '#indicators';
import { Day, Flag, Instant, Nested, NestedList, OneOf, Text, TextMap, Uuid, Whole } from '#platform';

const COUNT = { min: 0, max: 2_147_483_647 };
const OPTIONAL_COUNT = { ...COUNT, optional: true };
const CODE = { max: 60 };

class CoverageAnswer {
  @Whole({ ...COUNT, description: 'Sources that have reported on the pact.' })
  reported: number;

  @Whole({ ...COUNT, description: 'Sources that are known to report on it.' })
  expected: number;
}

class FigureBaseline {
  @ApiProperty({ type: 'number', format: 'double' })
  value: number;

  @Text({ ...CODE, optional: true })
  period?: string;
}

class FigureTarget {
  @Uuid()
  id: string;

  @ApiProperty({ type: 'number', format: 'double' })
  value: number;

  @Nested(() => FigureBaseline, { optional: true })
  baseline?: FigureBaseline;

  @OneOf(['up', 'down'], { description: 'Where the value is to go.' })
  direction: string;

  @ApiProperty({
    type: 'number',
    format: 'double',
    required: false,
    description: '(value − baseline) ÷ (target − baseline). Not of a figure without a value.',
  })
  attainment?: number;

  @Flag({ optional: true, description: 'Not of a figure without a value.' })
  isMet?: boolean;
}

export class FigureAnswer {
  @Uuid()
  id: string;

  @Text(CODE)
  indicator: string;

  @Whole({ min: 1, max: 2_147_483_647 })
  definitionVersion: number;

  @Uuid()
  pactId: string;

  @Text(CODE)
  period: string;

  @TextMap({ maxEntries: 4, max: 200, description: 'The cell, such as {"sex":"F"}; empty for the total.' })
  breakdown: Record<string, string>;

  @ApiProperty({
    type: 'number',
    format: 'double',
    nullable: true,
    description: 'A share lies from 0 to 1; money is in cents.',
  })
  value: number | null;

  @ApiProperty({
    type: 'number',
    format: 'double',
    required: false,
    description: 'Persons, promises, cents or points, as the rule says.',
  })
  numerator?: number;

  @ApiProperty({ type: 'number', format: 'double', required: false })
  denominator?: number;

  @Whole({ ...OPTIONAL_COUNT, description: 'Durations, or pairs of readings, that the figure rests on.' })
  n?: number;

  @Whole({ ...OPTIONAL_COUNT, description: 'How many persons the counted rows tell of.' })
  participants?: number;

  @Whole({ ...OPTIONAL_COUNT, description: 'Of them, those that reached the day.' })
  atRisk?: number;

  @Whole({ ...OPTIONAL_COUNT, description: 'Of them, those that ended at all.' })
  ended?: number;

  @Whole({ ...OPTIONAL_COUNT, description: 'Days after which at most half are left.' })
  median?: number;

  @Whole({ ...OPTIONAL_COUNT, description: 'Days after which at most three quarters are left.' })
  lowerQuartile?: number;

  @Whole({ ...OPTIONAL_COUNT, description: 'Days after which at most a quarter is left.' })
  upperQuartile?: number;

  @Whole({ ...OPTIONAL_COUNT, description: 'Pairs of readings that went up.' })
  improved?: number;

  @Whole({ ...OPTIONAL_COUNT, description: 'Pairs of readings that stayed.' })
  stable?: number;

  @Whole({ ...OPTIONAL_COUNT, description: 'Pairs of readings that went down.' })
  declined?: number;

  @ApiProperty({
    type: 'number',
    format: 'double',
    required: false,
    description: 'Mean change of a reading, in points.',
  })
  meanChange?: number;

  @Whole({ ...OPTIONAL_COUNT, description: 'Members with a place in the graph.' })
  nodes?: number;

  @Whole({ ...OPTIONAL_COUNT, description: 'Promises between them.' })
  arcs?: number;

  @ApiProperty({
    type: 'number',
    format: 'double',
    required: false,
    description: 'The concentration, from 0 to 1 whatever the number of members.',
  })
  normalised?: number;

  @ApiProperty({ type: 'number', format: 'double', required: false })
  standardError?: number;

  @ApiProperty({
    type: 'array',
    items: { type: 'number', format: 'double' },
    minItems: 2,
    maxItems: 2,
    required: false,
  })
  ci95?: [number, number];

  @Text({ ...CODE, description: 'pathway, ratio, system, or the unit of the resource; EUR is in cents.' })
  unit: string;

  @Nested(() => FigureTarget, { optional: true, description: 'As it is set now; not with `asOf`.' })
  target?: FigureTarget;

  @Day({ description: 'Known at the end of this day.' })
  asOf: string;

  @Instant()
  computedAt: string;

  @Uuid()
  runId: string;

  @Whole({ min: 1, max: 2_147_483_647 })
  revision: number;

  @Nested(() => CoverageAnswer)
  coverage: CoverageAnswer;

  @OneOf(['none', 'primary', 'complementary'], {
    description: 'Other than none: value null, to protect persons.',
  })
  suppression: string;

  @OneOf(MISSING_REASONS, {
    optional: true,
    description: 'Why there is no value.',
  })
  missing?: string;
}

export class FiguresLinks {
  @Text({ max: 4_000, optional: true })
  next?: string;
}

export class FiguresPage {
  @NestedList(() => FigureAnswer, { maxItems: 100 })
  items: FigureAnswer[];

  @Text({ max: 1_000, optional: true, description: 'Absent at the end of the list.' })
  nextCursor?: string;

  @Nested(() => FiguresLinks)
  _links: FiguresLinks;
}
