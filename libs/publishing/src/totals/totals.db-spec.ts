import { startApi, type Client, type TestAnswer, type TestApi } from '../../../../test/support/api.js';
import { ComputedPacts } from '../../../../test/support/computed-pacts.js';
import { uuidv7 } from '#kernel';

interface Total {
  readonly indicator: string;
  readonly period: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly suppression: string;
  readonly missing?: string;
  readonly [number: string]: unknown;
}

let api: TestApi;
let pacts: ComputedPacts;
let reader: Client;
/** In Bergamo, in Bergamo, in Brescia. */
let ids: string[];
const PLACES = [['016024'], ['016024', '016198'], ['017029']];

const pull = (query: string, caller = reader, headers = {}): Promise<TestAnswer> =>
  caller.get(`/v1/figures/totals${query}`, headers);
const totals = async (query: string, caller = reader): Promise<Total[]> =>
  (await pull(query, caller)).body.items;
const valueOf = async (query: string, caller = reader): Promise<[number | null, string]> => {
  const [{ value, suppression }] = (await totals(query, caller)) as [Total, ...Total[]];
  return [value, suppression];
};

const keyTo = async (entered: readonly string[]): Promise<Client> =>
  api.client(
    (await api.admin.post('/v1/api-keys', { name: 'BI', kind: 'dashboard', pacts: entered })).body.key,
  );

const people = (many: number): string[] => Array.from({ length: many }, () => uuidv7());

/** They start a pathway, and find a job that lasts 30 days and more with each of them. */
async function start(pactId: string, who: readonly string[], startedOn = '2025-01-15'): Promise<void> {
  await pacts.records(pactId).push({
    source: 'sil',
    participants: who.map((id, index) => ({
      externalId: `a${id}`,
      participantId: id,
      sex: index % 2 ? 'M' : 'F',
      confirmedOn: '2025-12-31',
    })),
    pathways: who.map((id) => ({
      externalId: `p${id}`,
      participantId: id,
      startedOn,
      confirmedOn: '2025-12-31',
    })),
    spells: who.map((id, index) => ({
      externalId: `s${id}`,
      participantId: id,
      startedOn: '2025-02-01',
      plannedEndOn: `2025-0${3 + (index % 5)}-01`,
      confirmedOn: '2025-12-31',
    })),
  });
  await pacts.compute(pactId);
}

beforeAll(async () => {
  api = await startApi();
  pacts = await ComputedPacts.on(api);
  ids = [];
  for (const territory of PLACES) ids.push(await pacts.add({ women: 0, men: 0 }, uuidv7(), territory));
  const both = people(4);
  await start(ids[0]!, [...both, ...people(6)]);
  await start(ids[1]!, [...both, ...people(8)]);
  await start(ids[2]!, people(10), '2025-05-15');
  reader = await keyTo(ids);
});
afterAll(async () => {
  await pacts.close();
  await api.close();
});

describe('totals over pacts', () => {
  it('add up pathways, and count each participant once', async () => {
    const found = await totals('?indicator=pathways_started,participants_started');
    expect(found).toEqual([
      expect.objectContaining({ indicator: 'participants_started', value: 28, pacts: 3 }),
      expect.objectContaining({
        indicator: 'pathways_started',
        period: 'since-start',
        breakdown: {},
        value: 32,
        suppression: 'none',
        asOf: '2025-12-31',
        coverage: { reported: 3, expected: 3 },
      }),
    ]);
    for (const name of ['id', 'pactId', 'runId', 'revision', 'target', 'leftOut']) {
      expect(found[0]).not.toHaveProperty(name);
    }
  });

  it('count a participant of two pacts once in each period', async () => {
    const found = await totals('?indicator=participants_started&period=2025&granularity=quarter');
    expect(found.map(({ period, value }) => [period, value])).toEqual([
      ['2025-Q1', 18],
      ['2025-Q2', 10],
      ['2025-Q3', 0],
      ['2025-Q4', 0],
    ]);
  });

  it('make rates of their parts, and estimates of all durations', async () => {
    const own = await reader.get('/v1/figures?indicator=job_retention_90,placement_rate_180');
    const parts = (own.body.items as Total[]).filter(({ indicator }) => indicator === 'placement_rate_180');
    const [retention, placement] = await totals('?indicator=job_retention_90,placement_rate_180');
    const sum = (name: string): number => parts.reduce((all, part) => all + Number(part[name]), 0);
    expect(placement).toMatchObject({
      value: sum('numerator') / sum('denominator'),
      numerator: sum('numerator'),
      denominator: sum('denominator'),
    });
    // By hand: jobs last 29, 60, 90, 121, 151 days in turn, so 6 of 10 and 6 of 12 are at 90. Those of the third pact
    // began before its pathways did.
    expect(retention).toMatchObject({ n: 22, ended: 22, value: expect.closeTo(12 / 22, 12) });
  });

  it('come in every format and in pages, and are not counted again while nothing changes', async () => {
    const query = '?indicator=pathways_started,participants_started,overdue&by=sex';
    const all = await totals(`${query}&limit=100`);
    const seen: Total[] = [];
    let next: string | undefined = `/v1/figures/totals${query}&limit=2`;
    while (next !== undefined) {
      const page: TestAnswer = await reader.get(next);
      seen.push(...page.body.items);
      next = page.body._links.next as string | undefined;
    }
    const timeless = (items: Total[]) => items.map((item) => ({ ...item, computedAt: '' }));
    expect(timeless(seen)).toEqual(timeless(all));
    const csv = await pull(`${query}&format=csv`);
    expect(String(csv.body).split('\r\n')[1]).toMatch(/^overdue\/since-start\/,overdue,1,_T,since-start,/);
    const cube = (await pull(`${query}&format=jsonstat`)).body;
    expect(cube.dimension.pact.category).toEqual({ index: ['_T'], label: { _T: expect.any(String) } });
    expect((await pull(`${query}&format=sdmx-csv`)).body).toContain(',_T,pathways_started,');
    const etag = (await pull(query)).headers.get('etag') ?? '';
    expect((await pull(query, reader, { 'If-None-Match': etag })).status).toBe(304);
  });

  it('are of the pacts of a territory, in which nobody is told to be in two', async () => {
    expect(await valueOf('?indicator=pathways_started&territory=016')).toEqual([22, 'none']);
    expect(await valueOf('?indicator=participants_started&territory=017')).toEqual([10, 'none']);
    expect(await valueOf('?indicator=participants_started&territory=016')).toEqual([null, 'complementary']);
    // A pact of two places is in neither of them.
    expect(await totals('?indicator=pathways_started&territory=016198')).toEqual([]);
  });

  it('are of the pacts that the caller enters', async () => {
    expect(await valueOf('?indicator=pathways_started', await keyTo([ids[0]!]))).toEqual([10, 'none']);
    expect(await valueOf('?indicator=participants_started', await keyTo(ids.slice(0, 2)))).toEqual([
      18,
      'none',
    ]);
  });

  it('refuse what they have not: an earlier day, a graph, a single pact', async () => {
    for (const query of ['?asOf=2025-12-31', '?indicator=density', `?pact=${ids[0]}`, '?territory=ab']) {
      expect([query, (await pull(query)).status]).toEqual([query, 400]);
    }
  });
});

describe('totals over pacts that hide something', () => {
  it('are not told where one of the pacts hides its own', async () => {
    const small = await pacts.add({ women: 2, men: 5 });
    const wide = await keyTo([...ids, small]);
    expect(await valueOf('?indicator=pathways_started', wide)).toEqual([39, 'none']);
    const bySex = await totals('?indicator=pathways_started&by=sex', wide);
    const women = bySex.find(({ breakdown }) => breakdown.sex === 'F');
    expect(women).toMatchObject({ value: null, suppression: 'complementary' });
    expect(women).not.toHaveProperty('numerator');
  });

  it('are not told where so few are in two pacts that they would be known', async () => {
    const [one, other] = [await pacts.add({ women: 0, men: 0 }), await pacts.add({ women: 0, men: 0 })];
    const both = people(2);
    await start(one, [...both, ...people(6)]);
    await start(other, [...both, ...people(6)]);
    const caller = await keyTo([one, other]);
    expect(await valueOf('?indicator=pathways_started', caller)).toEqual([16, 'none']);
    const persons = await totals('?indicator=participants_started&by=sex', caller);
    expect(persons.length).toBeGreaterThan(2);
    expect(new Set(persons.map(({ suppression }) => suppression))).toEqual(new Set(['complementary']));
  });

  it('have no value where the pacts count by different rules', async () => {
    const settings = { retention: { rule: 'same_contract' } };
    const version = { 'If-Match': '"0"' };
    const set = await api.admin.put(`/v1/pacts/${ids[2]}/indicator-settings`, settings, version);
    expect(set.status).toBe(200);
    await pacts.compute(ids[2]!);
    const [retention, started] = await totals('?indicator=job_retention_90,pathways_started');
    expect(retention).toMatchObject({ value: null, suppression: 'none', missing: 'settings-differ' });
    expect(started).toMatchObject({ value: 32 });
  });

  it('are held back while a pact has not published what they count', async () => {
    const late = await pacts.add({ women: 5, men: 5 });
    await pacts.forget(late);
    expect(await valueOf('?indicator=pathways_started', await keyTo([ids[0]!, late]))).toEqual([
      null,
      'complementary',
    ]);
  });
});
