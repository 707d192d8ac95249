import type { Breakdown } from '../definition/breakdowns.rules.js';

/** What a list holds: durations as whole numbers, units and names as text. */
export type ListItem = string | number;

/** A row of a compiled statement: whose it is, its cell, and what was counted in it. */
export interface CompiledRow {
  readonly grouping: number;
  readonly pact_id?: string;
  /** The first day of the month, or of the quarter where the cut is told by no month. */
  readonly month: string;
  /** Numbers as PostgreSQL writes an array: `{3,0,1}`. */
  readonly counts: string;
  readonly lists: readonly (readonly ListItem[] | null)[] | null;
  readonly [cell: `by_${string}`]: string | null;
}

/** What is added up for one cell and one stretch of time. */
export interface Tally {
  readonly counts: readonly number[];
  readonly lists: readonly (readonly ListItem[])[];
}

/** One cell: what was counted in each month (`2026-03`), or in each quarter under its first month, piece by piece. */
export interface CellMonths {
  readonly breakdown: Breakdown;
  readonly months: Map<string, Tally[]>;
}

export const plainTally = (...counts: number[]): Tally => ({ counts, lists: [] });

export const EMPTY_TALLY = plainTally();

export function addTallies(tallies: readonly Tally[]): Tally {
  if (tallies.length === 1) return tallies[0]!;
  const counts: number[] = [];
  const lists: ListItem[][] = [];
  for (const tally of tallies) {
    for (const [index, sum] of tally.counts.entries()) counts[index] = (counts[index] ?? 0) + sum;
    for (const [index, items] of tally.lists.entries()) {
      const all = (lists[index] ??= []);
      for (const item of items) all.push(item);
    }
  }
  return { counts, lists };
}

/** The list under a key, made when it is not there yet. */
export function pieces(lists: Map<string, Tally[]>, key: string): Tally[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
