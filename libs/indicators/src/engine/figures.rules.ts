import { granularityOf } from '#kernel';
import { cellOf, dimensionsOf, UNKNOWN, type Breakdown } from '../definition/breakdowns.rules.js';
import type { IndicatorDefinition } from '../definition/definition.js';
import type { IndicatorSettings } from '../settings/indicator-settings.rules.js';
import { suppressionOf, withoutRevealingShare, type Suppression } from './disclosure.rules.js';
import type { MissingReason, Numbers } from './numbers.rules.js';
import { measure } from './population.rules.js';
import { cellsInUse, rollUp, withEmptyPeriods, type ByPeriod, type Span } from './rollup.rules.js';
import type { ReadRows } from './read-rows.rules.js';
import { EMPTY_TALLY, type Tally } from './tally.rules.js';

/** A figure as computed, before it is compared with what was published. */
export interface ComputedFigure {
  readonly indicator: string;
  readonly definitionVersion: number;
  readonly period: string;
  readonly cell: string;
  readonly breakdown: Breakdown;
  readonly dimensions: string;
  readonly unit: string;
  readonly numbers: Numbers;
  /** The pact's choices that had an effect on it. */
  readonly settings: Partial<IndicatorSettings>;
  readonly suppression: Suppression;
  readonly missing?: MissingReason;
}

export interface Circumstances extends Span {
  readonly settings: IndicatorSettings;
}

/** All figures of one definition from the rows of its compiled statement. Pure, and the same for the same rows. */
export function figuresOf(
  definition: IndicatorDefinition,
  rows: ReadRows,
  circumstances: Circumstances,
): ComputedFigure[] {
  const cells = rows.cellsOf(definition);
  const rolled = cells.map((cell) => ({
    breakdown: cell.breakdown,
    byPeriod: rollUp(definition, cell, circumstances),
  }));
  return complete(definition, rolled, circumstances).flatMap(({ breakdown, byPeriod }) => {
    const place = placeOf(definition, breakdown, circumstances.settings);
    return [...byPeriod].map(([period, tally]) => figureAt(place, period, tally));
  });
}

/** The figure of a cell in which, by now, there is nothing. */
export const emptyFigure = (
  definition: IndicatorDefinition,
  { period, breakdown }: { period: string; breakdown: Breakdown },
  settings: IndicatorSettings,
): ComputedFigure => figureAt(placeOf(definition, breakdown, settings), period, EMPTY_TALLY);

interface RolledCell {
  readonly breakdown: Breakdown;
  readonly byPeriod: ByPeriod;
}

/** The total has a line for every period of the span, also where nothing was counted. */
function complete(definition: IndicatorDefinition, cells: readonly RolledCell[], span: Span): RolledCell[] {
  if (definition.measure.kind === 'distinct') {
    const { breakdown: name } = definition.measure;
    const known = cells.filter((cell) => cell.breakdown[name] !== UNKNOWN);
    const counts = cellsInUse(known.map((cell) => cell.byPeriod));
    return [{ breakdown: {}, byPeriod: withEmptyPeriods(counts, span) }];
  }
  const total = cells.find((cell) => Object.keys(cell.breakdown).length === 0)?.byPeriod ?? new Map();
  const others = cells.filter((cell) => Object.keys(cell.breakdown).length > 0);
  return [{ breakdown: {}, byPeriod: withEmptyPeriods(total, span) }, ...others];
}

/** What all figures of a cell have in common, and what decides how they are measured and shown. */
interface Place {
  readonly definition: IndicatorDefinition;
  readonly threshold: number;
  readonly common: Pick<
    ComputedFigure,
    'indicator' | 'definitionVersion' | 'cell' | 'breakdown' | 'dimensions' | 'settings'
  >;
}

const placeOf = (
  definition: IndicatorDefinition,
  breakdown: Breakdown,
  settings: IndicatorSettings,
): Place => ({
  definition,
  threshold: definition.counts === 'persons' ? settings.disclosureThreshold : 0,
  common: {
    indicator: definition.code,
    definitionVersion: definition.version,
    cell: cellOf(breakdown),
    breakdown,
    dimensions: dimensionsOf(Object.keys(breakdown)),
    settings: settingsOf(definition, settings),
  },
});

function figureAt({ definition, threshold, common }: Place, period: string, tally: Tally): ComputedFigure {
  const { numbers, unit, missing } = measure(definition, tally, granularityOf(period));
  return {
    ...common,
    period,
    unit,
    numbers: withoutRevealingShare(numbers, threshold),
    suppression: suppressionOf(numbers, threshold),
    ...(missing && { missing }),
  };
}

/** The pact's choices that had an effect on figures of this definition. */
function settingsOf(
  { settings: chosen = [], counts }: IndicatorDefinition,
  settings: IndicatorSettings,
): Partial<IndicatorSettings> {
  const effective = Object.fromEntries(chosen.map((name) => [name, settings[name]]));
  return counts === 'persons'
    ? { ...effective, disclosureThreshold: settings.disclosureThreshold }
    : effective;
}
