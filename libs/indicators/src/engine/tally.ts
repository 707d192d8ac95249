/** What a list holds: durations as whole numbers, units and names as text. */
export type ListItem = string | number;

/** What is added up for one cell and one stretch of time. */
export interface Tally {
  readonly counts: readonly number[];
  readonly lists: readonly (readonly ListItem[])[];
}
