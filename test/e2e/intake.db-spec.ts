import { request as httpRequest } from 'node:http';
import pg from 'pg';
import { Client, startApi, type TestApi } from '../support/api.js';

const PERSON = { scheme: 'it-cf', value: 'RSSMRA85T10A562S' };
const NDJSON = { 'Content-Type': 'application/x-ndjson' };

describe('outcome batches over HTTP', () => {
  let api: TestApi;
  let database: pg.Client;
  let pactId: string;
  let path: string;
  let partner: Client;

  beforeAll(async () => {
    api = await startApi();
    database = new pg.Client(api.databaseUrl);
    await database.connect();
    pactId = await newPact('Patto');
    path = `/v1/pacts/${pactId}/outcome-batches`;
    partner = await newPartner('SIL Lombardia', [pactId]);
  });
  afterAll(async () => {
    await database.end();
    await api.close();
  });

  async function newPact(title: string): Promise<string> {
    const pact = {
      title,
      commonAgenda: 'Lavoro',
      territory: ['015146'],
      startsOn: '2024-01-01',
      ratificationRule: { kind: 'all_signatories' },
    };
    const { status, body } = await api.admin.post('/v1/pacts', pact);
    expect(status).toBe(201);
    return body.id as string;
  }

  async function newPartner(name: string, pacts: string[], scopes: string[] = []): Promise<Client> {
    const { body } = await api.admin.post('/v1/api-keys', { name, kind: 'partner', pacts, scopes });
    return api.client(body.key as string);
  }

  const pathway = (externalId: string, more: object = {}) => ({
    kind: 'pathway',
    externalId,
    participant: PERSON,
    startedOn: '2025-01-10',
    ...more,
  });

  const stored = async (): Promise<string> => {
    const { rows } = await database.query<{ digest: string }>(`
      select md5(concat_ws('|',
        (select string_agg(p::text, '' order by id) from pathway p),
        (select string_agg(p::text, '' order by id) from employment_spell p),
        (select string_agg(p::text, '' order by identifier_hmac) from identity.participant_identity p),
        (select string_agg(p::text, '' order by id) from outcome_batch p),
        (select count(*) from outcome_batch_results), (select count(*) from record_history),
        (select string_agg(p::text, '' order by code) from outcome_source p))) as digest`);
    return rows[0]?.digest ?? '';
  };

  it('tell what became of each row, and the same again changes nothing', async () => {
    const records = [
      {
        kind: 'participant',
        externalId: 'p1',
        participant: PERSON,
        sex: 'F',
        birthYear: 1985,
        targetGroups: ['neet'],
      },
      pathway('w1', { entryStatus: 'unemployed' }),
      {
        kind: 'employment',
        externalId: 'e1',
        participant: PERSON,
        startedOn: '2025-05-01',
        contract: 'A.01.00',
        hoursPerWeek: 22.75,
      },
      pathway('w2', { endedOn: '2024-12-31' }),
    ];
    const first = await partner.post(path, { records });
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      source: 'sil-lombardia',
      status: 'partial',
      mode: 'partial',
      dryRun: false,
      counts: { received: 4, created: 3, updated: 0, unchanged: 0, deleted: 0, rejected: 1 },
      recomputation: { runId: null },
    });
    expect(first.body.results.map((row: { outcome: string }) => row.outcome)).toEqual([
      'created',
      'created',
      'created',
      'rejected',
    ]);
    expect(first.body.results[3]).toEqual({
      index: 3,
      externalId: 'w2',
      outcome: 'rejected',
      errors: [{ pointer: '/endedOn', code: 'before-start', detail: expect.any(String) }],
    });
    const again = await partner.post(path, { records });
    expect(again.body.counts).toMatchObject({ unchanged: 3, rejected: 1 });
    const shown = await partner.get(`${path}/${first.body.id}`);
    expect(shown.body).toEqual(first.body);
    const lines = await partner.get(`${path}/${first.body.id}/results`);
    expect(lines.headers.get('content-type')).toMatch('application/x-ndjson');
    const results = String(lines.body)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(results).toEqual(first.body.results);
  });

  it('come as NDJSON too, with an own source', async () => {
    const body = [
      '\ufeff' + JSON.stringify(pathway('n1')),
      '',
      'not json',
      JSON.stringify(pathway('n2')),
    ].join('\r\n');
    const { status, body: answer } = await partner.post(`${path}?source=sil-due`, body, NDJSON);
    expect(status).toBe(200);
    expect(answer.source).toBe('sil-due');
    expect(answer.counts).toMatchObject({ received: 3, created: 2, rejected: 1 });
    expect(answer.results[1]).toMatchObject({
      index: 1,
      outcome: 'rejected',
      errors: [{ code: 'malformed-json' }],
    });
  });

  it('store nothing on a dry run, and tell the same', async () => {
    const records = [pathway('d1'), pathway('d2', { startedOn: '2026-02-30' })];
    const before = await stored();
    const dry = await partner.post(`${path}?dryRun=true&source=dry`, { records });
    expect(dry.body).toMatchObject({ dryRun: true, counts: { created: 1, rejected: 1 } });
    expect(await stored()).toBe(before);
    expect((await partner.get(`${path}/${dry.body.id}`)).status).toBe(404);
    const keyed = await partner.post(`${path}?dryRun=true`, { records }, { 'Idempotency-Key': 'dry-1' });
    expect(keyed.body.counts).toMatchObject({ created: 1, rejected: 1 });
    expect(await stored()).toBe(before);
  });

  it('store nothing of an atomic batch with one row that does not fit', async () => {
    const before = await stored();
    const records = [pathway('a1'), pathway('a2', { leadActorId: '01890000-0000-7000-8000-000000000000' })];
    const { status, headers, body } = await partner.post(`${path}?mode=atomic`, { records });
    expect(status).toBe(422);
    expect(headers.get('content-type')).toMatch('application/problem+json');
    expect(body).toMatchObject({
      type: '/problems/batch-refused',
      status: 422,
      batchStatus: 'failed',
      counts: { received: 2, created: 0, unchanged: 1, rejected: 1 },
      results: [{ outcome: 'unchanged' }, { errors: [{ pointer: '/leadActorId', code: 'unknown-actor' }] }],
    });
    expect(await stored()).toBe(before);
    const whole = await partner.post(`${path}?mode=atomic`, { records: records.slice(0, 1) });
    expect(whole.body).toMatchObject({ status: 'succeeded', mode: 'atomic', counts: { created: 1 } });
  });

  it('answer a repeat with the same idempotency key as before', async () => {
    const body = JSON.stringify(pathway('i1'));
    const headers = { ...NDJSON, 'Idempotency-Key': 'push-1' };
    const first = await partner.post(path, body, headers);
    const second = await partner.post(path, body, headers);
    expect(first.body.counts).toMatchObject({ created: 1 });
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect((await partner.post(path, `${body}\n${body}`, headers)).body.type).toBe(
      '/problems/idempotency-key-reused',
    );
  });

  it("are the pushing key's own: other partners find nothing, and their sources are taken", async () => {
    const other = await newPartner('Altro sistema', [pactId]);
    const { body } = await partner.post(path, { records: [pathway('o1')] });
    expect((await other.get(`${path}/${body.id}`)).status).toBe(404);
    expect((await other.get(`${path}/${body.id}/results`)).status).toBe(404);
    expect((await other.get(path)).body.items).toEqual([]);
    const taken = await other.post(path, { source: 'sil-lombardia', records: [pathway('o1')] });
    expect([taken.status, taken.body.type]).toEqual([403, '/problems/source-taken']);
    expect((await api.admin.get(`${path}/${body.id}`)).status).toBe(404);
    expect((await api.admin.post(path, { source: 'sil-lombardia', records: [] })).status).toBe(403);
    const listed = await partner.get(`${path}?limit=1&source=sil-lombardia`);
    expect(listed.body.items[0]).toMatchObject({ id: body.id, counts: { created: 1 } });
    expect(listed.body.items[0]).not.toHaveProperty('results');
    expect(listed.body._links.next).toMatch('cursor=');
  });

  it('are kept, by a scope, for the keys that have it', async () => {
    const early = await newPartner('Kept', [pactId]);
    const push = (key: Client) => key.post(path, { source: 'kept', records: [pathway('k1')] });
    expect((await push(early)).body.counts).toMatchObject({ created: 1 });
    const request = { name: 'Voice', kind: 'partner', pacts: [pactId], scopes: ['source:kept'] };
    const { body: told } = await api.admin.post('/v1/api-keys', request);
    expect((await push(api.client(told.key))).body.counts).toMatchObject({ unchanged: 1 });
    expect((await push(early)).body.type).toBe('/problems/source-taken');
    await api.admin.delete(`/v1/api-keys/${told.id}`);
    expect((await push(early)).status).toBe(200);
  });

  it('are never had by a key that comes before the one they are meant for', async () => {
    const meant = await newPartner('Meant', [pactId], ['source:meant']);
    const squatter = await newPartner('meant', [pactId]);
    expect((await squatter.post(path, { records: [pathway('m1')] })).body.type).toBe(
      '/problems/source-taken',
    );
    expect((await meant.post(path, { records: [pathway('m1')] })).body.source).toBe('meant');
  });

  it('reach only pacts of the key', async () => {
    const foreign = await newPact('Altro patto');
    expect((await partner.post(`/v1/pacts/${foreign}/outcome-batches`, { records: [] })).status).toBe(404);
    const unknown = '01890000-0000-7000-8000-000000000000';
    expect((await api.admin.post(`/v1/pacts/${unknown}/outcome-batches`, { records: [] })).status).toBe(404);
  });

  it.each([
    ['{"records":', {}, 400],
    ['', {}, 400],
    ['{"records":[{"kind":}]}', {}, 400],
    ['{}', {}, 422],
    ['a;b\n1;2', { 'Content-Type': 'text/csv' }, 400],
    ['a;b\n1;2', { 'Content-Type': 'text/plain' }, 415],
    ['{}', { 'Content-Type': 'constructor' }, 415],
    ['{}', { 'Content-Type': 'application/json; charset=utf-16' }, 415],
    ['{}', { 'Content-Encoding': 'gzip' }, 415],
  ])('refuse %j as a whole', async (body, headers, status) => {
    const before = await stored();
    expect((await partner.post(path, body, headers)).status).toBe(status);
    expect(await stored()).toBe(before);
  });

  it('never tell, store or log the identifier of a person', async () => {
    const { body } = await partner.post(path, {
      records: [
        pathway('s1'),
        pathway('s2', { participant: { scheme: 'it-cf', value: 'RSSMRA85T10A562X' } }),
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(/RSSMRA/);
    const { rows } = await database.query<{ table: string }>(
      `select table_name as table from information_schema.tables where table_schema = 'public'`,
    );
    for (const { table } of rows) {
      const found = await database.query(`select 1 from "${table}" t where t::text ~* 'RSSMRA85' limit 1`);
      expect([table, found.rowCount]).toEqual([table, 0]);
    }
  });

  it('refuse 70 MB with 413, told or not told beforehand', async () => {
    const line = Buffer.from(`${JSON.stringify(pathway('big'))}\n`.repeat(5_000));
    const before = await stored();
    for (const told of [true, false]) {
      expect(await upload(line, 70 * 1_048_576, { told })).toBe(413);
    }
    expect(await stored()).toBe(before);
  }, 120_000);

  it('leave nothing of an upload that breaks off, wherever', async () => {
    const before = await stored();
    const lines = Array.from({ length: 12_000 }, (_, n) => JSON.stringify(pathway(`cut-${n}`))).join('\n');
    for (const share of [0.01, 0.3, 0.8, 0.99]) {
      await upload(Buffer.from(lines), lines.length, {
        told: true,
        breakAt: Math.floor(lines.length * share),
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await stored()).toBe(before);
  }, 60_000);

  it('tell only the rejected rows of a long batch, and all of them as results', async () => {
    const lines = Array.from({ length: 12_000 }, (_, n) =>
      JSON.stringify(pathway(`long-${n}`, n % 1_000 === 7 ? { phase: 'nowhere' } : {})),
    );
    const { body } = await partner.post(path, lines.join('\n'), NDJSON);
    expect(body.counts).toEqual({
      received: 12_000,
      created: 11_988,
      updated: 0,
      unchanged: 0,
      deleted: 0,
      rejected: 12,
    });
    expect(body.results.map((row: { index: number }) => row.index)).toEqual(
      Array.from({ length: 12 }, (_, n) => n * 1_000 + 7),
    );
    expect((await partner.get(`${path}/${body.id}`)).body).toEqual(body);
    const results = String((await partner.get(`${path}/${body.id}/results`)).body)
      .trim()
      .split('\n');
    expect(results.map((line) => (JSON.parse(line) as { index: number }).index)).toEqual(
      lines.map((_, n) => n),
    );
  });

  /** Sends `piece` over and over until `length` bytes are out; answers the status, or 0 if there was none. */
  function upload(
    piece: Buffer,
    length: number,
    options: { told: boolean; breakAt?: number },
  ): Promise<number> {
    return new Promise((resolve) => {
      const headers = {
        ...NDJSON,
        Authorization: `Bearer ${partner.token}`,
        ...(options.told && { 'Content-Length': length }),
      };
      const request = httpRequest(api.url + path, { method: 'POST', headers });
      request.on('response', (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      });
      request.on('error', () => resolve(0));
      let sent = 0;
      const send = (): void => {
        while (sent < (options.breakAt ?? length)) {
          const next = piece.subarray(0, (options.breakAt ?? length) - sent);
          sent += next.length;
          if (!request.write(next)) return void request.once('drain', send);
        }
        if (options.breakAt === undefined) request.end();
        else setTimeout(() => request.destroy(), 100);
      };
      send();
    });
  }
});
