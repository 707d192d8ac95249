import { columnsOfCondition, conditionSql } from '../definition/condition.rules.js';
import type { IndicatorDefinition, LeftOut, LeftOutReason } from '../definition/definition.js';
import { AS_OF, count, type Aggregate, type Rows } from './measuring.rules.js';
import { measuringOf } from './measures/measures.rules.js';
import type { Measured } from './numbers.rules.js';
import type { Tally } from './tally.rules.js';

/**
 * The aggregates a definition needs, always in the same order: those of its measure, then how many rows of its
 * population were left out for each reason.
 */
export function aggregatesOf(definition: IndicatorDefinition): Aggregate[] {
  const rows = countedRows(definition);
  return [
    ...measuringOf(definition).aggregates(definition.measure, rows),
    ...reasonsOf(definition).map(({ sql }) => count({ ...rows, filter: () => filterOf(sql) })),
  ];
}

/** The numbers of one cell and period. */
export function measure(
  definition: IndicatorDefinition,
  tally: Tally,
  granularity: Parameters<ReturnType<typeof measuringOf>['finish']>[2]['granularity'],
): Measured {
  const { unit, measure: how } = definition;
  const measured = measuringOf(definition).finish(how, tally, { unit, granularity });
  const leftOut = leftOutOf(definition, tally);
  return leftOut === undefined ? measured : { ...measured, numbers: { ...measured.numbers, leftOut } };
}

/** Every column a definition reads, to be checked against its fact. */
export function columnsOf(definition: IndicatorDefinition): string[] {
  const { period, where = [], leftOut = [], measure: how } = definition;
  const conditions = [...where, ...leftOut.flatMap((each) => each.when)];
  return [
    ...(period.kind === 'stock' ? [period.from, period.until] : [period.on]),
    ...(period.kind === 'cohort' && period.mature && 'by' in period.mature ? [period.mature.by] : []),
    ...conditions.flatMap(columnsOfCondition),
    ...measuringOf(definition).columns(how),
  ];
}

/** What a row must fulfil to be counted: it is of the population, and nothing leaves it out. */
export const countedWhen = (definition: IndicatorDefinition): string[] => [
  ...(definition.where ?? []).map(conditionSql),
  ...maturity(definition),
  ...(definition.leftOut ?? []).map(hasNot),
];

function countedRows(definition: IndicatorDefinition): Rows {
  const { period } = definition;
  const conditions = countedWhen(definition);
  return {
    on: period.kind === 'stock' ? period.from : period.on,
    ...(period.kind === 'stock' && { until: period.until }),
    filter: (...more) => filterOf([...conditions, ...more]),
  };
}

interface Reason {
  readonly reason: LeftOutReason;
  readonly sql: readonly string[];
}

/** Why rows of the population may be left out, and how such rows are known. */
export function reasonsOf(definition: IndicatorDefinition): Reason[] {
  const where = (definition.where ?? []).map(conditionSql);
  const [mature] = maturity(definition);
  const early: Reason[] = mature
    ? [{ reason: 'not-mature', sql: [...where, `(${mature}) is not true`] }]
    : [];
  const others = (definition.leftOut ?? []).map((each, index, all) => ({
    reason: each.reason,
    sql: [...where, ...(mature ? [mature] : []), conjunction(each), ...all.slice(0, index).map(hasNot)],
  }));
  return [...early, ...others];
}

function leftOutOf(definition: IndicatorDefinition, { counts }: Tally): Measured['numbers']['leftOut'] {
  const reasons = reasonsOf(definition);
  const numbers = reasons.map(
    ({ reason }, index) => [reason, counts.at(index - reasons.length) ?? 0] as const,
  );
  const some = numbers.filter(([, rows]) => rows > 0);
  return some.length === 0 ? undefined : Object.fromEntries(some);
}

/** What a row of a cohort must fulfil to be judged. */
function maturity({ period }: IndicatorDefinition): string[] {
  if (period.kind !== 'cohort' || period.mature === undefined) return [];
  const { mature } = period;
  return ['by' in mature ? `${mature.by} <= ${AS_OF}` : `${period.on} <= ${AS_OF} - ${mature.days}`];
}

const conjunction = (each: LeftOut): string => each.when.map(conditionSql).join(' and ');

const hasNot = (each: LeftOut): string => `(${conjunction(each)}) is not true`;

const filterOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : ` filter (where ${conditions.join(' and ')})`;
