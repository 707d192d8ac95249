import type pg from 'pg';
import { statementsOverPacts, type CompiledRow, type IndicatorDefinition } from '#indicators';
import { retentionAt, survivalTable, type DurationCount } from '#kernel';
import { CUTOFF } from './reference-statements.js';

/** Runs the statements of these definitions over all pacts, one for each fact. */
export async function countAll(
  database: pg.Client,
  definitions: readonly IndicatorDefinition[],
  use: (rows: readonly CompiledRow[]) => void,
): Promise<void> {
  for (const text of statementsOverPacts(definitions)) {
    const answer = await database.query<CompiledRow & pg.QueryResultRow>(
      text.replaceAll('$2', `date '${CUTOFF}'`),
    );
    use(answer.rows);
  }
}

/** Months to quarters and years, by pact. */
export function addUp(rows: readonly CompiledRow[]): void {
  const sums = new Map<string, number[]>();
  for (const { grouping, pact_id: pact, month, counts } of rows) {
    const numbers = counts.slice(1, -1).split(',').map(Number);
    const year = `${pact} ${grouping} ${month.slice(0, 4)}`;
    const quarter = `${year} ${Math.floor((Number(month.slice(5, 7)) - 1) / 3)}`;
    for (const key of [year, quarter]) addTo(sums, key, numbers);
  }
}

function addTo(sums: Map<string, number[]>, key: string, numbers: readonly number[]): void {
  const before = sums.get(key);
  sums.set(
    key,
    before === undefined ? [...numbers] : before.map((sum, index) => sum + (numbers[index] ?? 0)),
  );
}

/** Kaplan–Meier at three days for each pact. */
export function estimate(rows: readonly CompiledRow[]): void {
  const byPact = new Map<string, DurationCount[]>();
  for (const { pact_id: pact = '', lists } of rows) {
    const durations = byPact.get(pact) ?? [];
    byPact.set(pact, durations);
    for (const item of lists?.[0] ?? []) {
      const ended = Number(item) % 2;
      durations.push({ time: (Number(item) - ended) / 2, ended, censored: 1 - ended });
    }
  }
  for (const durations of byPact.values()) {
    const table = survivalTable(durations);
    for (const days of [90, 180, 365]) retentionAt(table, days);
  }
}
