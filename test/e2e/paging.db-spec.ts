import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { uuidv7 } from '#kernel';
import { startApi, type TestApi } from '../support/api.js';

const STAYING = 400;
const PASSING = 200;

describe('the pages of a list', () => {
  let api: TestApi;
  let database: pg.Client;
  beforeAll(async () => {
    api = await startApi();
    database = new pg.Client(api.databaseUrl);
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await api.close();
  });

  const insert = (ids: readonly string[]) =>
    database.query(
      `insert into actor (id, name, system, kind) select id, 'Ente', 'public', 'municipality' from unnest($1::uuid[]) id`,
      [ids],
    );

  /** Rows come and go, in front of the reader and behind it, until it is asked to stop. */
  async function unrest(ids: readonly string[], isOver: () => boolean): Promise<number> {
    let changes = 0;
    for (let turn = 0; !isOver(); turn += 1) {
      const id = ids[turn % ids.length] ?? '';
      const { rowCount } = await database.query('delete from actor where id = $1', [id]);
      if (rowCount === 0) await insert([id]);
      changes += 1;
    }
    return changes;
  }

  it.each([1, 7, 100])('of %d show what was there all the time exactly once', async (limit) => {
    const staying = Array.from({ length: limit === 1 ? 60 : STAYING }, () => uuidv7());
    const passing = Array.from({ length: PASSING }, (_, index) => (index % 2 ? uuidv7() : randomUUID()));
    await insert([...staying, ...passing]);
    let isRead = false;
    const unresting = unrest(passing, () => isRead);
    const seen: string[] = [];
    for (let next: string | undefined = `/v1/actors?limit=${limit}`; next !== undefined;) {
      const { body } = await api.admin.get(next);
      expect(body.items.length).toBeLessThanOrEqual(limit);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      next = body._links.next;
    }
    isRead = true;
    expect(await unresting).toBeGreaterThan(0);
    expect(seen.filter((id) => staying.includes(id)).toSorted()).toEqual(staying.toSorted());
    expect(new Set(seen).size).toBe(seen.length);
    await database.query('truncate actor cascade');
  });
});
