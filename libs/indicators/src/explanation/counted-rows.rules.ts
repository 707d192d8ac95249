import type { Granularity } from '#kernel';
import { BREAKDOWNS, UNKNOWN, type BreakdownName } from '../definition/breakdowns.rules.js';
import { conditionSql } from '../definition/condition.rules.js';
import type { IndicatorDefinition } from '../definition/definition.js';
import { AS_OF } from '../engine/measuring.rules.js';
import { isFirstIn } from '../engine/measures/counts.rules.js';
import { countedWhen, reasonsOf } from '../engine/population.rules.js';
import type { StoredFact } from '../facts/fact.js';
import { isInPeriod } from './rows-in-period.rules.js';

/** The place of a figure, as far as its rows depend on it. */
export interface CellOfFigure {
  readonly granularity: Granularity | undefined;
  readonly dimensions: readonly string[];
}

/** Which rows may be told, as conditions on the columns of `given`. */
export interface RowsToTell {
  readonly ofPathway: string;
  readonly ofParticipant: string;
}

const COUNTED = 'counted';

/**
 * The rows that a figure came from, and those it left out, one line for each pathway, or for each participant where the
 * fact is not of pathways. `$1` pact, `$2` as-of day, `$3` and `$4` first and last day of the period, `$5` the cell.
 * Columns: `key`, `participant_id`, `pathway_id`, `outcome`, `fulfils`, `rows`.
 */
export function countedRows(
  definition: IndicatorDefinition,
  fact: StoredFact,
  { cell, toTell }: { readonly cell: CellOfFigure; readonly toTell: RowsToTell },
): string {
  const days = { from: '$3::date', to: '$4::date', asOf: AS_OF };
  const pathway = fact.isOfPathway ? 'pathway_id' : 'null::uuid';
  const conditions = [
    // Every parameter stands somewhere, whatever the period and the cell.
    `num_nonnulls(${AS_OF}, $3::date, $4::date, $5::jsonb) = 4`,
    isInPeriod(definition, days),
    ...cell.dimensions.map((name) => isInCell(name as BreakdownName)),
    fact.isOfPathway ? toTell.ofPathway : toTell.ofParticipant,
  ];
  return `
    select key, participant_id, pathway_id, outcome, fulfils, count(*)::int as rows
    from (
      select coalesce(${pathway}, participant_id) as key, participant_id, ${pathway} as pathway_id,
        ${outcomeOf(definition, cell)} as outcome, ${fulfilsOf(definition)} as fulfils
      from (${fact.rows('pact')}) given where ${conditions.join(' and ')}
    ) judged
    where outcome is not null group by key, participant_id, pathway_id, outcome, fulfils`;
}

function isInCell(name: BreakdownName): string {
  const { column, many } = BREAKDOWNS[name];
  const value = `$5::jsonb->>'${name}'`;
  return many ? `${value} = any(${column})` : `coalesce(${column}, '${UNKNOWN}') = ${value}`;
}

/** Counted, the reason why not, or nothing where the definition does not look at the row. */
function outcomeOf(definition: IndicatorDefinition, { granularity }: CellOfFigure): string {
  const { measure } = definition;
  const own = measure.kind === 'count' ? (measure.having ?? []).map(conditionSql) : [];
  const first = measure.kind === 'participants' ? [isFirstIn(granularity)] : [];
  const reasons = reasonsOf(definition).map(
    ({ reason, sql }) => `when ${sql.join(' and ')} then '${reason}'`,
  );
  const isCounted = [...countedWhen(definition), ...own, ...first].map((condition) => `(${condition})`);
  return `case ${reasons.join(' ')} when ${['true', ...isCounted].join(' and ')} then '${COUNTED}' end`;
}

/** Of a share: whether a counted row is among those that it is the share of. */
function fulfilsOf(definition: IndicatorDefinition): string {
  const { measure } = definition;
  if (measure.kind !== 'share') return 'null::boolean';
  const counted = countedWhen(definition).map((condition) => `(${condition})`);
  const having = measure.having.map((each) => `(${conditionSql(each)})`).join(' and ');
  return `case when ${['true', ...counted].join(' and ')} then coalesce(${having}, false) end`;
}
