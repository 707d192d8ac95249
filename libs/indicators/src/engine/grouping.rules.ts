import { BREAKDOWNS, isMonthly, type BreakdownName } from '../definition/breakdowns.rules.js';
import type { Cut, IndicatorDefinition } from '../definition/definition.js';

/** One grouping of the statement: the rows of a cut by the month of one day. */
export interface Grouping {
  /** Which of the dated branches of the statement it is in. */
  readonly dated: Dated;
  readonly cut: Cut;
}

/** The day that sorts rows into months; nothing after the as-of day, unless it looks ahead. */
export interface Dated {
  readonly on: string;
  readonly ahead: boolean;
}

/** The cuts to count by; a distinct count is taken from the cells. */
export function cutsOf({ measure, breakdowns }: IndicatorDefinition): Cut[] {
  return measure.kind === 'distinct' ? [[measure.breakdown]] : [[], ...breakdowns];
}

/** The days that date a definition's rows. */
export function datesOf({ period }: IndicatorDefinition): Dated[] {
  switch (period.kind) {
    case 'stock':
      return [period.from, period.until].map((on) => ({ on, ahead: false }));
    case 'flow':
      return [{ on: period.on, ahead: period.ahead === true }];
    case 'cohort':
      return [{ on: period.on, ahead: false }];
  }
}

export const keyOfDated = ({ on, ahead }: Dated): string => (ahead ? `${on} ahead` : on);

/** In one cell or in several: such a breakdown needs its rows repeated, so a scan of its own. */
export const isMany = (name: BreakdownName): boolean => BREAKDOWNS[name].many;

/** The finest period that rows of a cut are counted by. */
export const grainOf = ({ cut }: Grouping): 'month' | 'quarter' => (isMonthly(cut) ? 'month' : 'quarter');

/** Every grouping that a definition reads, each once. */
export function groupingsOf(definitions: readonly IndicatorDefinition[]): Grouping[] {
  const known = new Map<string, Grouping>();
  for (const definition of definitions) {
    for (const dated of datesOf(definition)) {
      for (const cut of cutsOf(definition)) known.set(keyOfGrouping({ dated, cut }), { dated, cut });
    }
  }
  return [...known.values()];
}

export const keyOfGrouping = ({ dated, cut }: Grouping): string => `${keyOfDated(dated)}/${cut.join()}`;

/** The column of the result that holds a cell's value. */
export const columnOf = (name: BreakdownName): string => `by_${name}`;
