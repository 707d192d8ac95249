import { freePort } from '../../apps/standalone/src/free-port.js';
import { Client } from '../support/api.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { DataHome, type StandaloneProgram } from '../support/standalone-program.js';

const PATIENCE_MS = 60_000;
/** Real in form, so that they pass every check on the way in. */
const TAX_CODE = 'RSSMRA85T10A562S';
const WRONG_TAX_CODE = 'RSSMRA85T10A562X';
const FIRM_TAX_CODE = 'VRDGPP70B12F205I';
const CASE_NUMBER = 'canary-case-4711-zz';
const NDJSON = { 'Content-Type': 'application/x-ndjson' };

const person = { scheme: 'it-cf', value: TAX_CODE };
const pathway = { kind: 'pathway', participant: person, startedOn: '2025-03-01' };

/** Rows that hold identifiers where they belong, and rows of careless partners that hold them where they do not. */
const ROWS: readonly unknown[] = [
  { ...pathway, externalId: 'fits' },
  { ...pathway, externalId: 'fits-too', participant: { scheme: 'comune', value: CASE_NUMBER } },
  { ...pathway, externalId: 'lower-case', participant: { scheme: 'it-cf', value: TAX_CODE.toLowerCase() } },
  {
    kind: 'employment',
    externalId: 'job',
    participant: person,
    startedOn: '2025-05-01',
    contract: 'A.01.00',
    employer: { scheme: 'it-cf', value: FIRM_TAX_CODE },
  },
  { kind: 'participant', externalId: 'attributes', participant: person, sex: 'F', birthYear: 1985 },
  { ...pathway, externalId: 'wrong-check', participant: { scheme: 'it-cf', value: WRONG_TAX_CODE } },
  { ...pathway, externalId: 'wrong-type', participant: TAX_CODE },
  { ...pathway, externalId: 'wrong-scheme', participant: { scheme: `${TAX_CODE} !`, value: CASE_NUMBER } },
  { ...pathway, externalId: 'wrong-date', startedOn: TAX_CODE },
  { ...pathway, externalId: 'wrong-phase', phase: CASE_NUMBER },
  { ...pathway, externalId: 'wrong-actor', leadActorId: TAX_CODE },
  { ...pathway, externalId: 'nul', participant: { scheme: 'comune', value: `${CASE_NUMBER}\u0000` } },
  { ...pathway, externalId: 'lone', participant: { scheme: 'comune', value: `${CASE_NUMBER}\ud800` } },
  { ...pathway, externalId: 'kind', kind: TAX_CODE },
  {
    kind: 'employment',
    externalId: 'job-2',
    participant: person,
    startedOn: CASE_NUMBER,
    contract: TAX_CODE,
  },
  TAX_CODE,
];
const FIT = 5;

/** The canaries fly through the whole program, whose queue and counters stand in PostgreSQL or in Redis. */
function canariesAreFound(redis?: () => TestRedis): void {
  const home = new DataHome();
  const answers: string[] = [];
  let program: StandaloneProgram;
  let keys: Record<'admin' | 'partner' | 'unknown', string>;
  let url: string;
  let path: string;
  let metricsUrl: string;

  /** Sends without checking against the document, and keeps all that comes back but the key that is told once. */
  async function send(method: string, to: string, key: string, body?: string, headers: object = {}) {
    const answer = await fetch(url + to, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    answers.push(`${JSON.stringify([...answer.headers])}\n${text}`);
    return { status: answer.status, text };
  }

  const logLines = (): string[] => program.logged.split('\n').filter((line) => line !== '');

  beforeAll(async () => {
    const port = await freePort();
    metricsUrl = `http://127.0.0.1:${port}/metrics`;
    program = home.launch({
      LOG_LEVEL: 'debug',
      METRICS_PORT: String(port),
      ...(redis && { REDIS_URL: redis().url }),
    });
    url = await program.ready();
    const admin = new Client(url, home.secret('admin-key'));
    const pact = await admin.post('/v1/pacts', {
      title: 'Patto',
      commonAgenda: 'Lavoro',
      territory: ['015146'],
      startsOn: '2024-01-01',
      ratificationRule: { kind: 'all_signatories' },
    });
    path = `/v1/pacts/${pact.body.id}/outcome-batches`;
    const asked = { name: 'SIL', kind: 'partner', pacts: [pact.body.id] };
    const { body } = await admin.post('/v1/api-keys', asked, { 'Idempotency-Key': 'the-key' });
    const partner = body.key as string;
    const unknown = `${partner.slice(0, -6)}000000`;
    keys = { admin: home.secret('admin-key'), partner, unknown };
  }, PATIENCE_MS);
  afterAll(() => home.remove(), PATIENCE_MS);

  it('are pushed in every way, rightly and wrongly', async () => {
    const { admin, partner, unknown } = keys;
    const lines = ROWS.map((row) => JSON.stringify(row)).join('\n');
    const pushed = await send('POST', path, partner, `${lines}\n{"participant": "${TAX_CODE}`, NDJSON);
    const { id, counts } = JSON.parse(pushed.text) as { id: string; counts: unknown };
    expect(counts).toMatchObject({
      received: ROWS.length + 1,
      created: FIT,
      rejected: ROWS.length + 1 - FIT,
    });
    const records = JSON.stringify({ records: ROWS.slice(0, FIT + 1) });
    const statuses: number[] = [];
    for (const [to, key, body, headers] of [
      [path, partner, records, {}],
      [`${path}?mode=atomic`, partner, records, {}],
      [`${path}?dryRun=true`, admin, records, {}],
      [path, partner, records, { 'Idempotency-Key': 'twice' }],
      [path, partner, records, { 'Idempotency-Key': 'twice' }],
      [path, unknown, records, {}],
      [`${path}?source=${TAX_CODE}&kind=${CASE_NUMBER}`, partner, records, {}],
      [path, partner, records.slice(0, -9), {}],
      [path, partner, records, { 'Content-Type': `text/${TAX_CODE}` }],
      ['/v1/actors', admin, JSON.stringify({ name: 7, system: TAX_CODE, kind: keys.partner }), {}],
      ['/v1/api-keys', admin, JSON.stringify({ name: 'x', kind: TAX_CODE, pacts: [keys.partner] }), {}],
    ] as const) {
      statuses.push((await send('POST', to, key, body, headers)).status);
    }
    expect(statuses).toEqual([200, 422, 200, 200, 200, 401, 400, 400, 415, 422, 422]);
    for (const [read, key] of [
      [`${path}/${id}`, partner],
      [`${path}/${id}/results`, partner],
      [path, admin],
      ['/v1/me', admin],
      ['/v1/api-keys', admin],
    ] as const) {
      expect([read, (await send('GET', read, key)).status]).toEqual([read, 200]);
    }
  });

  it('are in no answer', () => {
    expect(answers.join('\n').match(canaries())).toBeNull();
  });

  it('are in no table, and neither is a secret of the program', async () => {
    await home.onDatabase(async (database) => {
      const { rows } = await database.query<{ place: string }>(
        `select format('%I.%I', schemaname, tablename) as place from pg_tables
         where schemaname not in ('pg_catalog', 'information_schema')`,
      );
      expect(rows.length).toBeGreaterThan(30);
      for (const { place } of rows) {
        const dump = await database.query<{ row: string }>(`select t::text as row from ${place} t`);
        const text = dump.rows.map(({ row }) => row).join('\n');
        expect([place, text.match(canaries(ownSecrets()))]).toEqual([place, null]);
      }
    });
  });

  it('are in no metric', async () => {
    const page = await (await fetch(metricsUrl)).text();
    expect(page).toContain('route="/v1/pacts/:pactId/outcome-batches",status="200"');
    expect(page.match(canaries())).toBeNull();
  });

  if (redis) {
    it('are in nothing that was ever written to Redis, where jobs and counts are', () => {
      const written = redis().everWritten();
      // What a worker did, and what was counted.
      expect(written).toMatch(/bull:monitoring:/);
      expect(written).toMatch(/patti:caller:/);
      expect(written.match(canaries(ownSecrets()))).toBeNull();
    });
  }

  it('are in no log line, and every line is JSON', async () => {
    expect(await program.end('SIGTERM')).toBe(0);
    expect(logLines().length).toBeGreaterThan(10);
    for (const line of logLines()) expect(() => void JSON.parse(line)).not.toThrow();
    expect(program.logged.match(canaries())).toBeNull();
    expect(program.said.replace(/Administrator key\s+\S+/, '').match(canaries())).toBeNull();
  });

  const ownSecrets = (): string[] =>
    (['participant-pepper', 'database-password'] as const).map((name) => home.secret(name));

  /** Also as the bytes that PostgreSQL shows of a column of bytes. */
  const canaries = (more: readonly string[] = []): RegExp => {
    const secrets = Object.values(keys).map((key) => key.split(/[._]/).at(-1) ?? key);
    const wanted = [TAX_CODE, WRONG_TAX_CODE, FIRM_TAX_CODE, CASE_NUMBER, ...secrets, ...more];
    const bytes = wanted.map((text) => Buffer.from(text).toString('hex'));
    return new RegExp([...wanted, ...bytes].join('|'), 'i');
  };
}

describe('an identifier, a tax code and a key', () => {
  canariesAreFound();
});

describeWithRedis('an identifier, a tax code and a key, where there is a Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  canariesAreFound(() => redis);
});
