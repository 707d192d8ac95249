import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { startApi, type TestApi } from '../../../../test/support/api.js';
import { ComputedPacts } from '../../../../test/support/computed-pacts.js';
import { testSettings } from '../../../../test/support/database.js';
import { pactWithMembers } from '../../../../test/support/pact-with-members.js';
import { MIGRATIONS } from '../../../../migrations/index.js';
import { migrate, withLogin } from '#platform';

const DOORS = ['commitment_totals', 'figure', 'figure_history', 'indicator', 'pact', 'target'];
const DENIED = expect.objectContaining({ code: '42501' });

let api: TestApi;
let pacts: ComputedPacts;
let ours: string;
let theirs: string;
let tool: pg.Client;
let owner: pg.Client;

/** Lets in a BI tool under a login of its own. */
async function admitted(settings: Record<string, string> = {}): Promise<pg.Client> {
  const login = `bi_${randomBytes(4).toString('hex')}`;
  const url = withLogin(api.databaseUrl, login, randomBytes(12).toString('hex'));
  await migrate(testSettings(api.databaseUrl, { DATABASE_REPORTING_URL: url, ...settings }), MIGRATIONS);
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

async function leave(client: pg.Client): Promise<void> {
  const login = client.user ?? '';
  await client.end();
  await owner.query(`drop owned by ${login}`);
  await owner.query(`drop role ${login}`);
}

beforeAll(async () => {
  api = await startApi();
  pacts = await ComputedPacts.on(api);
  [ours, theirs] = [await pacts.add({ women: 5, men: 2 }), await pacts.add({ women: 6, men: 4 })];
  owner = new pg.Client(api.databaseUrl);
  await owner.connect();
  tool = await admitted();
}, 60_000);
afterAll(async () => {
  await leave(tool);
  await owner.end();
  await pacts.close();
  await api.close();
});

async function rows<Row extends object>(text: string, client = tool): Promise<Row[]> {
  return (await client.query<Row>(text)).rows;
}

describe('what a BI tool reads', () => {
  it('are the figures that the API answers, as columns', async () => {
    const found = await rows(`select sex, value, suppression, period_from, period_to from reporting.figure
      where pact_id = '${ours}' and indicator = 'pathways_started' and period = '2025-Q1'
        and dimensions in ('', 'sex') order by sex nulls first`);
    expect(found).toEqual([
      { sex: null, value: 7, suppression: 'none', period_from: '2025-01-01', period_to: '2025-03-31' },
      { sex: 'F', value: 5, suppression: 'none', period_from: '2025-01-01', period_to: '2025-03-31' },
      { sex: 'M', value: null, suppression: 'primary', period_from: '2025-01-01', period_to: '2025-03-31' },
    ]);
  });

  it.each(['figure', 'figure_history'])('has no number in %s for what is suppressed', async (view) => {
    const numbers = `value, numerator, denominator, n, at_risk, ended, median, standard_error, ci95_low, ci95_high,
      participants, lower_quartile, upper_quartile, improved, stable, declined, mean_change, nodes, arcs, normalised`;
    const [counted] = await rows<{ hidden: string; numbers: string }>(
      `select count(*) as hidden, count(coalesce(${numbers})) as numbers from reporting.${view}
       where suppression <> 'none'`,
    );
    expect(Number(counted?.hidden)).toBeGreaterThan(0);
    expect(Number(counted?.numbers)).toBe(0);
  });

  it('names the indicators, their rules and how they are broken down', async () => {
    const [found] = await rows(`select * from reporting.indicator where indicator = 'pathways_started'`);
    expect(found).toMatchObject({
      label_it: 'Percorsi avviati',
      label_en: 'Pathways started',
      unit: 'pathway',
      type: expect.stringMatching(/^(population|performance)$/),
      breakdowns: expect.arrayContaining(['sex']),
    });
  });

  it('adds up commitments by kind, and knows what is to be reached', async () => {
    const pact = await pactWithMembers(api, 2);
    const [promisor, receiver] = pact.members;
    const path = `${pact.path}/commitments`;
    const { body } = await promisor!.key.post(path, {
      promisorMemberId: promisor!.memberId,
      beneficiaryMemberIds: [receiver!.memberId],
      title: 'Un tutor',
      resource: { kind: 'staff_time', quantity: 100, unit: 'hours' },
      startsOn: '2025-02-01',
      endsOn: '2026-12-31',
      milestones: [{ dueOn: '2026-06-30', quantity: 50 }],
    });
    await promisor!.key.post(`${path}/${body.id}/transitions`, { to: 'proposed' });
    await receiver!.key.post(`${path}/${body.id}/transitions`, { to: 'agreed' });
    const wish = {
      indicator: 'fulfilment_rate',
      period: '2026',
      value: 0.8,
      ownerMemberId: promisor!.memberId,
    };
    await pact.coordinator.put(`${pact.path}/targets`, wish, { 'If-Match': '"0"' });
    const where = `where pact_id = '${pact.pactId}'`;
    expect(await rows(`select * from reporting.commitment_totals ${where}`)).toEqual([
      expect.objectContaining({
        resource_kind: 'staff_time',
        unit: 'hours',
        commitments: 1,
        promised: '100.00',
      }),
    ]);
    expect(await rows(`select * from reporting.target ${where}`)).toEqual([
      expect.objectContaining({ indicator: 'fulfilment_rate', target_value: '0.8', direction: 'up' }),
    ]);
  });

  it('answers the questions of docs/reporting.md', async () => {
    await owner.query(
      `insert into target (pact_id, id, indicator, indicator_type, period, cell, breakdown, baseline_value, value, direction)
       values ($1, gen_random_uuid(), 'pathways_started', 'population', '2025', '', '{}', 0, 14, 'up')`,
      [ours],
    );
    const [, , questions = ''] = readFileSync('docs/reporting.md', 'utf8').split('```sql');
    const statements = (questions.split('```')[0] ?? '').split(';').filter((text) => text.trim() !== '');
    expect(statements).toHaveLength(3);
    for (const statement of statements) expect((await rows(statement)).length).toBeGreaterThan(0);
  });

  it('can be narrowed to some pacts, and widened again', async () => {
    const narrow = await admitted({ REPORTING_PACTS: ours });
    const seen = `select distinct pact_id from reporting.figure_history`;
    expect(await rows(seen, narrow)).toEqual([{ pact_id: ours }]);
    expect(await rows('select pact_id from reporting.pact', narrow)).toEqual([{ pact_id: ours }]);
    await owner.query(`delete from reporting.reach where login = $1`, [narrow.user]);
    expect(await rows(seen, narrow)).toEqual([]);
    await owner.query(`insert into reporting.reach (login) values ($1)`, [narrow.user]);
    expect((await rows(seen, narrow)).map((row) => (row as { pact_id: string }).pact_id)).toEqual(
      expect.arrayContaining([ours, theirs]),
    );
    await leave(narrow);
  });
});

describe('the login of a BI tool', () => {
  it('reads nothing else, whatever there is', async () => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
       where relkind in ('r', 'p', 'v', 'm', 'f') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    );
    expect(tables.length).toBeGreaterThan(40);
    const open: string[] = [];
    for (const { name } of tables) {
      const answer = await tool.query(`select * from ${name} limit 1`).catch((error: unknown) => error);
      if (answer instanceof Error) expect(answer).toEqual(DENIED);
      else open.push(name);
    }
    expect(open.sort()).toEqual(DOORS.map((door) => `reporting.${door}`));
  });

  it('runs no function with the rights of somebody else', async () => {
    const { rows: functions } = await owner.query(
      `select p.oid::regprocedure::text as name from pg_proc p
       where prosecdef and has_function_privilege($1, p.oid, 'execute')`,
      [tool.user],
    );
    expect(functions).toEqual([]);
  });

  it('changes nothing, and becomes nobody else', async () => {
    for (const statement of [`set default_transaction_read_only = off`, `set statement_timeout = 0`]) {
      await tool.query(statement);
    }
    for (const statement of [
      `update reporting.pact set title = ''`,
      `insert into reporting.reach (login) values ('anybody')`,
      `delete from reporting.figure`,
      `set role patti_reporting`,
      `set role patti_app`,
      `create table reporting.mine (id integer)`,
      `create table public.mine (id integer)`,
    ]) {
      await expect(tool.query(statement)).rejects.toMatchObject({
        code: expect.stringMatching(/^(42501|55000)$/),
      });
    }
  });

  it('cannot widen its view by what a session may set', async () => {
    await tool.query(`set patti.pact = '${theirs}'`);
    await tool.query(`set patti.among = '${theirs}'`);
    await expect(tool.query('select * from across.figure')).rejects.toEqual(DENIED);
    await expect(tool.query('select numbers from figure')).rejects.toEqual(DENIED);
  });

  it('is none of those that the service uses', async () => {
    const url = testSettings(api.databaseUrl).databaseUrl ?? '';
    await expect(
      migrate(testSettings(api.databaseUrl, { DATABASE_REPORTING_URL: url }), MIGRATIONS),
    ).rejects.toThrow('DATABASE_REPORTING_URL needs a login of its own');
  });
});
