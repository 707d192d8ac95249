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

/** A worker would find something in what a source has pushed; here two of its pathways are said not to fit. */
export function finding(databaseUrl: string, pactId: string, source: string): Promise<string> {
  return left(databaseUrl, async (database) => {
    const { rows } = await database.query<{ id: string }>(
      `insert into quality_finding (pact_id, id, rule, participant_id, record_id, source, external_id, evidence, state)
       select pact_id, gen_random_uuid(), 'closed-without-end', participant_id, id, source, external_id, '', 'open'
       from pathway where pact_id = $1 and source = $2 order by external_id limit 2 returning id`,
      [pactId, source],
    );
    return rows[0]?.id;
  });
}

async function left(
  databaseUrl: string,
  /** Answers another id where it is not the one given. */
  leave: (database: pg.Client, id: string) => Promise<unknown>,
): Promise<string> {
  const database = new pg.Client(databaseUrl);
  await database.connect();
  const id = randomUUID();
  const other = await leave(database, id);
  await database.end();
  return typeof other === 'string' ? other : id;
}
