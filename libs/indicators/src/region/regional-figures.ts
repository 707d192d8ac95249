import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { Database } from '#platform';
import { dimensionsOf } from '../definition/breakdowns.rules.js';
import { Catalogue } from '../definition/catalogue.js';
import type { FactName, IndicatorDefinition } from '../definition/definition.js';
import { emptyFigure, figuresOf, type Circumstances, type ComputedFigure } from '../engine/figures.rules.js';
import { keyOf } from '../engine/figures.store.js';
import { ReadRows } from '../engine/read-rows.rules.js';
import type { CompiledRow } from '../engine/tally.rules.js';
import type { IndicatorSettings } from '../settings/indicator-settings.rules.js';
import { PublishedByPactsQueries, type WantedOfPacts } from './published-by-pacts.queries.js';
import { judge, type RegionalFigure } from './regional-judgement.rules.js';
import { compileForRegion } from './regional-rows.js';

/** A pact of a region, with the day for which its figures were computed. */
export interface RegionPact {
  readonly id: string;
  readonly startsOn: Day;
  readonly asOf: Day;
  readonly settings: IndicatorSettings;
}

export interface RegionQuestion extends WantedOfPacts {
  readonly pacts: readonly RegionPact[];
  /** Only some of the pacts that the caller enters. */
  readonly isPart: boolean;
}

/** A graph stands in one pact: who promises nothing to whom in another says nothing of either. */
export const hasRegionalTotal = ({ measure }: IndicatorDefinition): boolean => measure.kind !== 'graph';

/** Counts over several pacts, when it is asked, and tells what may be told. Nothing of it is stored. */
@Injectable()
export class RegionalFigures {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    private readonly queries: PublishedByPactsQueries,
  ) {}

  /** In the order of indicator, period and cell. */
  async of(question: RegionQuestion): Promise<RegionalFigure[]> {
    const { pacts, isPart } = question;
    if (pacts.length === 0) return [];
    const circumstances = together(pacts);
    const published = await this.queries.sums(
      pacts.map(({ id }) => id),
      question,
    );
    const figures = await this.counted(question, circumstances);
    const found = new Set(figures.map(keyOf));
    // A cell of a pact in which nobody is met for the first time is empty, and is judged like any other.
    const others = [...published.values()].filter((place) => !found.has(keyOf(place)));
    const empty = others.flatMap((place) => {
      const definition = this.catalogue.find(place.indicator);
      return definition ? [emptyFigure(definition, place, circumstances.settings)] : [];
    });
    const counted = [...figures, ...empty].flatMap((figure) => {
      const definition = this.catalogue.find(figure.indicator);
      return definition ? [{ figure, definition, published: published.get(keyOf(figure)) }] : [];
    });
    const settings = pacts.map((pact) => pact.settings);
    const threshold = circumstances.settings.disclosureThreshold;
    return judge(counted, { threshold, isPart, settings }).sort(inOrder);
  }

  private async counted(question: RegionQuestion, circumstances: Circumstances): Promise<ComputedFigure[]> {
    const ids = question.pacts.map(({ id }) => id);
    const days = question.pacts.map(({ asOf }) => asOf);
    const parts = [...this.wantedByFact(question)].map(async ([fact, definitions]) => {
      const compiled = compileForRegion(fact, definitions);
      const rows = await this.database.countAmong<CompiledRow>(ids, compiled.text, [ids, days]);
      const read = new ReadRows(compiled, rows);
      return definitions.flatMap((definition) => figuresOf(definition, read, circumstances));
    });
    const periods = new Set(question.periods);
    return (await Promise.all(parts)).flat().filter(({ period }) => periods.has(period));
  }

  /** The definitions that were asked for, with no more breakdowns than were. */
  private wantedByFact({ indicators, dimensions }: RegionQuestion): Map<FactName, IndicatorDefinition[]> {
    const wanted = new Set(indicators.map((code, index) => `${code} ${dimensions[index]}`));
    const narrowed = this.catalogue.all
      .filter((each) => hasRegionalTotal(each) && wanted.has(`${each.code} `))
      .map((each) => ({
        ...each,
        breakdowns: each.breakdowns.filter((cut) => wanted.has(`${each.code} ${dimensionsOf(cut)}`)),
      }));
    return new Catalogue(narrowed).byFact();
  }
}

/** One after the other, as a page goes on: by indicator, period and cell. */
function inOrder(a: RegionalFigure, b: RegionalFigure): number {
  for (const name of ['indicator', 'period', 'cell'] as const) {
    if (a[name] !== b[name]) return a[name] < b[name] ? -1 : 1;
  }
  return 0;
}

/** As if they were one pact: from the first start to the last day known, and shown by whichever shows least. */
function together(pacts: readonly RegionPact[]): Circumstances {
  const from = pacts.map(({ startsOn }) => startsOn).reduce((a, b) => (a < b ? a : b));
  const asOf = pacts.map((pact) => pact.asOf).reduce((a, b) => (a > b ? a : b));
  const thresholds = pacts.map(({ settings }) => settings.disclosureThreshold);
  const settings = { ...pacts[0]!.settings, disclosureThreshold: Math.max(...thresholds) };
  return { from, asOf, settings };
}
