import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPattiClient } from '../../packages/client/src/index.js';
import { wordsFor } from '../../packages/client/src/cli/words.js';
import { run } from '../../packages/client/src/run.js';
import { startApi, type TestApi } from '../support/api.js';
import { unilavFile } from '../support/communications.js';

const PERSON = { scheme: 'it-cf', value: 'RSSMRA85T10A562S' };
const FIRST_LINE = /^Rows (\d+): (.*)$/m;

describe('the command patti push', () => {
  let api: TestApi;
  let folder: string;
  let pactId: string;
  let key: string;
  let name = 0;

  beforeAll(async () => {
    api = await startApi();
    folder = await mkdtemp(join(tmpdir(), 'patti-push-'));
    const pact = {
      title: 'Patto',
      commonAgenda: 'Lavoro',
      territory: ['015146'],
      startsOn: '2024-01-01',
      ratificationRule: { kind: 'all_signatories' },
    };
    pactId = (await api.admin.post('/v1/pacts', pact)).body.id;
    const partner = { name: 'SIL', kind: 'partner', pacts: [pactId], scopes: ['source:sil'] };
    key = (await api.admin.post('/v1/api-keys', partner)).body.key;
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true });
  });

  const pathway = (externalId: string, startedOn = '2025-01-10') =>
    JSON.stringify({ kind: 'pathway', externalId, participant: PERSON, startedOn });
  const pathways = (prefix: string, count: number): string[] =>
    Array.from({ length: count }, (_, place) => pathway(`${prefix}-${place}`));

  async function file(lines: string | readonly string[], ending = 'ndjson'): Promise<string> {
    const path = join(folder, `file-${++name}.${ending}`);
    await writeFile(path, typeof lines === 'string' ? lines : lines.map((line) => `${line}\n`).join(''));
    return path;
  }

  async function patti(args: string[], env: NodeJS.ProcessEnv = {}, signal?: AbortSignal) {
    let [out, err] = ['', ''];
    const code = await run(args, {
      env: { PATTI_URL: api.url, PATTI_KEY: key, ...env },
      out: { write: (said) => (out += String(said)) },
      err: { write: (said) => (err += String(said)) },
      words: wordsFor({ LANG: 'C' }),
      signal,
    });
    return { code, out, err, rows: FIRST_LINE.exec(out)?.slice(1).join(' ') };
  }

  const push = (path: string, ...more: string[]) => patti(['push', path, '--pact', pactId, ...more]);
  const batches = async (): Promise<number> =>
    (await api.client(key).get(`/v1/pacts/${pactId}/outcome-batches?limit=100`)).body.items.length;
  const leftovers = async (): Promise<string[]> =>
    (await readdir(folder)).filter((one) => one.includes('patti-push'));

  it('sends a file in parts and says what became of its rows', async () => {
    const path = await file(pathways('parts', 7));
    const before = await batches();
    expect(await push(path, '--part-rows', '3')).toMatchObject({
      code: 0,
      rows: '7 created 7, updated 0, unchanged 0, deleted 0, rejected 0',
    });
    expect((await batches()) - before).toBe(3);
    expect(await push(path, '--part-rows', '3')).toMatchObject({
      code: 0,
      rows: expect.stringContaining('unchanged 7'),
    });
    expect(await leftovers()).toEqual([]);
  });

  it('sends what a JSON file holds, for the source that it names', async () => {
    const path = await file(`{"source":"sil","records":[${pathways('json', 2).join(',')}]}`, 'json');
    expect(await push(path)).toMatchObject({ code: 0, rows: expect.stringContaining('created 2') });
  });

  it('names rejected rows by their place in the file, and never by whom they are about', async () => {
    const lines = [...pathways('faulty', 4), '', pathway('bad', 'RSSMRA85T10A562S'), ...pathways('more', 2)];
    const path = await file(lines);
    const answer = await push(path, '--part-rows', '3', '--faults');
    expect(answer).toMatchObject({ code: 1, rows: expect.stringContaining('created 6, updated 0') });
    expect(answer.out).toMatch(/row 5 \(line 6\) \/startedOn [a-z-]+: /);
    const written = await readFile(`${path}.faults.ndjson`, 'utf8');
    expect(JSON.parse(written)).toMatchObject({ row: 5, line: 6, pointer: '/startedOn' });
    expect(answer.out + answer.err + written).not.toContain(PERSON.value);
  });

  it('sends mandatory communications, and names the element of a fault', async () => {
    const told = [{ code: '1600025200000001' }, { code: '1600025200000002', worker: 'RSSMRA85T10A562X' }];
    const answer = await push(await file(unilavFile(told), 'xml'));
    expect(answer).toMatchObject({ code: 1, rows: expect.stringContaining('created 1') });
    expect(answer.out).toMatch(/row 2 \S*codice-fiscale tax-code: /);
    expect(answer.out).not.toContain('RSSMRA');
  });

  it('writes the empty table of a kind, and never over a file', async () => {
    const csv = join(folder, 'jobs.csv');
    const written = await patti(['template', 'employment', '--output', csv, '--delimiter', 'comma']);
    expect(written).toMatchObject({ code: 0, out: `Written: ${csv}\n` });
    expect(await readFile(csv, 'utf8')).toMatch(/^externalId,.*,startedOn,/);
    expect(await patti(['template', 'employment', '--output', csv])).toMatchObject({ code: 64 });
    const xlsx = join(folder, 'jobs.xlsx');
    await patti(['template', 'employment', '--format', 'xlsx', '--output', xlsx]);
    expect((await readFile(xlsx)).subarray(0, 2).toString()).toBe('PK');
    const filled = 'externalId,participantScheme,participantValue,startedOn,contract\n';
    await writeFile(csv, `${filled}t1,${PERSON.scheme},${PERSON.value},01/05/2025,A.01.00\n`);
    expect(await push(csv, '--kind', 'employment', '--dates', 'it', '--dry-run')).toMatchObject({ code: 0 });
  });

  it.each([
    [['template', '../jobs'], 64, 'a kind is a word'],
    [['template', 'employment', '--format', 'xlsx', '--delimiter', 'comma'], 64, 'CSV only'],
    [['template', 'job'], 2, '404'],
  ])('writes no table for %j', async (args, code, says) => {
    expect(await patti(args)).toMatchObject({ code, err: expect.stringContaining(says) });
  });

  it('stores nothing of a dry run', async () => {
    const path = await file(pathways('dry', 2));
    const answer = await push(path, '--dry-run');
    expect(answer).toMatchObject({ code: 0, rows: expect.stringContaining('created 2') });
    expect(answer.out).toContain('Dry run: nothing was stored.');
    expect((await push(path)).rows).toContain('created 2');
  });

  it('stores nothing of an atomic push with a faulty row, and tells which', async () => {
    const path = await file([pathway('atomic'), pathway('atomic-bad', 'never')]);
    const answer = await push(path, '--mode', 'atomic');
    expect(answer.code).toBe(2);
    expect(answer.out).toContain('Refused as a whole');
    expect(answer.out).toContain('row 2 (line 2) /startedOn');
    expect((await push(await file([pathway('atomic')]))).rows).toContain('created 1');
  });

  it('ends with 2 and the reason when the service refuses, and with 64 when it is used wrongly', async () => {
    const path = await file(pathways('refused', 1));
    const foreign = await push(path, '--source', 'another');
    expect(foreign).toMatchObject({ code: 2, err: expect.stringContaining('403') });
    const unknown = await patti(['push', path, '--pact', pactId], { PATTI_KEY: 'x'.repeat(40) });
    expect(unknown).toMatchObject({ code: 2, err: expect.stringMatching(/patti: 401 /) });
    expect(await leftovers()).toEqual([]);
    expect(await patti(['pull'])).toMatchObject({ code: 64 });
    expect((await patti(['--help'])).out).toContain('Exit codes');
  });

  describe('behind a connection that breaks', () => {
    let proxy: Server;
    let url: string;
    let onAnswer: (count: number) => 'pass' | 'drop';
    const keys: string[] = [];

    beforeAll(async () => {
      proxy = createServer((request, response) => void forward(request, response));
      await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
      url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    });
    async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const { authorization = '', 'content-type': type = '' } = request.headers;
      const idempotencyKey = String(request.headers['idempotency-key']);
      keys.push(idempotencyKey);
      const headers = { authorization, 'content-type': type, 'idempotency-key': idempotencyKey };
      const answer = await fetch(`${api.url}${request.url}`, {
        method: 'POST',
        headers,
        body: await text(request),
      });
      if (onAnswer(keys.length) === 'drop') return void response.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    }
    beforeEach(() => void keys.splice(0));
    afterAll(() => new Promise((closed) => proxy.close(closed)));

    it('sends a part whose answer was lost again, and counts it once', async () => {
      onAnswer = (count) => (count === 2 ? 'drop' : 'pass');
      const path = await file(pathways('lost', 6));
      const before = await batches();
      const answer = await push(path, '--part-rows', '2', '--url', url);
      expect(answer).toMatchObject({
        code: 0,
        rows: '6 created 6, updated 0, unchanged 0, deleted 0, rejected 0',
      });
      expect(keys).toHaveLength(4);
      expect(keys[1]).toBe(keys[2]);
      expect(new Set(keys).size).toBe(3);
      expect((await batches()) - before).toBe(3);
    });

    it('goes on where an interrupted push stopped, with the counts and faults of both', async () => {
      const stopping = new AbortController();
      onAnswer = (count) => {
        if (count === 3) stopping.abort();
        return count === 3 ? 'drop' : 'pass';
      };
      const path = await file([
        pathway('bad-1', 'never'),
        ...pathways('resumed', 6),
        pathway('bad-2', 'never'),
      ]);
      const args = ['push', path, '--pact', pactId, '--part-rows', '2', '--faults', '--url', url];
      const stopped = await patti(args, {}, stopping.signal);
      expect(stopped).toMatchObject({ code: 130, out: '', err: expect.stringContaining('goes on') });
      expect(await leftovers()).toHaveLength(1);
      const resumed = await patti(args);
      expect(resumed.out).toContain('Goes on after part 2');
      expect(resumed).toMatchObject({
        code: 1,
        rows: '8 created 6, updated 0, unchanged 0, deleted 0, rejected 2',
      });
      expect(keys[2]).toBe(keys[3]);
      expect(keys).toHaveLength(5);
      const faults = (await readFile(`${path}.faults.ndjson`, 'utf8')).trim().split('\n');
      expect(faults.map((line) => JSON.parse(line).row)).toEqual([1, 8]);
      expect(await leftovers()).toEqual([]);
    });
  });

  it('is joined by commands that tell whose key it is and what became of a batch', async () => {
    const me = await patti(['me']);
    expect(me).toMatchObject({ code: 0, out: expect.stringContaining('partner source:sil') });
    const client = createPattiClient({ url: api.url, key });
    const { data } = await client.GET('/v1/pacts/{pactId}/outcome-batches', {
      params: { path: { pactId }, query: { limit: 1 } },
    });
    const results = await patti(['results', data?.items[0]?.id ?? '', '--pact', pactId]);
    expect(
      results.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).index),
    ).toContain(0);
  });
});
