import type { QueryRunner } from 'typeorm';
import type { Settings } from '../settings/settings.js';
import { admitLogin, runFormatted } from './app-login.js';

/**
 * Gives the login of DATABASE_REPORTING_URL the views of the schema `reporting`, and makes it where there is none. Part
 * of the migration. What it may see is said anew each time: all pacts, or those of REPORTING_PACTS.
 * @throws Error when the login is one of the service's own, or a pact is named that is not there.
 */
export async function admitReportingLogin(runner: QueryRunner, settings: Settings): Promise<void> {
  const url = settings.databaseReportingUrl;
  if (url === undefined) return;
  const own = [settings.databaseUrl, settings.databaseOwnerUrl].map((each) => each && new URL(each).username);
  if (own.includes(new URL(url).username)) {
    throw new Error('DATABASE_REPORTING_URL needs a login of its own: the ones of the service see more.');
  }
  const login = await admitLogin(runner, url, 'patti_reader');
  await holdBack(runner, login);
  await setReach(runner, login, settings.reportingPacts);
}

/** Its rights let it change nothing; these say so at once, and end what runs for too long. */
async function holdBack(runner: QueryRunner, login: string): Promise<void> {
  for (const setting of ['default_transaction_read_only = on', `statement_timeout = '60s'`]) {
    await runFormatted(
      runner,
      `select format('alter role %I set ${setting.replaceAll("'", "''")}', $1::text) as statement`,
      [login],
    );
  }
}

async function setReach(runner: QueryRunner, login: string, pacts: readonly string[]): Promise<void> {
  await runner.query(
    `with gone as (delete from reporting.reach where login = $1 and not (pact_id = any($2::uuid[])))
     insert into reporting.reach (login, pact_id) select $1, unnest($2::uuid[])
     on conflict on constraint reach_uq do nothing`,
    [login, pacts],
  );
  await runner.query(
    pacts.length > 0
      ? `delete from reporting.reach where login = $1 and pact_id is null`
      : `insert into reporting.reach (login) values ($1) on conflict on constraint reach_uq do nothing`,
    [login],
  );
}
