import type { Breakdown } from '../definition/breakdowns.rules.js';
import type { IndicatorDefinition } from '../definition/definition.js';
import type { ComputedFigure } from '../engine/figures.rules.js';
import type { MissingReason, Numbers } from '../engine/numbers.rules.js';
import type { IndicatorSettings } from '../settings/indicator-settings.rules.js';
import {
  countsOnce,
  heldBack,
  toldNumbers,
  type Held,
  type PublishedByPacts,
  type Region,
} from './regional-release.rules.js';

/** A figure of several pacts together, as far as it may be told. */
export interface RegionalFigure {
  readonly indicator: string;
  readonly definitionVersion: number;
  readonly period: string;
  readonly cell: string;
  readonly breakdown: Breakdown;
  readonly unit: string;
  readonly numbers: Numbers;
  readonly suppression: 'none' | 'primary' | 'complementary';
  readonly missing?: MissingReason;
}

/** A figure as it was counted, and what the pacts have published under its key. */
export interface CountedFigure {
  readonly figure: ComputedFigure;
  readonly definition: IndicatorDefinition;
  readonly published: PublishedByPacts | undefined;
}

export interface JudgedRegion extends Region {
  /** What each of its pacts has chosen. */
  readonly settings: readonly IndicatorSettings[];
}

/** What may be told of the figures of a region: all that were asked for, together. */
export function judge(counted: readonly CountedFigure[], region: JudgedRegion): RegionalFigure[] {
  const judged = counted.map((each) => ({ ...each, held: heldOf(each, region) }));
  const tables = heldTables(judged);
  return judged.map((each) =>
    told({ ...each, held: withTable(each, tables) }, agree(each.definition, region.settings)),
  );
}

interface Judged extends CountedFigure {
  readonly held: Held;
}

const heldOf = ({ figure, definition, published }: CountedFigure, region: Region): Held =>
  definition.counts === 'persons' ? heldBack(figure, definition.measure, published, region) : 'none';

const placeOf = ({ indicator, period }: ComputedFigure): string => `${indicator} ${period}`;
const tableOf = (figure: ComputedFigure): string => `${placeOf(figure)} ${figure.dimensions}`;

const withTable = ({ figure, held }: Judged, tables: ReadonlySet<string>): Held =>
  held === 'none' && tables.has(tableOf(figure)) ? 'overlap' : held;

/**
 * Cells add up to the total, and so do those who are in several pacts: a table that counts everybody once is told whole,
 * with its total, or not at all.
 */
function heldTables(judged: readonly Judged[]): Set<string> {
  const once = judged.filter(({ definition }) => countsOnce(definition.measure));
  const held = once.filter((each) => each.held !== 'none').map(({ figure }) => figure);
  const totals = new Set(held.filter(({ dimensions }) => dimensions === '').map(placeOf));
  const under = once.map(({ figure }) => figure).filter((figure) => totals.has(placeOf(figure)));
  return new Set([...held, ...under].map(tableOf));
}

function told({ figure, definition, published, held }: Judged, haveOneRule: boolean): RegionalFigure {
  const { indicator, definitionVersion, period, cell, breakdown, unit, missing } = figure;
  const place = { indicator, definitionVersion, period, cell, breakdown, unit };
  if (held === 'small') return { ...place, numbers: { value: null }, suppression: 'primary' };
  if (held !== 'none') return { ...place, numbers: { value: null }, suppression: 'complementary' };
  if (!haveOneRule) {
    return { ...place, numbers: { value: null }, suppression: 'none', missing: 'settings-differ' };
  }
  const numbers = toldNumbers(figure.numbers, definition.measure, published);
  return { ...place, numbers, suppression: 'none', ...(missing && { missing }) };
}

/** What was counted under different rules is not counted together. */
function agree({ settings: names = [] }: IndicatorDefinition, chosen: readonly IndicatorSettings[]): boolean {
  return names.every((name) => new Set(chosen.map((settings) => JSON.stringify(settings[name]))).size < 2);
}
