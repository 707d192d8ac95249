import { Injectable } from '@nestjs/common';
import { parsePeriod } from '#kernel';
import { Database, invalidRequest, notFound, type FieldError } from '#platform';
import type { IndicatorDefinition } from '../definition/definition.js';
import { FactsService } from '../facts/facts.service.js';
import { IndicatorSettingsQueries } from '../settings/indicator-settings.queries.js';
import { factSettingsOf } from '../settings/indicator-settings.rules.js';
import type { Computation, ComputeOrder, Wanted } from './compute-order.js';
import { COVERAGE } from './coverage.sql.js';
import { CountingService, type Count } from './counting.service.js';
import { emptyFigure, figuresOf, type Circumstances, type ComputedFigure } from './figures.rules.js';
import { FiguresStore, keyOf, type PublishedFigure } from './figures.store.js';
import { ReadRows } from './read-rows.rules.js';

/** One computation of a pact at a time. The statements are short: compiling them would take longer than running. */
const TAKE_TURNS = `
  select pg_advisory_xact_lock(hashtextextended('figures ' || $1, 0)), set_config('jit', 'off', true)`;

/** Computes the figures of one pact: one statement per fact, the rest on its small result. */
@Injectable()
export class FiguresEngine {
  constructor(
    private readonly database: Database,
    private readonly facts: FactsService,
    private readonly counting: CountingService,
    private readonly store: FiguresStore,
    private readonly settings: IndicatorSettingsQueries,
  ) {}

  /** @throws Problem `invalid-request` where a code or a period is not one that is computed. */
  check({ indicators = [], periods = [] }: Wanted): void {
    const errors = [
      ...refusals('indicators', indicators, (code) => this.counting.catalogue.find(code) !== undefined, {
        code: 'unknown-value',
        detail: `One of ${this.counting.catalogue.codes.join(', ')}.`,
      }),
      ...refusals('periods', periods, isComputed, {
        code: 'period',
        detail: 'Like 2026-03, 2026-Q1, 2026-H1, 2026 or since-start.',
      }),
    ];
    if (errors.length > 0) throw invalidRequest(errors);
  }

  /** Two computations of one pact take turns. Repeating one adds nothing. */
  async compute(pactId: string, order: ComputeOrder): Promise<Computation> {
    return this.database.transaction(async () => {
      await this.database.in(pactId).query(TAKE_TURNS, [pactId]);
      const pact = await this.settings.ofPact(pactId);
      if (pact === undefined) throw notFound();
      const { settings, startsOn: from } = pact;
      await this.facts[order.rebuild ? 'rebuild' : 'refresh'](pactId, factSettingsOf(settings));
      const circumstances = { from, asOf: order.asOf, settings };
      const due = await this.counting.counted(pactId, order, circumstances);
      if (due.counts.length === 0) {
        await this.note(pactId, 0);
        return { computed: due.same, changed: 0 };
      }
      const { computed, changed } = await this.publish(pactId, due.counts, { order, circumstances });
      await this.note(pactId, changed);
      const inputs = await this.facts.inputs(pactId);
      return { computed: computed + due.same, changed, ...(inputs && { inputs }) };
    });
  }

  private async publish(
    pactId: string,
    counts: readonly Count[],
    { order, circumstances }: { order: ComputeOrder; circumstances: Circumstances },
  ): Promise<Computation> {
    const isAsked = ({ code }: IndicatorDefinition): boolean => order.indicators?.includes(code) ?? true;
    const parts = counts.flatMap((count) => count.parts);
    const definitions = parts.flatMap((part) => part.definitions.filter(isAsked));
    const figures = parts.flatMap(({ compiled, definitions: all, rows }) => {
      const read = new ReadRows(compiled, rows);
      return all.filter(isAsked).flatMap((definition) => figuresOf(definition, read, circumstances));
    });
    const published = await this.store.latest(
      pactId,
      definitions.map(({ code }) => code),
    );
    const due = this.withVanished(figures, published, circumstances.settings).filter(
      ({ period }) => order.periods === undefined || order.periods.includes(period),
    );
    const changed = await this.store.publish(
      pactId,
      due,
      new Map(published.map((each) => [keyOf(each), each])),
      order,
    );
    await this.counting.remember(pactId, counts, { order, figures: due });
    return { computed: due.length, changed };
  }

  /** A cell that was published and has nothing in it any more is told as empty, not left as it was. */
  private withVanished(
    figures: readonly ComputedFigure[],
    published: readonly PublishedFigure[],
    settings: Circumstances['settings'],
  ): ComputedFigure[] {
    const found = new Set(figures.map(keyOf));
    const vanished = published.flatMap((each) => {
      const definition = found.has(keyOf(each)) ? undefined : this.counting.catalogue.find(each.indicator);
      return definition ? [emptyFigure(definition, each, settings)] : [];
    });
    return [...figures, ...vanished];
  }

  /** What readers compare: goes up when any figure, or who has reported, is not what it was. */
  private async note(pactId: string, changed: number): Promise<void> {
    await this.database.in(pactId).query(
      `with coverage as (${COVERAGE})
       insert into indicator_state as state (pact_id, figures_version, sources_reported, sources_expected)
       select $1, 1, reported, expected from coverage
       on conflict (pact_id) do update set sources_reported = excluded.sources_reported,
         sources_expected = excluded.sources_expected, figures_version = state.figures_version + 1
       where $2 > 0 or (state.sources_reported, state.sources_expected)
         is distinct from (excluded.sources_reported, excluded.sources_expected)`,
      [pactId, changed],
    );
  }
}

function isComputed(period: string): boolean {
  const kind = parsePeriod(period)?.kind;
  return kind !== undefined && kind !== 'range';
}

/** One refusal, with its place, for each value that does not fit. */
function refusals(
  field: string,
  values: readonly string[],
  fits: (value: string) => boolean,
  because: Pick<FieldError, 'code' | 'detail'>,
): FieldError[] {
  return [...values.entries()]
    .filter(([, value]) => !fits(value))
    .map(([index]) => ({ pointer: `/${field}/${index}`, ...because }));
}
