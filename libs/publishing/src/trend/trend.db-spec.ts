import { startApi, type TestApi } from '../../../../test/support/api.js';
import { ComputedPacts } from '../../../../test/support/computed-pacts.js';

/** A pact begun in 2025: men come in groups that are too small to be shown. */
const MONTHS: [startedOn: string, women: number, men: number][] = [
  ['2025-01-10', 4, 0],
  ['2025-02-10', 6, 2],
  ['2025-03-10', 7, 1],
  ['2025-04-10', 9, 2],
  ['2025-05-10', 10, 0],
  ['2025-06-10', 12, 1],
];

let api: TestApi;
let pacts: ComputedPacts;
let path: string;

beforeAll(async () => {
  api = await startApi();
  pacts = await ComputedPacts.on(api);
  const pactId = await pacts.add({ women: 0, men: 0 });
  for (const [startedOn, women, men] of MONTHS) {
    await pacts.start(pacts.records(pactId), { women, men }, startedOn);
  }
  path = `/v1/pacts/${pactId}/figures/trend`;
});
afterAll(async () => {
  await pacts.close();
  await api.close();
});

const ask = (query: string, headers = {}) => api.admin.get(`${path}${query}`, headers);
const OF_WOMEN = '?indicator=pathways_started&granularity=month&breakdown=sex:F';

describe('the trend of an indicator', () => {
  it('rests on its published figures, and its forecast stands apart from them', async () => {
    const { status, body } = await ask(`${OF_WOMEN}&last=6`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ indicator: 'pathways_started', breakdown: { sex: 'F' }, unit: 'pathway' });
    const used = body.points.filter(({ isUsed }: { isUsed: boolean }) => isUsed);
    expect(used.map(({ value }: { value: number }) => value)).toEqual([4, 6, 7, 9, 10, 12]);
    // x̄ 2.5, ȳ 8, Sxx 17.5, Sxy 27.
    expect(body.trend).toMatchObject({ n: 6, change: 8, changePerPeriod: expect.closeTo(27 / 17.5, 9) });
    expect(body.trend.course).toBe('rising');
    expect(body.forecast.map(({ period }: { period: string }) => period)).toEqual(['2025-07', '2025-08']);
    for (const point of body.forecast) expect(point.forecast).toBe(true);
  });

  it('does not give back what is suppressed', async () => {
    const { body } = await ask('?indicator=pathways_started&granularity=month&breakdown=sex:M');
    const hidden = body.points.filter(({ suppression }: { suppression: string }) => suppression !== 'none');
    expect(hidden.length).toBeGreaterThanOrEqual(4);
    for (const point of hidden) expect(point).toMatchObject({ value: null, isUsed: false });
    expect(body).not.toHaveProperty('trend');
    expect(body).not.toHaveProperty('forecast');
  });

  it('is answered with 304 until the figures change', async () => {
    const { headers } = await ask(OF_WOMEN);
    const known = { 'If-None-Match': headers.get('etag') ?? '' };
    expect((await ask(OF_WOMEN, known)).status).toBe(304);
    expect((await ask(`${OF_WOMEN}&ahead=4`, known)).status).toBe(200);
  });

  it.each([
    ['?indicator=nonsense', '/indicator'],
    ['?indicator=pathways_started&breakdown=sex', '/breakdown'],
    ['?indicator=pathways_started&breakdown=resourceKind:money', '/breakdown'],
    ['?indicator=pathways_started&last=2', '/last'],
    ['', '/indicator'],
  ])('is refused to %j', async (query, pointer) => {
    const { status, body } = await ask(query);
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ pointer })]]);
  });
});
