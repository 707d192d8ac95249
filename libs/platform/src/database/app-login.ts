import type { DataSource, QueryRunner } from 'typeorm';
import type { Settings } from '../settings/settings.js';

/** The same database, entered by another login. */
export function withLogin(url: string, name: string, password: string): string {
  const other = new URL(url);
  other.username = encodeURIComponent(name);
  other.password = encodeURIComponent(password);
  return other.href;
}

/**
 * Gives the login of DATABASE_URL the rights of `patti_app`, and makes it where there is none. Part of the migration,
 * which runs as the owner of the tables.
 */
export async function admitAppLogin(runner: QueryRunner, settings: Settings): Promise<void> {
  if (settings.databaseOwnerUrl === undefined || settings.databaseUrl === undefined) return;
  await admitLogin(runner, settings.databaseUrl, 'patti_app');
}

/** Makes the login of this address where there is none, and gives it the rights of a role. Answers its name. */
export async function admitLogin(runner: QueryRunner, url: string, role: string): Promise<string> {
  const { username, password } = new URL(url);
  const login = decodeURIComponent(username);
  await runFormatted(
    runner,
    `select format('create role %I login password %L', $1::text, $2::text) as statement
     where not exists (select from pg_roles where rolname = $1)`,
    [login, decodeURIComponent(password)],
  );
  await runFormatted(runner, `select format('grant %I to %I', $1::text, $2::text) as statement`, [
    role,
    login,
  ]);
  return login;
}

/** Runs the statement that the database itself has put together, so that names in it are quoted as it wants them. */
export async function runFormatted(runner: QueryRunner, formatted: string, values: string[]): Promise<void> {
  const [made] = (await runner.query(formatted, values)) as { statement: string }[];
  if (made !== undefined) await runner.query(made.statement);
}

/**
 * Row-level security holds back neither superusers nor who may bypass it, and an owner could switch it off.
 * @throws Error when this login is one of them.
 */
export async function refuseMightyLogin(dataSource: DataSource): Promise<void> {
  const [login] = await dataSource.query<{ unbound: boolean; owner: boolean }[]>(
    `select rolsuper or rolbypassrls as unbound,
       exists (select from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace) as owner
     from pg_roles r where rolname = current_user`,
  );
  if (!login?.unbound && !login?.owner) return;
  throw new Error(
    'DATABASE_URL must log in as a role that owns no table and obeys row-level security. Give the login that ' +
      'migrates as DATABASE_OWNER_URL: the migration makes the one of DATABASE_URL.',
  );
}
