import { ApiProperty } from '@nestjs/swagger';
import { Flag, Nested, NestedList, OneOf, Text, TextMap, Uuid, Whole } from '#platform';
import { GRANULARITIES, type Granularity } from '#kernel';

const CODE = { max: 60 };
const NUMBER = { type: 'number', format: 'double' } as const;

export class TrendQuery {
  @Text({ ...CODE, description: 'One code.' })
  indicator: string;

  @OneOf(GRANULARITIES, { optional: true, description: 'quarter unless told.' })
  granularity?: Granularity;

  @Text({
    max: 400,
    optional: true,
    description: 'The cell, such as sex:F,ageGroup:18-29; the total unless told. Values are percent-encoded.',
    example: 'sex:F',
  })
  breakdown?: string;

  @Whole({ min: 3, max: 24, optional: true, description: 'Values to look back at; 12 unless told.' })
  last?: number;

  @Whole({ min: 1, max: 4, optional: true, description: 'Periods to look ahead; 2 unless told.' })
  ahead?: number;
}

class TrendPoint {
  @Text(CODE)
  period: string;

  @ApiProperty({ ...NUMBER, nullable: true })
  value: number | null;

  @OneOf(['none', 'primary', 'complementary'])
  suppression: string;

  @Text({ ...CODE, optional: true })
  missing?: string;

  @Flag({
    description:
      'Whether the trend rests on it: whole periods with a value, measured like the newest of them.',
  })
  isUsed: boolean;
}

class TrendTold {
  @OneOf(['linear-least-squares'])
  method: string;

  @Whole({ min: 3, max: 24, description: 'Values it rests on.' })
  n: number;

  @Text(CODE)
  from: string;

  @Text(CODE)
  to: string;

  @ApiProperty({ ...NUMBER, description: 'Last value less the first.' })
  change: number;

  @ApiProperty({ ...NUMBER, description: 'Slope of the line.' })
  changePerPeriod: number;

  @ApiProperty({ type: 'array', items: NUMBER, minItems: 2, maxItems: 2 })
  changePerPeriod95: [number, number];

  @OneOf(['rising', 'falling', 'steady'], { description: 'steady where the interval of the slope holds 0.' })
  course: string;

  @Flag({
    optional: true,
    description: 'Whether that is the direction that is good. Not where it is steady.',
  })
  isWanted?: boolean;
}

class ExpectedPoint {
  @Text(CODE)
  period: string;

  @ApiProperty(NUMBER)
  value: number;

  @ApiProperty({ ...NUMBER, description: 'Of the 95 % interval for one further value.' })
  low: number;

  @ApiProperty(NUMBER)
  high: number;

  @Flag({ description: 'Always true: this is no figure.' })
  forecast: true;
}

export class TrendAnswer {
  @Text(CODE)
  indicator: string;

  @Uuid()
  pactId: string;

  @OneOf(['population', 'performance'])
  type: string;

  @TextMap({ maxEntries: 4, max: 200 })
  breakdown: Record<string, string>;

  @OneOf(GRANULARITIES)
  granularity: Granularity;

  @Text({ ...CODE, optional: true })
  unit?: string;

  @OneOf(['up', 'down', 'none'])
  direction: string;

  @NestedList(() => TrendPoint, { maxItems: 3_000, description: 'The published figures, first to last.' })
  points: TrendPoint[];

  @Nested(() => TrendTold, { optional: true, description: 'Not of fewer than three values.' })
  trend?: TrendTold;

  @NestedList(() => ExpectedPoint, { maxItems: 4, optional: true, description: 'Not from fewer than five.' })
  forecast?: ExpectedPoint[];
}
