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
  const { username, password } = new URL(settings.databaseUrl);
  const login = [decodeURIComponent(username), decodeURIComponent(password)];
  const [made] = (await runner.query(
    `select format('create role %I login password %L', $1::text, $2::text) as statement
     where not exists (select from pg_roles where rolname = $1)`,
    login,
  )) as { statement: string }[];
  if (made !== undefined) await runner.query(made.statement);
  const [granted] = (await runner.query(`select format('grant patti_app to %I', $1::text) as statement`, [
    login[0],
  ])) as { statement: string }[];
  if (granted !== undefined) await runner.query(granted.statement);
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
