import { uuidv7 } from '#kernel';
import { createLog } from '#platform';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { LastUses } from './api-key-last-uses.js';

const LATE = `now() - interval '61 seconds'`;

describe('the last use of a key', () => {
  let db: TestDatabase;
  let id: string;
  let uses: LastUses;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    id = uuidv7();
    uses = new LastUses(db.database, createLog('silent'));
    await db.database.query(
      `insert into api_key (id, name, kind, secret_hash) values ($1, 'A key', 'admin', sha256('x'))`,
      [id],
    );
  });

  const lastUse = async () =>
    (await db.database.one<{ at: Date | null }>(`select last_used_at as at from api_key where id = $1`, [id]))
      ?.at;

  it('is only noted by the request, and written later', async () => {
    uses.note(id);
    expect(await lastUse()).toBeNull();
    await uses.write();
    expect(Math.abs(Date.now() - (await lastUse())!.getTime())).toBeLessThan(10_000);
  });

  it('is written once a minute, whatever other processes have seen', async () => {
    uses.note(id);
    await uses.write();
    const first = await lastUse();
    const neighbour = new LastUses(db.database, createLog('silent'));
    neighbour.note(id);
    await neighbour.write();
    expect(await lastUse()).toEqual(first);
    await db.database.query(`update api_key set last_used_at = ${LATE} where id = $1`, [id]);
    neighbour.note(id);
    await neighbour.write();
    expect((await lastUse())!.getTime()).toBeGreaterThanOrEqual(first!.getTime());
  });

  it('is written at the end of the program', async () => {
    uses.onModuleInit();
    uses.note(id);
    await uses.onModuleDestroy();
    expect(await lastUse()).not.toBeNull();
  });

  it('is lost without harm when the database does not answer', async () => {
    const elsewhere = await testDatabase();
    const lost = new LastUses(elsewhere.database, createLog('silent'));
    await elsewhere.close();
    lost.note(id);
    await expect(lost.write()).resolves.toBeUndefined();
  });
});
