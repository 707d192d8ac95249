import type { Condition, IndicatorDefinition } from '../definition/definition.js';

/** A column of the compiled statement: an aggregate over the rows that one of the definition's days dates. */
export interface Aggregate {
  readonly on: string;
  readonly sql: string;
  /** It lists units instead of counting. */
  readonly units?: true;
}

/** `$2` is the as-of day: nothing later is counted, unless a definition looks ahead. */
const AS_OF = '$2::date';

/** The aggregates a definition needs, always in the same order: `tally` sums keep it. */
export function aggregatesOf(definition: IndicatorDefinition): Aggregate[] {
  const rows = [...guards(definition), ...(definition.where ?? []).map(conditionSql)];
  const { measure, period } = definition;
  const count = (...more: string[]): string => `count(*)${filter([...rows, ...more])}::int`;
  if (period.kind === 'stock') {
    return [
      { on: period.from, sql: count() },
      { on: period.until, sql: count(`${period.until} <= ${AS_OF}`) },
    ];
  }
  const on = period.on;
  switch (measure.kind) {
    case 'share':
      return [count(), count(conditionSql(measure.having))].map((sql) => ({ on, sql }));
    case 'sum':
      // Hundredths, so that sums stay whole numbers on the way.
      return [
        { on, sql: `coalesce(sum(${measure.column} * 100)${filter(rows)}, 0)::bigint` },
        { on, sql: `array_agg(distinct ${measure.unit})${filter(rows)}`, units: true },
      ];
    case 'retention':
      return retentionCounts(measure.days, count).map((sql) => ({ on, sql }));
    default:
      return [{ on, sql: count() }];
  }
}

/** n, ended, and of the mature cohort: its size and how many lasted. */
function retentionCounts(days: number, count: (...more: string[]) => string): string[] {
  const mature = `cutoff - started_on >= ${days}`;
  return [count(), count('ended'), count(mature), count(mature, `last_day - started_on + 1 >= ${days}`)];
}

function guards({ period }: IndicatorDefinition): string[] {
  switch (period.kind) {
    case 'stock':
      return [`${period.from} <= ${AS_OF}`];
    case 'cohort':
      return [`${period.on} <= ${AS_OF}${period.matureDays ? ` - ${period.matureDays}` : ''}`];
    case 'flow':
      return [period.ahead ? `${period.on} is not null` : `${period.on} <= ${AS_OF}`];
  }
}

function conditionSql(condition: Condition): string {
  if ('in' in condition)
    return `${condition.column} in (${condition.in.map((value) => `'${value}'`).join(', ')})`;
  if ('atLeast' in condition) return `${condition.column} >= ${condition.atLeast}`;
  return `${condition.column} <= ${condition.of} + ${condition.withinDays}`;
}

const filter = (conditions: readonly string[]): string => ` filter (where ${conditions.join(' and ')})`;

/** Every column a definition reads, to be checked against its fact. */
export function columnsOf({ period, measure, where = [] }: IndicatorDefinition): string[] {
  const conditions = [...where, ...(measure.kind === 'share' ? [measure.having] : [])];
  return [
    ...(period.kind === 'stock' ? [period.from, period.until] : [period.on]),
    ...conditions.flatMap((each) => [
      each.column,
      ...('atLeast' in each ? [each.atLeast] : 'of' in each ? [each.of] : []),
    ]),
    ...(measure.kind === 'sum' ? [measure.column, measure.unit] : []),
    ...(measure.kind === 'retention' ? ['started_on', 'last_day', 'cutoff', 'ended'] : []),
  ];
}
