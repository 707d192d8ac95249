import type { DurationCount } from '#kernel';
import type { Breakdown } from '../definition/breakdowns.rules.js';
import type { IndicatorDefinition } from '../definition/definition.js';
import { columnOf, cutsOf, type Compiled, type CompiledColumn, type Grouping } from './compiler.rules.js';

/** A row of a compiled statement. Whole numbers come as numbers, big ones as text, units as a list. */
export type CompiledRow = Readonly<Record<string, string | number | readonly string[] | null>>;

/** What is added up for one cell and one stretch of time: sums, the units of amounts, durations. */
export interface Tally {
  readonly sums: readonly number[];
  readonly units: readonly string[];
  readonly durations: readonly DurationCount[];
}

/** One cell: its months (`2026-03`) and what was counted in each, piece by piece. */
export interface CellMonths {
  readonly breakdown: Breakdown;
  readonly months: Map<string, Tally[]>;
}

export const plainTally = (...sums: number[]): Tally => ({ sums, units: [], durations: [] });

export const EMPTY_TALLY = plainTally();

export function addTallies(tallies: readonly Tally[]): Tally {
  const sums: number[] = [];
  for (const tally of tallies) {
    for (const [index, sum] of tally.sums.entries()) sums[index] = (sums[index] ?? 0) + sum;
  }
  return {
    sums,
    units: [...new Set(tallies.flatMap((tally) => tally.units))].sort(),
    durations: tallies.flatMap((tally) => tally.durations),
  };
}

/** Sorts the rows of a compiled statement into the cells of one definition. */
export function collect(
  definition: IndicatorDefinition,
  compiled: Compiled,
  rows: readonly CompiledRow[],
): CellMonths[] {
  const days = [...new Set(compiled.groupings.map((grouping) => grouping.on))];
  const columns = compiled.columns.get(definition.code) ?? [];
  const wanted = wantedGroupings(definition, compiled);
  const cells = new Map<string, CellMonths>();
  for (const row of rows) {
    const grouping = wanted.get(Number(row.grouping));
    const month = grouping && row[`d${days.indexOf(grouping.on)}`];
    if (!grouping || typeof month !== 'string') continue;
    const tally = tallyOf(row, grouping.on, columns);
    if (tally.units.length === 0 && tally.sums.every((sum) => sum === 0)) continue;
    pieces(cellAt(cells, grouping, row).months, month.slice(0, 7)).push(tally);
  }
  return [...cells.values()];
}

/** The groupings that a definition reads, by their index. */
function wantedGroupings(definition: IndicatorDefinition, compiled: Compiled): Map<number, Grouping> {
  const own = new Set(cutsOf(definition).map((cut) => cut.join()));
  const days = new Set((compiled.columns.get(definition.code) ?? []).map((column) => column.on));
  return new Map(
    [...compiled.groupings.entries()].filter(([, { on, cut }]) => days.has(on) && own.has(cut.join())),
  );
}

/** An aggregate over the rows that another day dates says nothing here: it counts as 0. */
function tallyOf(row: CompiledRow, on: string, columns: readonly CompiledColumn[]): Tally {
  const sums = columns
    .filter((column) => !column.units)
    .map(({ on: of, alias }) => (of === on ? Number(row[alias]) : 0));
  const units = columns
    .filter((column) => column.units)
    .flatMap(({ alias }) => (row[alias] ?? []) as readonly string[]);
  const [all = 0, ended = 0] = sums;
  const durations = typeof row.time === 'number' ? [{ time: row.time, ended, censored: all - ended }] : [];
  return { sums, units, durations };
}

function cellAt(cells: Map<string, CellMonths>, { cut }: Grouping, row: CompiledRow): CellMonths {
  const values = cut.map((name) => String(row[columnOf(name)]));
  const key = JSON.stringify([cut, values]);
  const known = cells.get(key);
  if (known) return known;
  const breakdown = Object.fromEntries(cut.map((name, index) => [name, values[index] ?? '']));
  const cell: CellMonths = { breakdown, months: new Map() };
  cells.set(key, cell);
  return cell;
}

/** The list under a key, made when it is not there yet. */
export function pieces(lists: Map<string, Tally[]>, key: string): Tally[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
