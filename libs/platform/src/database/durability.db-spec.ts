import { DataSource } from 'typeorm';
import { createDatabase, testSettings } from '../../../../test/support/database.js';
import { createLog } from '../logging/log.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';

describe('a transaction that has ended', () => {
  it('lies on the disk, although its locks did not wait for that', async () => {
    const { url, drop } = await createDatabase();
    const dataSource = new DataSource({ ...dataSourceOptions(testSettings(url)), entities: [] });
    await dataSource.initialize();
    const database = new Database(dataSource, createLog('silent'));
    // The server of the tests does not wait by itself, as that of an installation does.
    await dataSource.query(`select set_config('synchronous_commit', 'on', false)`);
    for (let time = 0; time < 20; time++) {
      const written = await database.transaction(async () => {
        await database.query(`insert into outcome_source (code, owner_id) values ($1, 'x')`, [`s${time}`]);
        const [row] = await database.query<{ lsn: string }>(
          'select pg_current_wal_insert_lsn()::text as lsn',
        );
        return row?.lsn;
      });
      const [row] = await database.query<{ safe: boolean }>(
        'select pg_current_wal_flush_lsn() >= $1::pg_lsn as safe',
        [written],
      );
      expect(row?.safe).toBe(true);
    }
    await dataSource.destroy();
    await drop();
  });
});
