import type { Database } from '#platform';

export interface WalledTable {
  readonly name: string;
  /** The column that holds the pact. */
  readonly key: string;
}

/** Every table of which the rows belong to pacts, as the catalogue of PostgreSQL knows them. */
async function walledTables(owner: Database): Promise<WalledTable[]> {
  return owner.query<WalledTable>(
    `select c.oid::regclass::text as name, a.attname as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'bullmq')
       and (a.attname = 'pact_id' and a.attnotnull or c.relname = 'pact' and a.attname = 'id')
     order by 1`,
  );
}

const SAMPLES: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'text'`,
  bytea: `'\\x00'`,
  boolean: 'false',
  date: `date '2026-01-01'`,
  'timestamp with time zone': 'now()',
  jsonb: `'{}'`,
  ARRAY: `'{}'`,
};

/**
 * One row of each pact in every walled table. What such a row would have to say is of no matter here, so this copy of
 * the database loses its other constraints and triggers first.
 */
export async function fillWalledTables(owner: Database, pacts: readonly string[]): Promise<WalledTable[]> {
  const tables = await walledTables(owner);
  for (const { name } of tables) {
    await dropConstraints(owner, name);
    await owner.query(`alter table ${name} disable trigger user`);
  }
  for (const table of tables) for (const pact of pacts) await insertSample(owner, table, pact);
  return tables;
}

async function dropConstraints(owner: Database, table: string): Promise<void> {
  const constraints = await owner.query<{ name: string }>(
    `select quote_ident(conname) as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f')`,
    [table],
  );
  for (const { name } of constraints) await owner.query(`alter table ${table} drop constraint ${name}`);
}

async function insertSample(owner: Database, { name, key }: WalledTable, pact: string): Promise<void> {
  const columns = await owner.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where format('%I.%I', table_schema, table_name)::regclass = $1::regclass
       and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`,
    [name],
  );
  const values = columns.map((column) => (column.name === key ? `'${pact}'` : (SAMPLES[column.type] ?? '1')));
  await owner.query(
    `insert into ${name} (${columns.map((column) => column.name).join(', ')}) values (${values.join(', ')})`,
  );
}
