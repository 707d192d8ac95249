import { startApi, type Client, type TestAnswer, type TestApi } from '../../../../test/support/api.js';
import { ComputedPacts } from '../../../../test/support/computed-pacts.js';

let api: TestApi;
let pacts: ComputedPacts;
let pactId: string;
let reader: Client;

beforeAll(async () => {
  api = await startApi();
  pacts = await ComputedPacts.on(api);
  pactId = await pacts.add({ women: 5, men: 2 });
  reader = api.admin;
});
afterAll(async () => {
  await pacts.close();
  await api.close();
});

const pull = (query = '', headers: Record<string, string> = {}): Promise<TestAnswer> =>
  reader.get(`/v1/pacts/${pactId}/figures${query}`, headers);
const itemsOf = ({ body }: TestAnswer) => body.items as Record<string, unknown>[];

describe('pulling figures', () => {
  it('gives the total and the cells, with all that a figure carries', async () => {
    const items = itemsOf(await pull('?indicator=pathways_started&period=2025-Q1&by=sex'));
    expect(items.map(({ breakdown, value, suppression }) => [breakdown, value, suppression])).toEqual([
      [{}, 7, 'none'],
      [{ sex: 'F' }, 5, 'none'],
      [{ sex: 'M' }, null, 'primary'],
    ]);
    expect(items[0]).toMatchObject({
      indicator: 'pathways_started',
      definitionVersion: 1,
      pactId,
      period: '2025-Q1',
      unit: 'pathway',
      asOf: '2025-12-31',
      revision: 1,
      coverage: { reported: 1, expected: 1 },
    });
  });

  it('shows nothing of a suppressed figure but that it is one', async () => {
    const hidden = itemsOf(await pull('?indicator=placement_rate_180&by=sex')).find(
      ({ breakdown }) => (breakdown as { sex?: string }).sex === 'M',
    );
    expect(hidden).toMatchObject({ value: null, suppression: 'primary' });
    for (const number of ['numerator', 'denominator', 'missing']) expect(hidden).not.toHaveProperty(number);
  });

  it('tells what was left out of no figure, and all that every kind of figure has', async () => {
    const items = itemsOf(await pull('?limit=100'));
    expect(await pacts.keeping(pactId, 'leftOut')).toBeGreaterThan(0);
    expect(items.length).toBeGreaterThan(20);
    expect(JSON.stringify(items)).not.toContain('leftOut');
  });

  it('says why a value is missing', async () => {
    const items = itemsOf(await pull('?indicator=job_retention_90'));
    expect(items).toEqual([expect.objectContaining({ value: null, missing: 'no-cases', n: 0 })]);
  });

  it('answers 304 as long as nothing has changed, and not to another question', async () => {
    const etag = (await pull('?indicator=pathways_started')).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"1-/);
    const known = { 'If-None-Match': etag };
    expect(await pull('?indicator=pathways_started', known)).toMatchObject({ status: 304, body: '' });
    expect((await pull('?indicator=pathways_closed', known)).status).toBe(200);
    expect((await pull('?indicator=pathways_started&format=csv', known)).status).toBe(200);
  });

  it('goes through the whole selection page by page', async () => {
    const query = '?indicator=pathways_started&period=2025&granularity=month&by=sex';
    const all = itemsOf(await pull(`${query}&limit=100`));
    const seen: unknown[] = [];
    let next: string | undefined = `/v1/pacts/${pactId}/figures${query}&limit=3`;
    while (next !== undefined) {
      const page: TestAnswer = await reader.get(next);
      seen.push(...itemsOf(page));
      next = page.body._links.next as string | undefined;
    }
    expect(seen).toEqual(all);
    expect(all.length).toBe(14);
  });

  it('does not go on in another pact', async () => {
    const { nextCursor } = (await pull('?limit=1')).body;
    const other = await pacts.add({ women: 4, men: 4 });
    const { status, body } = await reader.get(`/v1/pacts/${other}/figures?limit=1&cursor=${nextCursor}`);
    expect([status, body.errors]).toEqual([
      400,
      [expect.objectContaining({ pointer: '/cursor', code: 'unknown-cursor' })],
    ]);
  });

  it('shows the figures as they stood on a day', async () => {
    expect(itemsOf(await pull('?indicator=pathways_started&asOf=2025-12-30'))).toEqual([]);
    expect(itemsOf(await pull('?indicator=pathways_started&asOf=2025-12-31'))).toHaveLength(1);
  });

  it('refuses what it does not know with a 400 that names what it does', async () => {
    const { status, body } = await pull('?indicator=nonsense');
    expect(status).toBe(400);
    expect(body.errors[0].detail).toContain('pathways_started');
  });
});

describe('the target of a figure', () => {
  const NEW = { 'If-Match': '"0"' };
  const path = '?indicator=pathways_started&period=2025&by=sex';
  const target = (more: object): object => ({ indicator: 'pathways_started', period: '2025', ...more });

  it('stands beside it, with how far it is reached', async () => {
    const before = (await pull(path)).headers.get('etag') ?? '';
    const wish = target({ baseline: { value: 3, period: '2024' }, value: 11, direction: 'up' });
    const owned = await ownerOf(pactId);
    expect((await reader.put(`/v1/pacts/${pactId}/targets`, { ...wish, ...owned }, NEW)).status).toBe(200);
    const answer = await pull(path, { 'If-None-Match': before });
    expect(answer.status).toBe(200);
    const [total, women] = itemsOf(answer);
    expect(total).toMatchObject({
      value: 7,
      target: { value: 11, baseline: { value: 3, period: '2024' }, attainment: 0.5, isMet: false },
    });
    expect(women).not.toHaveProperty('target');
  });

  it('tells nothing of a figure that is suppressed', async () => {
    const wish = {
      ...target({ breakdown: { sex: 'M' }, baseline: { value: 0 }, value: 4, direction: 'up' }),
    };
    const owned = await ownerOf(pactId);
    await reader.put(`/v1/pacts/${pactId}/targets`, { ...wish, ...owned }, NEW);
    const men = itemsOf(await pull(path)).find(
      ({ breakdown }) => (breakdown as { sex?: string }).sex === 'M',
    );
    expect(men).toMatchObject({ value: null, suppression: 'primary' });
    expect(men?.target).toEqual({
      id: expect.any(String),
      value: 4,
      baseline: { value: 0 },
      direction: 'up',
    });
  });

  it('is not told of what was known on an earlier day', async () => {
    const [total] = itemsOf(await pull(`${path}&asOf=2025-12-31`));
    expect(total).not.toHaveProperty('target');
  });
});

/** The one member of the pact, if the indicator asks for an owner. */
async function ownerOf(pact: string): Promise<object> {
  const { body: indicator } = await reader.get('/v1/indicators/pathways_started');
  if (indicator.type === 'population') return {};
  const actor = { name: 'Il Ponte', system: 'third_sector', kind: 'cooperative' };
  const members = (await reader.get(`/v1/pacts/${pact}/members`)).body.items as { id: string }[];
  if (members[0]) return { ownerMemberId: members[0].id };
  const { body } = await reader.post('/v1/actors', actor);
  const joined = await reader.post(`/v1/pacts/${pact}/members`, { actorId: body.id, role: 'signatory' });
  return { ownerMemberId: joined.body.id };
}
