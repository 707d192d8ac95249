import JSONstat from 'jsonstat-toolkit';
import { strFromU8, unzipSync } from 'fflate';
import { startApi, type TestApi } from '../../../../test/support/api.js';
import { ComputedPacts } from '../../../../test/support/computed-pacts.js';

let api: TestApi;
let pacts: ComputedPacts;
let pactId: string;
/** A second pact, of which the small group has another size. */
let other: string;

/** So many men that their number is found nowhere else in a file. */
const FEW = 2;

beforeAll(async () => {
  api = await startApi();
  pacts = await ComputedPacts.on(api);
  pactId = await pacts.add({ women: 5, men: FEW });
  other = await pacts.add({ women: 6, men: 4 });
});
afterAll(async () => {
  await pacts.close();
  await api.close();
});

const QUESTION =
  'indicator=pathways_started,job_retention_90&period=2025-Q1..2025-Q2&granularity=quarter&by=sex';

interface Pulled {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
}

async function pull(format: string, more: Record<string, string> = {}, path = one()): Promise<Pulled> {
  const headers = { Authorization: `Bearer ${api.admin.token}`, 'Accept-Language': 'en', ...more };
  const answer = await fetch(`${api.url}${path}?${QUESTION}${format && `&format=${format}`}`, { headers });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes, text: strFromU8(bytes) };
}

const one = (): string => `/v1/pacts/${pactId}/figures`;

/** Rows of a file of which no field is quoted, by the names of its columns. */
function rowsOf(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trimEnd().split('\r\n');
  const names = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((value, at) => [names[at] ?? '', value])),
  );
}

describe('figures as JSON-stat', () => {
  it('are read by a toolkit as the API answers them', async () => {
    const { text, headers } = await pull('jsonstat');
    expect(headers.get('content-type')).toBe('application/vnd.jsonstat+json');
    const dataset = JSONstat(JSON.parse(text));
    expect(dataset.class).toBe('dataset');
    expect(dataset.id).toEqual(['indicator', 'pact', 'period', 'sex']);
    const { body } = await api.admin.get(`${one()}?${QUESTION}&limit=100`);
    for (const { indicator, period, breakdown, value, suppression, missing } of body.items) {
      const cell = dataset.Data({ indicator, pact: pactId, period, sex: breakdown.sex ?? '_T' });
      const status = suppression === 'none' ? (missing ?? null) : 'c';
      expect({ indicator, period, breakdown, value: cell.value, status: cell.status }).toEqual({
        indicator,
        period,
        breakdown,
        value,
        status,
      });
    }
  });

  it('have one place for each combination, and words in the language asked for', async () => {
    const cube = JSON.parse((await pull('jsonstat', { 'Accept-Language': 'it' })).text);
    expect(cube).toMatchObject({ version: '2.0', class: 'dataset', role: { time: ['period'] } });
    expect(cube.updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(cube.value).toHaveLength(cube.size.reduce((a: number, b: number) => a * b, 1));
    expect(cube.dimension.sex).toEqual({
      label: 'Sesso',
      category: { index: ['_T', 'F', 'M'], label: { _T: 'Totale', F: 'Donne', M: 'Uomini' } },
    });
    expect(cube.dimension.indicator.category.label.pathways_started).toBe('Percorsi avviati');
    expect(cube.dimension.period.category.index).toEqual(['2025-Q1', '2025-Q2']);
  });

  it('are an empty cube where there are none', async () => {
    const answer = await api.admin.get(`${one()}?period=2031&format=jsonstat`);
    expect(answer.body).toMatchObject({ size: [0, 0, 0], value: [], status: {} });
  });
});

describe('figures as SDMX-CSV', () => {
  it('have the columns of the standard, and codes for what is not there', async () => {
    const { text, headers } = await pull('sdmx-csv');
    expect(headers.get('content-type')).toBe('application/vnd.sdmx.data+csv;version=2.0.0');
    expect(text.slice(0, text.indexOf(',FREQ'))).toBe('STRUCTURE,STRUCTURE_ID,ACTION');
    const rows = rowsOf(text).filter(
      ({ INDICATOR, TIME_PERIOD }) => INDICATOR === 'pathways_started' && TIME_PERIOD === '2025-Q1',
    );
    expect(
      rows.map(({ SEX, OBS_VALUE, OBS_STATUS, CONF_STATUS }) => [SEX, OBS_VALUE, OBS_STATUS, CONF_STATUS]),
    ).toEqual([
      ['_T', '7', 'A', 'F'],
      ['F', '5', 'A', 'F'],
      ['M', '', 'Q', 'A'],
    ]);
    expect(rows[0]).toMatchObject({
      STRUCTURE: 'dataflow',
      STRUCTURE_ID: 'PATTI:FIGURES(1.0.0)',
      ACTION: 'I',
      FREQ: 'Q',
      PACT: pactId,
    });
  });

  it('name all the time since a day as a range, and half-years as semesters', async () => {
    const { body } = await api.admin.get(`${one()}?indicator=pathways_started&format=sdmx-csv`);
    expect(rowsOf(body)[0]).toMatchObject({ FREQ: '_Z', TIME_PERIOD: '2025-01-01/P365D' });
    const half = await api.admin.get(`${one()}?indicator=pathways_started&period=2025-H1&format=sdmx-csv`);
    expect(rowsOf(half.body)[0]).toMatchObject({ FREQ: 'S', TIME_PERIOD: '2025-S1' });
  });
});

describe('figures as CSV', () => {
  it('are described by their data package, column by column', async () => {
    const { resources } = JSON.parse((await pull('datapackage')).text);
    const [resource] = resources;
    const csv = await fetch(api.url + resource.sources[0].path, {
      headers: { Authorization: `Bearer ${api.admin.token}` },
    });
    expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="${resource.path}"`);
    const text = await csv.text();
    expect(text).toBe((await pull('csv')).text);
    expect(text.split('\r\n')[0]?.split(',')).toEqual(
      resource.schema.fields.map(({ name }: { name: string }) => name),
    );
  });
});

describe('figures as a workbook', () => {
  it('stand beside their definitions, and hold no formula', async () => {
    const { bytes, headers } = await pull('xlsx');
    expect(headers.get('content-disposition')).toContain('figures.xlsx');
    const files = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
    );
    expect(files['xl/workbook.xml']).toMatch(/name="Figures".*name="Definitions"/);
    expect(Object.values(files).join()).toContain('Pathways started');
    expect(Object.values(files).join()).not.toMatch(/<f>|<f /);
  });
});

describe('every format', () => {
  const FORMATS = ['json', 'csv', 'jsonstat', 'sdmx-csv', 'xlsx', 'datapackage'];

  it.each(FORMATS)('is answered with 304 while nothing changes: %s', async (format) => {
    const { headers, status } = await pull(format);
    expect(status).toBe(200);
    const known = { 'If-None-Match': headers.get('etag') ?? '' };
    expect(await pull(format, known)).toMatchObject({ status: 304, text: '' });
    expect(headers.get('vary')).toContain('Accept');
  });

  it.each(FORMATS)('is there across pacts, too: %s', async (format) => {
    const { status, bytes } = await pull(format, {}, '/v1/figures');
    expect(status).toBe(200);
    const text = format === 'xlsx' ? unzippedText(bytes) : strFromU8(bytes);
    if (format !== 'datapackage') expect(text).toContain(pactId);
    if (format !== 'datapackage') expect(text).toContain(other);
  });

  it.each([
    ['text/csv', 'text/csv; charset=utf-8'],
    ['application/vnd.jsonstat+json, application/json;q=0.5', 'application/vnd.jsonstat+json'],
    ['application/vnd.sdmx.data+csv;version=2.0.0', 'application/vnd.sdmx.data+csv;version=2.0.0'],
    ['application/vnd.sdmx.data+csv', 'application/vnd.sdmx.data+csv;version=2.0.0'],
    ['text/html, */*;q=0.1', 'application/json; charset=utf-8'],
  ])('is chosen by Accept: %s', async (accept, type) => {
    expect((await pull('', { Accept: accept })).headers.get('content-type')).toBe(type);
  });

  it('is refused, with those there are, where Accept takes none of them', async () => {
    const { status, text } = await pull('', { Accept: 'application/pdf' });
    expect([status, JSON.parse(text)]).toEqual([
      406,
      expect.objectContaining({
        type: '/problems/not-acceptable',
        detail: expect.stringContaining('application/vnd.jsonstat+json'),
      }),
    ]);
  });

  /** The numbers of a figure that each format gives for the men of the first quarter, who are too few. */
  it('has no number for a figure that is suppressed', async () => {
    const sdmx = rowsOf((await pull('sdmx-csv')).text).filter(({ CONF_STATUS }) => CONF_STATUS !== 'F');
    const csv = rowsOf((await pull('csv')).text).filter(({ suppression }) => suppression !== 'none');
    expect([sdmx.length, csv.length]).toEqual([csv.length, sdmx.length]);
    expect(csv.length).toBeGreaterThan(0);
    const numbers = ['value', 'numerator', 'denominator', 'n', 'atRisk', 'ended', 'median', 'attainment'];
    for (const row of csv) expect(numbers.map((name) => row[name])).toEqual(numbers.map(() => ''));
    for (const row of sdmx) {
      expect([row.OBS_VALUE, row.NUMERATOR, row.N, row.AT_RISK].join('')).toBe('');
    }
    const cube = JSON.parse((await pull('jsonstat')).text);
    const hidden = Object.entries(cube.status).filter(([, status]) => status === 'c');
    expect(hidden).toHaveLength(csv.length);
    for (const [place] of hidden) expect(cube.value[Number(place)]).toBeNull();
  });
});

const unzippedText = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((content) => strFromU8(content))
    .join();
