import { randomUUID } from 'node:crypto';
import { refuseMightyLogin, type Database } from '#platform';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { fillWalledTables, type WalledTable } from '../support/walled-tables.js';

const OURS = randomUUID();
const THEIRS = randomUUID();
const WALL = expect.objectContaining({ code: '42501' });

let db: TestDatabase;
let tables: WalledTable[];

beforeAll(async () => {
  db = await testDatabase();
  tables = await fillWalledTables(db.owner, [OURS, THEIRS]);
});
afterAll(() => db.close());

type Asked = Pick<Database, 'query'>;

const pactsIn = async (database: Asked, { name, key }: WalledTable): Promise<string[]> =>
  (await database.query<{ pact: string }>(`select ${key} as pact from ${name}`)).map(({ pact }) => pact);

describe('row-level security', () => {
  it('is forced on every table whose rows belong to pacts', async () => {
    const open = await db.owner.query<{ name: string }>(
      `select oid::regclass::text as name from pg_class
       where oid = any($1::regclass[]) and not (relrowsecurity and relforcerowsecurity)`,
      [tables.map(({ name }) => name)],
    );
    expect(open).toEqual([]);
    expect(tables.length).toBeGreaterThan(25);
  });

  it('shows nothing while no pact is announced', async () => {
    for (const table of tables)
      expect([table.name, await pactsIn(db.database, table)]).toEqual([table.name, []]);
  });

  it('shows the rows of the pact that is announced, and no others', async () => {
    for (const table of tables) {
      expect([table.name, await pactsIn(db.database.in(OURS), table)]).toEqual([table.name, [OURS]]);
    }
  });

  it('shows across pacts only which pacts there are, who takes part, and what is due in them', async () => {
    const listed: string[] = [];
    for (const table of tables) {
      const pacts = await pactsIn(db.database.acrossPacts, table);
      if (pacts.length > 0) listed.push(table.name);
    }
    expect(listed).toEqual(['membership', 'monitoring_run', 'pact', 'pact_version', 'recomputation_due']);
  });

  it('changes nothing of another pact, and nothing across pacts', async () => {
    for (const { name, key } of tables) {
      for (const asked of [db.database.in(OURS), db.database.acrossPacts, db.database]) {
        const changes = [
          asked.query(`delete from ${name} where ${key} = $1 returning 1`, [THEIRS]),
          asked.query(`update ${name} set ${key} = ${key} where ${key} = $1 returning 1`, [THEIRS]),
        ];
        for (const change of changes) {
          // Where the programs may not change rows at all, they are told so.
          const changed = await change.catch((error: { code?: string }) => error.code);
          expect([name, changed === '42501' ? [] : changed]).toEqual([name, []]);
        }
      }
      await expect(db.database.in(OURS).query(`update ${name} set ${key} = $1`, [THEIRS])).rejects.toEqual(
        WALL,
      );
    }
    for (const table of tables)
      expect((await pactsIn(db.owner, table)).toSorted()).toEqual([OURS, THEIRS].toSorted());
  });

  it('forgets the pact with the statement, also when that has failed', async () => {
    const [table] = tables;
    for (let connection = 0; connection < 20; connection += 1) {
      await expect(db.database.in(OURS).query('select 1 / 0')).rejects.toThrow();
      await expect(
        db.database.transaction(() => db.database.in(OURS).query('select 1 / 0')),
      ).rejects.toThrow();
    }
    const seen = await Promise.all(Array.from({ length: 20 }, () => pactsIn(db.database, table!)));
    expect(seen.flat()).toEqual([]);
  });

  it('holds a transaction to one pact', async () => {
    const both = db.database.transaction(async () => {
      await db.database.in(OURS).query('select');
      await db.database.in(THEIRS).query('select');
    });
    await expect(both).rejects.toThrow('a transaction belongs to one pact');
  });
});

describe('the login of the programs', () => {
  it('owns nothing, makes nothing and becomes nobody else', async () => {
    const owned = await db.owner.query(
      `select relname from pg_class where relowner = 'patti_service'::regrole or relowner = 'patti_app'::regrole`,
    );
    expect(owned).toEqual([]);
    await expect(db.database.query('create table mine (id integer)')).rejects.toEqual(WALL);
    await expect(db.database.query('alter table pact no force row level security')).rejects.toEqual(WALL);
    await expect(db.database.query('set role patti')).rejects.toEqual(WALL);
    await expect(db.database.query('truncate commitment')).rejects.toEqual(WALL);
    await expect(db.database.query('select lo_create(0)')).rejects.toEqual(WALL);
  });

  it('is refused when it is one that row-level security does not hold', async () => {
    await expect(refuseMightyLogin(db.dataSource)).resolves.toBeUndefined();
    await expect(refuseMightyLogin(db.ownerSource)).rejects.toThrow('DATABASE_URL must log in as a role');
  });
});
