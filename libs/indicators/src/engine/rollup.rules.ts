import { GRANULARITIES, periodOf, periodsBetween, SINCE_START, type Day } from '#kernel';
import type { IndicatorDefinition } from '../definition/definition.js';
import { addTallies, EMPTY_TALLY, pieces, plainTally, type CellMonths, type Tally } from './tally.rules.js';

/** From which day a table has a line for each period, and up to which day is known. */
export interface Span {
  readonly from: Day;
  readonly asOf: Day;
}

/** What was counted, by period code. */
export type ByPeriod = Map<string, Tally>;

/** Adds the months of a cell up to months, quarters, half-years, years and the whole. */
export function rollUp(definition: IndicatorDefinition, cell: CellMonths, span: Span): ByPeriod {
  return definition.period.kind === 'stock' ? stockAtEnds(cell, span) : sumsWithin(cell);
}

function sumsWithin({ months }: CellMonths): ByPeriod {
  const parts = new Map<string, Tally[]>();
  for (const [month, tallies] of months) {
    const codes = GRANULARITIES.map((granularity) => periodOf(granularity, `${month}-01`));
    for (const code of [...codes, SINCE_START]) pieces(parts, code).push(...tallies);
  }
  return new Map([...parts].map(([code, tallies]) => [code, addTallies(tallies)]));
}

/** Those who came less those who left, up to each period's last day or the as-of day if that is earlier. */
function stockAtEnds({ months }: CellMonths, { asOf }: Span): ByPeriod {
  const result: ByPeriod = new Map();
  const first = [...months.keys()].sort()[0];
  if (first === undefined) return result;
  let standing = 0;
  for (const { code, from } of periodsBetween('month', `${first}-01`, asOf)) {
    const [came = 0, left = 0] = addTallies(months.get(code) ?? []).sums;
    standing += came - left;
    const tally = plainTally(standing);
    for (const granularity of GRANULARITIES) result.set(periodOf(granularity, from), tally);
    result.set(SINCE_START, tally);
  }
  return result;
}

/** Adds what nobody counted: a line for every period from the span's start, so that a true zero is told. */
export function withEmptyPeriods(byPeriod: ByPeriod, span: Span): ByPeriod {
  const codes = GRANULARITIES.flatMap((granularity) =>
    periodsBetween(granularity, span.from, span.asOf).map((period) => period.code),
  );
  for (const code of [...codes, SINCE_START]) if (!byPeriod.has(code)) byPeriod.set(code, EMPTY_TALLY);
  return byPeriod;
}

/** How many cells have anyone in them, by period. */
export function cellsInUse(cells: readonly ByPeriod[]): ByPeriod {
  const counts = new Map<string, number>();
  for (const byPeriod of cells) {
    for (const [code, tally] of byPeriod) {
      counts.set(code, (counts.get(code) ?? 0) + ((tally.sums[0] ?? 0) > 0 ? 1 : 0));
    }
  }
  return new Map([...counts].map(([code, count]) => [code, plainTally(count)]));
}
