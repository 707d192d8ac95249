import { DataSource } from 'typeorm';
import { startApi, type Client, type TestAnswer, type TestApi } from '../../../../test/support/api.js';
import { ComputedPacts } from '../../../../test/support/computed-pacts.js';
import { testSettings } from '../../../../test/support/database.js';
import { createLog, Database, dataSourceOptions } from '#platform';

let api: TestApi;
let pacts: ComputedPacts;
let ours: string[];
let theirs: string;
let reader: Client;

beforeAll(async () => {
  api = await startApi();
  pacts = await ComputedPacts.on(api);
  ours = [await pacts.add({ women: 5, men: 2 }), await pacts.add({ women: 6, men: 4 })].sort();
  theirs = await pacts.add({ women: 9, men: 9 });
  const { body } = await api.admin.post('/v1/api-keys', { name: 'BI', kind: 'dashboard', pacts: ours });
  reader = api.client(body.key);
});
afterAll(async () => {
  await pacts.close();
  await api.close();
});

const QUESTION = '?indicator=pathways_started&by=sex';
const itemsOf = ({ body }: TestAnswer) =>
  body.items as { pactId: string; value: number | null; suppression: string }[];
const across = (query = QUESTION, headers = {}): Promise<TestAnswer> =>
  reader.get(`/v1/figures${query}`, headers);

describe('figures across pacts', () => {
  it('are those of each pact that the caller enters, and of no other', async () => {
    const each = await Promise.all(ours.map((id) => reader.get(`/v1/pacts/${id}/figures${QUESTION}`)));
    const all = await across();
    expect(all.status).toBe(200);
    expect(itemsOf(all)).toEqual(each.flatMap(itemsOf));
    expect(itemsOf(all).map(({ suppression }) => suppression)).toContain('primary');
  });

  it('are of all pacts for who enters all', async () => {
    const found = itemsOf(await api.admin.get(`/v1/figures${QUESTION}`));
    expect(new Set(found.map(({ pactId }) => pactId))).toEqual(new Set([...ours, theirs]));
  });

  it('can be narrowed, and never widened, to some pacts', async () => {
    const narrowed = async (...ids: string[]) => itemsOf(await across(`${QUESTION}&pact=${ids.join()}`));
    expect(new Set((await narrowed(ours[1]!, theirs)).map(({ pactId }) => pactId))).toEqual(
      new Set([ours[1]]),
    );
    expect(await narrowed(theirs)).toEqual([]);
    expect(await narrowed('0199aaaa-0000-7000-8000-000000000001')).toEqual([]);
    expect((await across(`${QUESTION}&pact=x`)).status).toBe(400);
  });

  it('go on from pact to pact, page by page', async () => {
    const seen: unknown[] = [];
    let next: string | undefined = `/v1/figures${QUESTION}&limit=2`;
    while (next !== undefined) {
      const page: TestAnswer = await reader.get(next);
      seen.push(...itemsOf(page));
      next = page.body._links.next as string | undefined;
    }
    expect(seen).toEqual(itemsOf(await across()));
  });

  it('are found however many pacts before them have none', async () => {
    const empty = Array.from({ length: 5 }, (_, n) => `0000000${n}-0000-7000-8000-000000000001`);
    for (const id of empty) await pacts.records(id).pact('2025-01-01');
    const first = await api.admin.get(`/v1/figures${QUESTION}&limit=1&pact=${[...empty, ...ours].join()}`);
    expect(itemsOf(first).map(({ pactId }) => pactId)).toEqual([ours[0]]);
    expect(first.body.nextCursor).toEqual(expect.any(String));
  });

  it('are answered with 304 until a figure of one of them changes', async () => {
    const known = { 'If-None-Match': (await across()).headers.get('etag') ?? '' };
    expect((await across(QUESTION, known)).status).toBe(304);
    await pacts.start(pacts.records(theirs), { women: 3, men: 0 }, '2025-06-01');
    expect((await across(QUESTION, known)).status).toBe(304);
    await pacts.start(pacts.records(ours[0]!), { women: 3, men: 0 }, '2025-06-01');
    expect((await across(QUESTION, known)).status).toBe(200);
  });

  it('show what was known on an earlier day', async () => {
    expect(itemsOf(await across(`${QUESTION}&asOf=2025-12-30`))).toEqual([]);
    expect(itemsOf(await across(`${QUESTION}&asOf=2025-12-31`))).toEqual(itemsOf(await across()));
  });

  it('are not there for a statement, but those of the pacts announced with it', async () => {
    const options = { ...dataSourceOptions(testSettings(api.databaseUrl)), entities: [] };
    const dataSource = await new DataSource(options).initialize();
    const database = new Database(dataSource, createLog('silent'));
    expect(await database.query('select pact_id from across.figure limit 1')).toEqual([]);
    const among = <Row>(text: string) => database.queryAmong<Row>(ours, text, []);
    const [row] = await among<{ pacts: string[] }>(
      'select array_agg(distinct pact_id order by pact_id) as pacts from across.figure',
    );
    expect(row?.pacts).toEqual(ours);
    expect(await among('select pact_id from figure limit 1')).toEqual([]);
    await expect(database.transaction(() => among('select 1'))).rejects.toThrow(
      'a transaction belongs to one pact',
    );
    await dataSource.destroy();
  });
});
