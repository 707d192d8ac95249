import { BREAKDOWNS, UNKNOWN, type BreakdownName } from '../definition/breakdowns.rules.js';
import type { IndicatorDefinition } from '../definition/definition.js';
import type { Fact, Scope } from '../facts/fact.js';
import {
  columnOf,
  datesOf,
  grainOf,
  groupingsOf,
  isMany,
  keyOfDated,
  type Dated,
  type Grouping,
} from './grouping.rules.js';
import { AS_OF, type Aggregate } from './measuring.rules.js';
import { aggregatesOf } from './population.rules.js';

/** One statement for all definitions on one fact, and how to read its rows. */
export interface Compiled {
  readonly text: string;
  /** The row's `grouping` is an index into these. */
  readonly groupings: readonly Grouping[];
  /** For each definition, where its aggregates stand in the rows that one of its days dates. */
  readonly columns: ReadonlyMap<string, readonly CompiledColumn[]>;
}

export interface CompiledColumn extends Aggregate {
  /** Its place among the numbers, or among the lists, of a row. */
  readonly index: number;
}

/**
 * Compiles definitions on one fact into one statement: the rows are read once for each day that dates them, grouped by
 * each breakdown and the finest period it is told by; quarters, years and the whole are added up from that small result.
 * `$1` is the pact, `$2` the as-of day. Over all pacts, each grouping is kept apart by pact and `$1` is not used.
 */
export function compile(
  fact: Pick<Fact, 'rows' | 'precomputed'>,
  definitions: readonly IndicatorDefinition[],
  scope: Scope = 'pact',
): Compiled {
  const groupings = groupingsOf(definitions);
  const names = [...new Set(groupings.flatMap((each) => each.cut))];
  const plan: Plan = { rows: fact.rows(scope), scope, names, groupings };
  const branches: string[] = [];
  const places = new Map<string, Places>();
  for (const dated of distinctDates(definitions)) {
    const own = definitions.filter((each) =>
      datesOf(each).some((day) => keyOfDated(day) === keyOfDated(dated)),
    );
    const found = placesOf(own, dated.on);
    places.set(keyOfDated(dated), found);
    branches.push(...branchesOf(plan, dated).map((branch) => branchSql(plan, branch, found)));
  }
  const columns = definitions.map((definition) => [definition.code, columnsIn(definition, places)] as const);
  const text = withPrecomputed(branches.join('\nunion all\n'), fact);
  return { text, groupings, columns: new Map(columns) };
}

/** What the fact keeps in a column is read, not worked out again. */
const withPrecomputed = (text: string, { precomputed = {} }: Pick<Fact, 'precomputed'>): string =>
  Object.entries(precomputed).reduce((now, [sql, column]) => now.replaceAll(sql, column), text);

interface Plan {
  readonly rows: string;
  readonly scope: Scope;
  readonly names: readonly BreakdownName[];
  readonly groupings: readonly Grouping[];
}

/** The aggregates of a branch, each once, and where each stands. */
interface Places {
  readonly numbers: string[];
  readonly lists: string[];
}

interface Branch {
  readonly dated: Dated;
  readonly many: BreakdownName | undefined;
  readonly groupings: readonly Grouping[];
}

function distinctDates(definitions: readonly IndicatorDefinition[]): Dated[] {
  return [...new Map(definitions.flatMap(datesOf).map((dated) => [keyOfDated(dated), dated])).values()];
}

function placesOf(definitions: readonly IndicatorDefinition[], on: string): Places {
  const aggregates = definitions.flatMap(aggregatesOf).filter((each) => each.on === on);
  const distinct = (isList: boolean): string[] => [
    ...new Set(aggregates.filter((each) => each.isList === isList).map((each) => each.sql)),
  ];
  return { numbers: distinct(false), lists: distinct(true) };
}

function columnsIn(
  definition: IndicatorDefinition,
  places: ReadonlyMap<string, Places>,
): readonly CompiledColumn[] {
  const dates = datesOf(definition);
  return aggregatesOf(definition).map((each) => {
    const dated = dates.find((day) => day.on === each.on);
    const found = dated && places.get(keyOfDated(dated));
    const index = (each.isList ? found?.lists : found?.numbers)?.indexOf(each.sql) ?? -1;
    return { ...each, index };
  });
}

function branchesOf({ groupings }: Plan, dated: Dated): Branch[] {
  const own = groupings.filter((each) => keyOfDated(each.dated) === keyOfDated(dated));
  const manies = new Set(own.map((each) => each.cut.find(isMany)));
  return [...manies].map((many) => ({
    dated,
    many,
    groupings: own.filter((each) => each.cut.find(isMany) === many),
  }));
}

function branchSql(plan: Plan, { dated, many, groupings }: Branch, { numbers, lists }: Places): string {
  const used = [...new Set(groupings.flatMap((each) => each.cut))];
  const grains = [...new Set(groupings.map(grainOf))];
  const pact = plan.scope === 'all' ? ['pact_id'] : [];
  const sets = groupings.map((each) => [...pact, grainOf(each), ...each.cut.map(keyOf)].join(', '));
  const cells = plan.names.map((name) =>
    used.includes(name) ? keyOf(name) : `null::text as ${keyOf(name)}`,
  );
  const period = grains.length > 1 ? 'coalesce(month, quarter)' : grains[0];
  const listed = lists.length === 0 ? 'null::json' : `json_build_array(${lists.join(', ')})`;
  const columns = [
    `${groupingIndex(plan, groupings)} as grouping`,
    ...pact,
    `${period} as month`,
    ...cells,
    `array[${numbers.join(', ')}]::bigint[]::text as counts`,
    `${listed} as lists`,
  ];
  return `select ${columns.join(', ')}
  from (${datedRows(plan, { dated, many }, [...grains.map((grain) => periodValue(dated, grain)), ...used.map(cellValue)])}) counted
  group by ${sets.length === 1 ? sets[0] : `grouping sets (${sets.map((set) => `(${set})`).join(', ')})`}`;
}

/** The rows that a day dates, with what they are grouped by. */
function datedRows(
  plan: Plan,
  { dated, many }: Pick<Branch, 'dated' | 'many'>,
  keys: readonly string[],
): string {
  const repeated = many
    ? ` cross join lateral unnest(given.${BREAKDOWNS[many].column}) as each_of(value)`
    : '';
  const known = dated.ahead
    ? `given.${dated.on} is not null and ${AS_OF} is not null`
    : `given.${dated.on} <= ${AS_OF}`;
  return `select given.*, ${keys.join(', ')} from (${plan.rows}) given${repeated} where ${known}`;
}

const periodValue = ({ on }: Dated, grain: 'month' | 'quarter'): string =>
  `date_trunc('${grain}', given.${on}::timestamp)::date as ${grain}`;

const cellValue = (name: BreakdownName): string =>
  `${isMany(name) ? 'each_of.value' : `coalesce(given.${BREAKDOWNS[name].column}, '${UNKNOWN}')`} as ${keyOf(name)}`;

const keyOf = (name: BreakdownName): string => `"${columnOf(name)}"`;

/** Which grouping a result row belongs to, as PostgreSQL tells it by the keys that are not in it. */
function groupingIndex(plan: Plan, groupings: readonly Grouping[]): string {
  const keys = [...new Set(groupings.flatMap((each) => each.cut))];
  if (groupings.length === 1 || keys.length === 0) return String(plan.groupings.indexOf(groupings[0]!));
  const cases = groupings.map((each) => {
    const mask = keys.reduce((bits, key) => bits * 2 + (each.cut.includes(key) ? 0 : 1), 0);
    return `when ${mask} then ${plan.groupings.indexOf(each)}`;
  });
  return `case grouping(${keys.map(keyOf).join(', ')}) ${cases.join(' ')} end`;
}
