import { Injectable } from '@nestjs/common';
import { SINCE_START, type Day } from '#kernel';
import { Database } from '#platform';
import type { IndicatorDefinition } from '../definition/definition.js';
import { compile, type Compiled } from '../engine/compiler.rules.js';
import { figuresOf } from '../engine/figures.rules.js';
import { AS_OF } from '../engine/measuring.rules.js';
import type { MissingReason, Numbers } from '../engine/numbers.rules.js';
import { ReadRows } from '../engine/read-rows.rules.js';
import type { CompiledRow } from '../engine/tally.rules.js';
import type { RowsToTell } from '../explanation/counted-rows.rules.js';
import { isInPeriod } from '../explanation/rows-in-period.rules.js';
import type { StoredFact } from '../facts/fact.js';
import { storedFact } from '../facts/index.js';
import { completeSettings } from '../settings/indicator-settings.rules.js';

/** Any days, from the first to the last, and the rows to count in them. */
export interface Range {
  readonly from: Day;
  readonly to: Day;
  /** Conditions on the columns of `given`, for what `$5` and later stand for. */
  readonly rows: RowsToTell;
  readonly values: readonly unknown[];
}

export interface RangeFigure {
  readonly unit: string;
  readonly numbers: Numbers;
  readonly missing?: MissingReason;
}

/** Who asks may see each of the rows, so no number of them is too small to be told. */
const SHOWN_TO_WHO_SEES_ALL = { ...completeSettings(), disclosureThreshold: 0 };

/** Persons are counted once by the first of their rows, as if the range were all there is. */
const FIRST_IN = 'first_in';
const FIRST_OF_ALL = 5;

/** Counts over any days, when it is asked, and remembers nothing: two ranges a day apart would tell of single people. */
@Injectable()
export class RangeFigures {
  constructor(private readonly database: Database) {}

  /** The day up to which the facts are known; nothing while no figure was ever computed. */
  async asOf(pactId: string): Promise<Day | undefined> {
    const row = await this.database
      .in(pactId)
      .one<{ asOf: Day | null }>(`select as_of as "asOf" from indicator_state where pact_id = $1`, [pactId]);
    return row?.asOf ?? undefined;
  }

  /** Of an indicator that counts persons; undefined of any other. */
  async of(
    pactId: string,
    definition: IndicatorDefinition,
    { range, asOf }: { readonly range: Range; readonly asOf: Day },
  ): Promise<RangeFigure | undefined> {
    const fact = storedFact(definition.fact);
    if (fact === undefined) return undefined;
    const total = { ...definition, breakdowns: [] };
    const compiled = compileForRange(total, fact, range.rows);
    // What stands is counted at the last day; of all else, nothing is known later than the facts.
    const end = range.to < asOf ? range.to : asOf;
    const known = definition.period.kind === 'stock' ? end : asOf;
    const rows = await this.database
      .in(pactId)
      .query<CompiledRow>(compiled.text, [pactId, known, range.from, range.to, ...range.values]);
    const span = { from: known, asOf: known, settings: SHOWN_TO_WHO_SEES_ALL };
    return figuresOf(total, new ReadRows(compiled, rows), span).find(({ period }) => period === SINCE_START);
  }
}

/** `$1` pact, `$2` as-of day, `$3` and `$4` the first and the last day. */
function compileForRange(definition: IndicatorDefinition, fact: StoredFact, rows: RowsToTell): Compiled {
  const columns = Object.keys(fact.columns).filter((column) => column !== FIRST_IN);
  const order = `partition by given.participant_id order by ${fact.inOrder.map((column) => `given.${column}`).join(', ')}`;
  const first = `case when row_number() over (${order}) = 1 then ${FIRST_OF_ALL} else 0 end as ${FIRST_IN}`;
  const conditions = [
    `num_nonnulls(${AS_OF}, $3::date, $4::date) = 3`,
    isInPeriod(definition, { from: '$3::date', to: '$4::date', asOf: AS_OF }),
    fact.isOfPathway ? rows.ofPathway : rows.ofParticipant,
  ];
  const narrowed = `select ${columns.map((column) => `given.${column}`).join(', ')}, ${first}
    from (${fact.rows('pact')}) given where ${conditions.join(' and ')}`;
  return compile({ rows: () => narrowed }, [definition]);
}
