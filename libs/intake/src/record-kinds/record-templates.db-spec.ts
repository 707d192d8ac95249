import { KINDS } from '../kinds/index.js';
import { templateColumns } from './record-kind.view.js';
import { cellOf } from './template.js';
import { startApi, type Client, type TestApi } from '../../../../test/support/api.js';
import { pactWithMembers, type PactWithMembers } from '../../../../test/support/pact-with-members.js';
import { unzip } from '../../../../test/support/unzip.js';

const NAMES = KINDS.map(({ kind }) => kind);
const DELIMITERS = { semicolon: ';', comma: ',' } as const;

describe('kinds of records', () => {
  let api: TestApi;
  let pact: PactWithMembers;
  let partner: Client;
  beforeAll(async () => {
    api = await startApi();
    pact = await pactWithMembers(api, 1);
    partner = await pact.keyOf('partner');
  });
  afterAll(() => api.close());

  const push = (body: unknown, query = '', headers = {}) =>
    partner.post(`${pact.path}/outcome-batches${query}`, body, headers);

  it('are listed with their names in both languages', async () => {
    const { body } = await partner.get('/v1/record-kinds');
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual([...NAMES].sort());
    expect(body.items[0].label).toEqual({ en: expect.any(String), it: expect.any(String) });
    const { body: first } = await partner.get('/v1/record-kinds?limit=4');
    const { body: second } = await partner.get(first._links.next);
    expect([...first.items, ...second.items]).toEqual(body.items);
  });

  it.each(NAMES)('%s shows its fields, and an example that fits', async (kind) => {
    const { body } = await partner.get(`/v1/record-kinds/${kind}`);
    expect(body.fields).toContainEqual(
      expect.objectContaining({ name: 'participant', columns: ['participantScheme', 'participantValue'] }),
    );
    for (const { label, columns } of body.fields) {
      expect([label.it, label.en].every((words: string) => words.length > 1)).toBe(true);
      expect(columns.length).toBeGreaterThan(0);
    }
    const { body: answer } = await push({ source: 'as-json', records: [body.example] });
    expect(answer.results).toMatchObject([{ outcome: 'created' }]);
  });

  it.each(NAMES.flatMap((kind) => (['semicolon', 'comma'] as const).map((one) => [kind, one] as const)))(
    '%s can be pushed in its template, with %s',
    async (kind, delimiter) => {
      const template = await partner.get(`/v1/record-kinds/${kind}/template?delimiter=${delimiter}`);
      expect(template.headers.get('content-disposition')).toBe(`attachment; filename="${kind}.csv"`);
      expect(template.body.split('\n')).toEqual([expect.stringContaining('externalId'), '']);
      const definition = KINDS.find((one) => one.kind === kind)!;
      const cells = new Map(
        templateColumns(definition).map((column) => [column.name, cellOf(definition, column)]),
      );
      const header = (template.body as string).trim().split(DELIMITERS[delimiter]);
      const filled = `${template.body}${header.map((name) => cells.get(name)).join(DELIMITERS[delimiter])}\n`;
      const source = `as-csv-${delimiter}`;
      const query = `?kind=${kind}&source=${source}`;
      expect((await push(filled, query, { 'Content-Type': 'text/csv' })).body.results).toMatchObject([
        { outcome: 'created' },
      ]);
      const { body } = await partner.get(`/v1/record-kinds/${kind}`);
      expect((await push({ source, records: [body.example] })).body.results).toMatchObject([
        { outcome: 'unchanged' },
      ]);
    },
  );

  it.each(NAMES)('%s has a workbook with its header and what each column means', async (kind) => {
    const answer = await fetch(`${api.url}/v1/record-kinds/${kind}/template?format=xlsx`, {
      headers: { Authorization: `Bearer ${partner.token}` },
    });
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    const texts = unzip(Buffer.from(await answer.arrayBuffer()));
    const all = [...texts.values()].join('\n');
    const definition = KINDS.find((one) => one.kind === kind)!;
    for (const { name, label, allowed = [] } of templateColumns(definition)) {
      expect(all).toContain(`>${name}<`);
      expect(all).toContain(label.it);
      for (const value of allowed) expect(all).toContain(value);
    }
    expect(all).not.toMatch(/<f[ >]/);
    expect(all).not.toMatch(/>[=@+]/);
  });

  it('are unknown under other names', async () => {
    for (const kind of ['job', 'constructor', 'communication']) {
      expect((await partner.get(`/v1/record-kinds/${kind}`)).status).toBe(404);
      expect((await partner.get(`/v1/record-kinds/${kind}/template`)).status).toBe(404);
    }
    expect((await partner.get('/v1/record-kinds/employment/template?format=ods')).status).toBe(400);
  });
});
