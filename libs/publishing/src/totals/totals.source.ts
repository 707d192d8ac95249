import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import {
  Catalogue,
  hasRegionalTotal,
  RegionalFigures,
  type RegionalFigure,
  type RegionPact,
} from '#indicators';
import { AcrossQueries } from '../figures/across.queries.js';
import type { FigureRow } from '../figures/figure.sql.js';
import type { Selection } from '../figures/figures-selection.rules.js';
import type { FiguresSource, Stretch } from '../figures/figures-source.js';
import { ALL_PACTS } from '../formats/publication.js';
import { regionTooLarge } from './totals.problems.js';
import { TotalsQueries, type TotalledPact } from './totals.queries.js';

/** They are counted when they are asked for, and a caller waits. */
const MOST_PACTS = 1_000;
const MOST_PUBLISHED = 500_000;

interface Region {
  readonly pacts: readonly TotalledPact[];
  readonly isPart: boolean;
}

/** Figures of all pacts that a caller enters together, or of those of them in one territory. */
@Injectable()
export class TotalsSource {
  private readonly codes: readonly string[];

  constructor(
    catalogue: Catalogue,
    private readonly across: AcrossQueries,
    private readonly queries: TotalsQueries,
    private readonly figures: RegionalFigures,
  ) {
    this.codes = catalogue.all.filter(hasRegionalTotal).map(({ code }) => code);
  }

  async of(principal: Principal, territory: string | undefined): Promise<FiguresSource> {
    const region = await this.region(principal, territory);
    return {
      codes: this.codes,
      place: ['figure-totals', territory ?? ''],
      state: () => Promise.resolve(region.pacts),
      list: (selection, _state, stretch) => this.list(region, selection, stretch),
      sortKey: ({ indicator, period, cell }) => [indicator, period, cell],
    };
  }

  private async region(principal: Principal, territory: string | undefined): Promise<Region> {
    const entered = await this.queries.pacts(await this.across.reach(principal));
    const pacts = entered.filter((pact) => territory === undefined || isWithin(pact, territory));
    return { pacts, isPart: pacts.length < entered.length };
  }

  private async list(
    { pacts, isPart }: Region,
    selection: Selection,
    { after, limit }: Stretch,
  ): Promise<FigureRow[]> {
    const { indicators, dimensions, periods } = selection;
    const computed = pacts.flatMap(({ region }) => region ?? []);
    const published = computed.length * indicators.length * periods.length;
    if (computed.length > MOST_PACTS || published > MOST_PUBLISHED) throw regionTooLarge();
    const question = { pacts: computed, isPart, indicators, dimensions, periods };
    const figures = await this.figures.of(question);
    const told = toldOf(pacts, computed);
    return figures
      .filter((figure) => after === undefined || follows(figure, after))
      .slice(0, limit)
      .map((figure) => rowOf(figure, told));
  }
}

/** All of its territory lies there: ISTAT codes of places begin with those of what they belong to. */
const isWithin = ({ territory }: TotalledPact, place: string): boolean =>
  territory.length > 0 && territory.every((code) => code.startsWith(place));

function follows(
  figure: RegionalFigure,
  [indicator = '', period = '', cell = '']: readonly string[],
): boolean {
  if (figure.indicator !== indicator) return figure.indicator > indicator;
  return figure.period === period ? figure.cell > cell : figure.period > period;
}

/** What all figures of an answer say of the pacts they are of. */
function toldOf(pacts: readonly TotalledPact[], computed: readonly RegionPact[]): object {
  const sum = (of: (pact: TotalledPact) => number): number => pacts.reduce((all, pact) => all + of(pact), 0);
  return {
    // What is known of all of them.
    asOf: computed.map(({ asOf }) => asOf).sort()[0],
    computedAt: new Date().toISOString(),
    pacts: computed.length,
    coverage: { reported: sum(({ reported }) => reported), expected: sum(({ expected }) => expected) },
  };
}

function rowOf(figure: RegionalFigure, told: object): FigureRow {
  const { indicator, definitionVersion, period, cell, breakdown, numbers, unit, suppression, missing } =
    figure;
  const body = JSON.stringify({
    indicator,
    definitionVersion,
    period,
    breakdown,
    ...numbers,
    unit,
    ...told,
    suppression,
    ...(missing !== undefined && { missing }),
  });
  return { pactId: ALL_PACTS, indicator, period, cell, body, goal: null, value: null };
}
