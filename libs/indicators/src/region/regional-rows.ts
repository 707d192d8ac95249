import type { FactName, IndicatorDefinition } from '../definition/definition.js';
import { compile, type Compiled } from '../engine/compiler.rules.js';
import { AS_OF } from '../engine/measuring.rules.js';
import type { StoredFact } from '../facts/fact.js';
import { FACTS, storedFact } from '../facts/index.js';
import { firstIn } from '../facts/people.sql.js';

/**
 * Compiles definitions on one fact into one statement over the rows of several pacts, as if they were one. `$1` the
 * pacts, `$2` the as-of day of each: its rows are counted for the day for which its own figures were.
 */
export function compileForRegion(name: FactName, definitions: readonly IndicatorDefinition[]): Compiled {
  const compiled = compile({ rows: () => regionalRows(name) }, definitions);
  return { ...compiled, text: compiled.text.replaceAll(AS_OF, 'as_of') };
}

const FIRST_IN = 'first_in';

function regionalRows(name: FactName): string {
  const fact = FACTS[name];
  const own = Object.keys(fact.columns).filter((column) => column !== FIRST_IN);
  const stored = storedFact(name);
  const columns = [...own.map((column) => `given.${column}`), 'home.as_of'];
  const counted = FIRST_IN in fact.columns && stored ? [`${firstInRegion(stored)} as ${FIRST_IN}`] : [];
  return `select ${[...columns, ...counted].join(', ')}
    from unnest(cast($1 as uuid[]), cast($2 as date[])) as home(pact_id, as_of)
      cross join lateral (${fact.rows('region')}) given`;
}

/** How long ago a participant was seen before, in any of the pacts. */
function firstInRegion({ inOrder: [day, ...others] }: StoredFact): string {
  const order = [day, ...others, 'pact_id'].map((column) => `given.${column}`);
  const before = `lag(given.${day}) over (partition by given.participant_id order by ${order.join(', ')})`;
  return firstIn(`given.${day}`, before);
}
