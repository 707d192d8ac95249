import { GRANULARITIES, periodOf, periodsBetween, SINCE_START, type Day } from '#kernel';
import { isMonthly } from '../definition/breakdowns.rules.js';
import type { IndicatorDefinition } from '../definition/definition.js';
import {
  addTallies,
  EMPTY_TALLY,
  pieces,
  plainTally,
  type CellMonths,
  type ListItem,
  type Tally,
} from './tally.rules.js';

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

const codesByMonth = new Map<string, readonly string[]>();

/** The periods a month lies in, from the quarter to the whole. */
function periodsAround(month: string): readonly string[] {
  const known = codesByMonth.get(month);
  if (known) return known;
  const [, ...coarser] = GRANULARITIES.map((each) => periodOf(each, `${month}-01`));
  const codes = [...coarser, SINCE_START];
  codesByMonth.set(month, codes);
  return codes;
}

/** The periods of a cell that a month has a part in. */
function codesFor({ breakdown }: CellMonths): (month: string) => readonly string[] {
  return isMonthly(Object.keys(breakdown)) ? (month) => [month, ...periodsAround(month)] : periodsAround;
}

function sumsWithin(cell: CellMonths): ByPeriod {
  const codesOf = codesFor(cell);
  const parts = new Map<string, Tally[]>();
  for (const [month, tallies] of cell.months) {
    for (const code of codesOf(month)) pieces(parts, code).push(...tallies);
  }
  return new Map([...parts].map(([code, tallies]) => [code, addTallies(tallies)]));
}

/** What stands: of each number how much, and of named things how often each. A stock tells who came, then who left. */
class Standing {
  private readonly counts: number[] = [];
  private readonly items = new Map<ListItem, number>();

  move({ counts, lists: [arrived = [], gone = []] }: Tally): void {
    const [came, left] = [counts.slice(0, counts.length / 2), counts.slice(counts.length / 2)];
    for (const [index, number] of came.entries()) {
      this.counts[index] = (this.counts[index] ?? 0) + number - (left[index] ?? 0);
    }
    for (const item of arrived) this.items.set(item, (this.items.get(item) ?? 0) + 1);
    for (const item of gone) this.items.set(item, (this.items.get(item) ?? 0) - 1);
  }

  tally(): Tally {
    const there = [...this.items].flatMap(([item, times]) => (times > 0 ? [item] : []));
    return { counts: [...this.counts], lists: [there] };
  }
}

/** Those who came less those who left, up to each period's last day or the as-of day if that is earlier. */
function stockAtEnds(cell: CellMonths, { asOf }: Span): ByPeriod {
  const result: ByPeriod = new Map();
  const { months } = cell;
  const codesOf = codesFor(cell);
  const first = [...months.keys()].sort()[0];
  if (first === undefined) return result;
  const standing = new Standing();
  for (const { code: month } of periodsBetween('month', `${first}-01`, asOf)) {
    for (const tally of months.get(month) ?? []) standing.move(tally);
    const tally = standing.tally();
    for (const code of codesOf(month)) result.set(code, tally);
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
      counts.set(code, (counts.get(code) ?? 0) + ((tally.counts[0] ?? 0) > 0 ? 1 : 0));
    }
  }
  return new Map([...counts].map(([code, count]) => [code, plainTally(count)]));
}
