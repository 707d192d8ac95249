import type { FigureRow } from './figure.sql.js';
import type { Selection } from './figures-selection.rules.js';

/** How a pact's figures stand, known without reading the figures themselves. */
export interface PactState {
  readonly id: string;
  readonly title: string;
  readonly startsOn: string;
  readonly pactVersion: number;
  readonly version: number;
  readonly reported: number;
  readonly expected: number;
}

/** Where to go on, and how many at most. */
export interface Stretch {
  readonly after: readonly string[] | undefined;
  readonly limit: number;
}

/** Where figures are read: in one pact, or across some. */
export interface FiguresSource {
  /** The indicators that there are figures of, where not of all. */
  readonly codes?: readonly string[];
  /** What its cursors are of. */
  readonly place: readonly [string, ...string[]];
  state(): Promise<readonly PactState[]>;
  /** In the order of their sort keys. */
  list(selection: Selection, state: readonly PactState[], stretch: Stretch): Promise<FigureRow[]>;
  sortKey(row: FigureRow): string[];
}
