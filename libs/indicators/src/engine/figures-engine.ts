import { Injectable } from '@nestjs/common';
import { parsePeriod, type Day } from '#kernel';
import { Database, invalidRequest, notFound, type FieldError } from '#platform';
import { Catalogue } from '../definition/catalogue.js';
import type { IndicatorDefinition } from '../definition/definition.js';
import { FactsService } from '../facts/facts.service.js';
import { FACTS } from '../facts/index.js';
import { IndicatorSettingsQueries } from '../settings/indicator-settings.queries.js';
import { factSettingsOf } from '../settings/indicator-settings.rules.js';
import { compile, type Compiled } from './compiler.rules.js';
import { emptyFigure, figuresOf, type Circumstances, type ComputedFigure } from './figures.rules.js';
import { FiguresStore, keyOf, type PublishedFigure } from './figures.store.js';
import { ReadRows, type CompiledRow } from './tally.rules.js';

export interface Wanted {
  /** Codes; all of them unless told. */
  readonly indicators?: readonly string[];
  /** Period codes; all of them unless told. */
  readonly periods?: readonly string[];
}

export interface ComputeOrder extends Wanted {
  /** Nothing later than the end of this day is counted. */
  readonly asOf: Day;
  readonly runId: string;
}

export interface Computation {
  readonly computed: number;
  readonly changed: number;
}

/** One computation of a pact at a time. The statements are short: compiling them would take longer than running. */
const TAKE_TURNS = `
  select pg_advisory_xact_lock(hashtextextended('figures ' || $1, 0)), set_config('jit', 'off', true)`;

/** One statement per fact for all definitions, so that it is compiled and prepared once. */
interface FactStatement {
  readonly compiled: Compiled;
  readonly definitions: readonly IndicatorDefinition[];
}

/** Computes the figures of one pact: one statement per fact, the rest on its small result. */
@Injectable()
export class FiguresEngine {
  private readonly statements: readonly FactStatement[];

  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    private readonly facts: FactsService,
    private readonly store: FiguresStore,
    private readonly settings: IndicatorSettingsQueries,
  ) {
    this.statements = [...catalogue.byFact()].map(([fact, definitions]) => ({
      compiled: compile(FACTS[fact], definitions),
      definitions,
    }));
  }

  /** @throws Problem `invalid-request` where a code or a period is not one that is computed. */
  check({ indicators = [], periods = [] }: Wanted): void {
    const errors = [
      ...refusals('indicators', indicators, (code) => this.catalogue.find(code) !== undefined, {
        code: 'unknown-value',
        detail: `One of ${this.catalogue.codes.join(', ')}.`,
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
      await this.facts.refresh(pactId, factSettingsOf(pact.settings));
      const codes = order.indicators ?? this.catalogue.codes;
      const figures = await this.evaluate(pactId, codes, {
        from: pact.startsOn,
        asOf: order.asOf,
        settings: pact.settings,
      });
      const published = await this.store.latest(pactId, codes);
      const due = this.withVanished(figures, published, pact.settings).filter(
        ({ period }) => order.periods === undefined || order.periods.includes(period),
      );
      const changed = await this.store.publish(
        pactId,
        due,
        new Map(published.map((each) => [keyOf(each), each])),
        order,
      );
      await this.note(pactId, changed);
      return { computed: due.length, changed };
    });
  }

  private async evaluate(
    pactId: string,
    codes: readonly string[],
    circumstances: Circumstances,
  ): Promise<ComputedFigure[]> {
    const figures: ComputedFigure[][] = [];
    for (const { compiled, definitions } of this.statements) {
      const due = definitions.filter((definition) => codes.includes(definition.code));
      if (due.length === 0) continue;
      const rows = await this.database
        .in(pactId)
        .query<CompiledRow>(compiled.text, [pactId, circumstances.asOf]);
      const read = new ReadRows(compiled, rows);
      figures.push(due.flatMap((definition) => figuresOf(definition, read, circumstances)));
    }
    return figures.flat();
  }

  /** A cell that was published and has nothing in it any more is told as empty, not left as it was. */
  private withVanished(
    figures: readonly ComputedFigure[],
    published: readonly PublishedFigure[],
    settings: Circumstances['settings'],
  ): ComputedFigure[] {
    const found = new Set(figures.map(keyOf));
    const vanished = published.flatMap((each) => {
      const definition = found.has(keyOf(each)) ? undefined : this.catalogue.find(each.indicator);
      return definition ? [emptyFigure(definition, each, settings)] : [];
    });
    return [...figures, ...vanished];
  }

  /** What readers compare: goes up when any figure, or who has reported, is not what it was. */
  private async note(pactId: string, changed: number): Promise<void> {
    await this.database.in(pactId).query(
      `with coverage as (
         select count(distinct source) filter (where status in ('succeeded', 'partial'))::int as reported,
           count(distinct source)::int as expected
         from outcome_batch where pact_id = $1 and not dry_run
       )
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
