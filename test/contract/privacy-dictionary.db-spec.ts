import { readFileSync } from 'node:fs';
import { testDatabase, type TestDatabase } from '../support/database.js';

/** Tables that tell of people without a column that says so. */
const TELL_WITHOUT_SAYING = [
  'record_history',
  'outcome_batch_results',
  'outcome_batch_chunk',
  'idempotency_key',
  'erasure',
  'quality_settlement',
  'participant',
];

const COLUMNS = `
  select case table_schema when 'public' then '' else table_schema || '.' end || table_name as "table",
    column_name as "column"
  from information_schema.columns
  where (table_schema, table_name) in (
    select table_schema, table_name from information_schema.columns
    where table_schema in ('public', 'identity')
      and (column_name in ('participant_id', 'participants') or table_name = any($1)))`;

const documented = [...readFileSync('docs/privacy.md', 'utf8').matchAll(/^\| `([\w.]+)\.(\w+)`/gm)].map(
  ([, table, column]) => `${table}.${column}`,
);

describe('the dictionary of docs/privacy.md', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.close());

  it('has every column of every table that tells of people, once, and no other', async () => {
    const columns = await db.owner.query<{ table: string; column: string }>(COLUMNS, [TELL_WITHOUT_SAYING]);
    expect([...documented].sort()).toEqual(columns.map(({ table, column }) => `${table}.${column}`).sort());
  });
});
