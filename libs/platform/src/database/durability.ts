import type { DataSource } from 'typeorm';

/** Settings of PostgreSQL without which what was confirmed may be lost, or be half there. */
const NEEDED = ['fsync', 'full_page_writes', 'synchronous_commit'];

/**
 * Who is answered that something is stored relies on it. So no program works on a server that may forget it.
 * @throws Error that names the settings.
 */
export async function refuseForgetfulDatabase(dataSource: DataSource): Promise<void> {
  const off = await dataSource.query<{ name: string }[]>(
    `select name from pg_settings where name = any($1) and setting = 'off' order by name`,
    [NEEDED],
  );
  if (off.length === 0) return;
  const names = off.map(({ name }) => name).join(', ');
  throw new Error(
    `The database has ${names} = off: it may lose what it has confirmed. Switch on, or set DURABILITY_CHECK=false ` +
      'where nothing needs to be kept.',
  );
}
