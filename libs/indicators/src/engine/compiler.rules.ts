import { BREAKDOWNS, UNKNOWN, type BreakdownName } from '../definition/breakdowns.rules.js';
import type { Cut, IndicatorDefinition } from '../definition/definition.js';
import { aggregatesOf, type Aggregate } from './measures.rules.js';

/** One grouping of the statement: the rows of a cut by the month of one day. */
export interface Grouping {
  readonly on: string;
  readonly cut: Cut;
}

/** One statement for all definitions on one fact, and how to read its rows. */
export interface Compiled {
  readonly text: string;
  /** The row's `grouping` is an index into these. */
  readonly groupings: readonly Grouping[];
  /** For each definition, in which columns its aggregates are. */
  readonly columns: ReadonlyMap<string, readonly CompiledColumn[]>;
}

export interface CompiledColumn extends Aggregate {
  readonly alias: string;
}

/**
 * Compiles definitions on one fact into one statement: the rows are read once, grouped by month and each breakdown at
 * the finest grain; quarters, years and the whole are added up from that small result.
 * `$1` is the pact, `$2` the as-of day.
 */
export function compile(rows: string, definitions: readonly IndicatorDefinition[]): Compiled {
  const aliases = new Map<string, string>();
  const columns = new Map(
    definitions.map((definition) => [
      definition.code,
      aggregatesOf(definition).map((each) => ({ ...each, alias: aliasOf(aliases, each.sql) })),
    ]),
  );
  const groupings = groupingsOf(definitions);
  const plan: Plan = {
    days: [...new Set(groupings.map((each) => each.on))],
    names: [...new Set(groupings.flatMap((each) => each.cut))],
    timed: definitions.some((definition) => definition.measure.kind === 'retention'),
    aggregates: [...aliases].map(([sql, alias]) => `${sql} as ${alias}`),
    groupings,
  };
  const branches = branchesOf(groupings).map((branch) => branchSql(plan, branch));
  return {
    text: `with fact as (select given.* from (${rows}) given where $2::date is not null)\n${branches.join('\nunion all\n')}`,
    groupings,
    columns,
  };
}

interface Plan {
  readonly days: readonly string[];
  readonly names: readonly BreakdownName[];
  /** Durations are kept apart: survival is estimated from their counts. */
  readonly timed: boolean;
  readonly aggregates: readonly string[];
  readonly groupings: readonly Grouping[];
}

/** A breakdown where a row may stand in several cells needs its rows repeated, so a scan of its own. */
interface Branch {
  readonly many: BreakdownName | undefined;
  readonly groupings: readonly Grouping[];
}

const isMany = (name: BreakdownName): boolean => BREAKDOWNS[name].many;

function aliasOf(aliases: Map<string, string>, sql: string): string {
  const alias = aliases.get(sql) ?? `a${aliases.size}`;
  aliases.set(sql, alias);
  return alias;
}

function groupingsOf(definitions: readonly IndicatorDefinition[]): Grouping[] {
  const known = new Map<string, Grouping>();
  for (const definition of definitions) {
    const days = new Set(aggregatesOf(definition).map((each) => each.on));
    for (const on of days) {
      for (const cut of cutsOf(definition)) known.set(`${on}/${cut.join()}`, { on, cut });
    }
  }
  return [...known.values()];
}

/** The cuts to count by; a distinct count is taken from the cells. */
export function cutsOf({ measure, breakdowns }: IndicatorDefinition): Cut[] {
  return measure.kind === 'distinct' ? [[measure.breakdown]] : [[], ...breakdowns];
}

function branchesOf(groupings: readonly Grouping[]): Branch[] {
  const manies = new Set(groupings.map((each) => each.cut.find(isMany)));
  return [...manies].map((many) => ({
    many,
    groupings: groupings.filter((each) => each.cut.find(isMany) === many),
  }));
}

function branchSql(plan: Plan, { many, groupings }: Branch): string {
  const keys = [...plan.days.map((_, index) => `d${index}`), ...plan.names.map((name) => keyOf(name))];
  const used = new Set(groupings.flatMap((each) => keysOf(plan, each)));
  const sets = groupings.map(
    (each) => `(${[...keysOf(plan, each), ...(plan.timed ? ['time'] : [])].join(', ')})`,
  );
  return `select ${groupingIndex(plan, groupings)} as grouping,
    ${keys.map((key) => (used.has(key) ? key : `null::${key.startsWith('d') ? 'date' : 'text'} as ${key}`)).join(', ')}${plan.timed ? ', time' : ''},
    ${plan.aggregates.join(', ')}
  from (select fact.*, ${derivedColumns(plan, many).join(', ')} from fact${
    many ? ` cross join lateral unnest(fact.${BREAKDOWNS[many].column}) as each_of(value)` : ''
  }) counted
  group by grouping sets (${sets.join(', ')})`;
}

/** The column of the result that holds a cell's value. */
export const columnOf = (name: BreakdownName): string => `by_${name}`;

const keyOf = (name: BreakdownName): string => `"${columnOf(name)}"`;

const keysOf = (plan: Plan, { on, cut }: Grouping): string[] => [
  `d${plan.days.indexOf(on)}`,
  ...cut.map(keyOf),
];

/** Which grouping a result row belongs to, as PostgreSQL tells it by the keys that are not in it. */
function groupingIndex(plan: Plan, groupings: readonly Grouping[]): string {
  const keys = [...new Set(groupings.flatMap((each) => keysOf(plan, each)))];
  const cases = groupings.map((each) => {
    const own = new Set(keysOf(plan, each));
    const mask = keys.reduce((bits, key) => bits * 2 + (own.has(key) ? 0 : 1), 0);
    return `when ${mask} then ${plan.groupings.indexOf(each)}`;
  });
  return `case grouping(${keys.join(', ')}) ${cases.join(' ')} end`;
}

function derivedColumns(plan: Plan, many: BreakdownName | undefined): string[] {
  const months = plan.days.map(
    (day, index) => `date_trunc('month', fact.${day}::timestamp)::date as d${index}`,
  );
  const cells = plan.names
    .filter((name) => !isMany(name) || name === many)
    .map((name) => {
      const value =
        name === many ? 'each_of.value' : `coalesce(fact.${BREAKDOWNS[name].column}, '${UNKNOWN}')`;
      return `${value} as ${keyOf(name)}`;
    });
  return [...months, ...cells, ...(plan.timed ? ['fact.last_day - fact.started_on + 1 as time'] : [])];
}
