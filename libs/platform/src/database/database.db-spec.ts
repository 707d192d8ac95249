import { DataSource } from 'typeorm';
import { createLog } from '../logging/log.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';

describe('the database', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await db.owner.query('create table counter (id integer primary key, value integer not null)');
    await db.owner.query('insert into counter values (1, 0), (2, 0)');
  });
  afterAll(() => db.close());

  const value = async (id: number): Promise<number | undefined> =>
    (await db.owner.one<{ value: number }>('select value from counter where id = $1', [id]))?.value;
  const add = (id: number): Promise<unknown[]> =>
    db.database.query('update counter set value = value + 1 where id = $1', [id]);

  it('keeps calendar days as the text they are', async () => {
    expect(await db.owner.one(`select date '2026-03-29' as day`)).toEqual({ day: '2026-03-29' });
  });

  it('joins every call, however deep, to one transaction', async () => {
    const failed = db.database.transaction(async () => {
      await add(1);
      await db.database.transaction(() => add(1));
      throw new Error('undo');
    });
    await expect(failed).rejects.toThrow('undo');
    expect(await value(1)).toBe(0);
  });

  it('runs what waits for the commit after it, and not after a failure', async () => {
    const ran: string[] = [];
    await db.database.transaction(async () => {
      db.database.afterCommit(() => ran.push('committed'));
      await add(1);
      ran.push('inside');
    });
    const failed = db.database.transaction(async () => {
      db.database.afterCommit(() => ran.push('never'));
      throw new Error('undo');
    });
    await expect(failed).rejects.toThrow();
    expect(ran).toEqual(['inside', 'committed']);
    const durable = db.database.transaction(async () => {
      db.database.afterCommit(() => {
        throw new Error('too late');
      });
      db.database.afterCommit(() => ran.push('next'));
      return add(1);
    });
    await expect(durable).resolves.toBeDefined();
    expect(ran.at(-1)).toBe('next');
  });

  it('does not use a connection again of which it does not know how it ended', async () => {
    const options = dataSourceOptions(db.settings);
    const dataSource = new DataSource({
      ...options,
      extra: { ...options.extra, max: 1, query_timeout: 400 },
    });
    await dataSource.initialize();
    const impatient = new Database(dataSource, createLog('silent'));
    const insert = (id: number) => impatient.query('insert into counter values ($1, 0)', [id]);
    const stuck = impatient.transaction(async () => {
      await insert(2001);
      await impatient.query('select pg_sleep(2)');
    });
    await expect(stuck).rejects.toThrow('Query read timeout');
    await impatient.transaction(() => insert(2002));
    await dataSource.destroy();
    expect(await db.owner.query('select id from counter where id > 2000')).toEqual([{ id: 2002 }]);
  });

  it('does a deadlocked transaction again', async () => {
    let arrived = 0;
    const cross = (first: number, second: number) =>
      db.database.transaction(async () => {
        await add(first);
        arrived += 1;
        for (let waited = 0; arrived < 2 && waited < 100; waited++)
          await new Promise((next) => setTimeout(next, 10));
        await add(second);
      });
    const before = await value(1);
    await Promise.all([cross(1, 2), cross(2, 1)]);
    expect(await value(1)).toBe((before ?? 0) + 2);
  });
});
