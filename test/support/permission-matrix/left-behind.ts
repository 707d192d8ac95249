import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Jobs fail where nobody sees it: the letter is left where a worker would leave it. */
export function deadLetter(databaseUrl: string): Promise<string> {
  return left(databaseUrl, async (database, id) => {
    await database.query(
      `insert into dead_letter (id, job, data, code, attempts) values ($1, 'test', $2, 'X', 1)`,
      [id, { id }],
    );
  });
}

/** No worker computes here: a figure is left as one would publish it. */
export function publishedFigure(databaseUrl: string, pactId: string, runId: string): Promise<string> {
  return left(databaseUrl, async (database, id) => {
    await database.query(`select set_config('patti.pact', $1, false)`, [pactId]);
    await database.query(
      `insert into figure (pact_id, id, indicator, definition_version, period, cell, breakdown, dimensions, revision,
         unit, numbers, settings, suppression, fingerprint, as_of, run_id)
       values ($1, $2, 'pathways_started', 1, 'since-start', '', '{}', '', 1, 'pathway', '{"value":12}', '{}', 'none',
         'x', '2025-12-31', $3)`,
      [pactId, id, runId],
    );
  });
}

async function left(
  databaseUrl: string,
  leave: (database: pg.Client, id: string) => Promise<void>,
): Promise<string> {
  const database = new pg.Client(databaseUrl);
  await database.connect();
  const id = randomUUID();
  await leave(database, id);
  await database.end();
  return id;
}
