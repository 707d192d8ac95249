import type pg from 'pg';

const TABLES = `
  select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema') and schemaname not like 'pg\\_temp%' order by name`;

const tables = async (client: pg.Client): Promise<string[]> =>
  (await client.query<{ name: string }>(TABLES)).rows.map(({ name }) => name);

/** Every table of every schema as text: what whoever has the disk, or a backup, can read. */
export async function dump(client: pg.Client): Promise<string> {
  const lines: string[] = [];
  for (const table of await tables(client)) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${table} t`);
    lines.push(...rows.map(({ row }) => `${table}: ${row}`));
  }
  return lines.join('\n');
}

/** A copy of all that is stored, kept outside the database. */
export async function backUp(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const copies = new Map<string, string>();
  for (const table of await tables(client)) {
    const { rows } = await client.query<{ rows: string }>(
      `select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${table} t`,
    );
    copies.set(table, rows[0]?.rows ?? '[]');
  }
  return copies;
}

/** Puts the state of the copy in the place of what is there now. */
export async function restore(client: pg.Client, copies: ReadonlyMap<string, string>): Promise<void> {
  await client.query(`set session_replication_role = replica`);
  await client.query(`truncate ${[...copies.keys()].join(', ')}`);
  for (const [table, rows] of copies) {
    // What a table works out by itself comes back by itself.
    const { rows: columns } = await client.query<{ names: string }>(
      `select string_agg(quote_ident(attname), ', ') as names from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    );
    const names = columns[0]?.names;
    await client.query(
      `insert into ${table} (${names}) overriding system value
       select ${names} from jsonb_populate_recordset(null::${table}, $1)`,
      [rows],
    );
  }
  await client.query(`set session_replication_role = origin`);
}
