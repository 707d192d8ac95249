import { createHmac } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createLog } from '#platform';
import { replayErasures } from '../../apps/migrate/src/replay-erasures.js';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { testSettings } from '../support/database.js';
import { backUp, dump, restore } from '../support/dump.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';
import { PEOPLE, pushPeople, recordsAbout } from '../support/people.js';

const ANNA = { identifier: PEOPLE.anna, purpose: 'data_subject_request' };
const NOBODY = { ...ANNA, identifier: { scheme: 'comune', value: 'nobody' } };
const PEPPER = 'a pepper for tests that is long enough';
const HASH = createHmac('sha256', PEPPER).update(`comune|${PEOPLE.anna.value}`).digest('hex');
const SCOPED = { scopes: ['data-subject:serve'] };
const PATIENCE_MS = 90_000;

describe('the rights of a person', () => {
  const directory = mkdtempSync(join(tmpdir(), 'patti-erasures-'));
  const listFile = join(directory, 'erasures.ndjson');
  let api: TestApi;
  let database: pg.Client;
  let pact: PactWithMembers;
  let other: PactWithMembers;
  let partner: Client;
  let caseWorker: Client;
  let officer: Client;
  let coordinator: Client;
  let anna: string;

  beforeAll(async () => {
    api = await startApi({ ERASURE_LIST_FILE: listFile });
    database = new pg.Client(api.databaseUrl);
    await database.connect();
    pact = await pactWithMembers(api, 1);
    other = await pactWithMembers(api, 1);
    partner = await pact.keyOf('partner');
    await pushPeople(pact, partner);
    await tellMoreOfAnna();
    anna = await pseudonymOfAnna();
    caseWorker = await pact.keyOf('case_worker', pact.members[0]?.actorId);
    expect((await caseWorker.get(`${pact.path}/pathways?purpose=case_management`)).status).toBe(200);
    const keyWith = async (request: object) =>
      api.client((await api.admin.post('/v1/api-keys', { name: 'DPO', ...SCOPED, ...request })).body.key);
    officer = await keyWith({ kind: 'admin', pacts: [] });
    coordinator = await keyWith({ kind: 'coordinator', pacts: [pact.pactId] });
  }, PATIENCE_MS);
  afterAll(async () => {
    await database.end();
    await api.close();
    rmSync(directory, { recursive: true });
  });

  /** An earlier version, a withdrawn record, a row that did not fit, an answer that is remembered, and facts. */
  async function tellMoreOfAnna(): Promise<void> {
    const [attributes, pathway, job] = recordsAbout('anna', pact.members[0]?.actorId);
    const records = [
      { ...attributes, birthYear: 1991 },
      { ...pathway, phase: 'never-heard-of' },
      { ...job, externalId: 'withdrawn-anna' },
    ];
    const path = `${pact.path}/outcome-batches`;
    const withdrawal = { kind: 'employment', externalId: 'withdrawn-anna', op: 'delete' };
    await partner.post(path, { source: 'sil', records }, { 'Idempotency-Key': 'more-of-anna' });
    await partner.post(path, { source: 'sil', records: [withdrawal] });
    await database.query(
      `insert into fact_pathway (pact_id, id, participant_id, started_on, first_in)
       select pact_id, id, participant_id, started_on, 0 from pathway where external_id = 'pathway-anna'`,
    );
  }

  async function pseudonymOfAnna(): Promise<string> {
    const { rows } = await database.query(
      `select participant_id as id from pathway where external_id = 'pathway-anna' and pact_id = $1`,
      [pact.pactId],
    );
    return rows[0]?.id;
  }

  /** Whatever could lead to Anna; what leads to the others is all still there. */
  async function tracesOfAnna(): Promise<string[]> {
    const text = await dump(database);
    expect(text).toContain('pathway-bruno');
    return text.split('\n').filter((line) => new RegExp(`${anna}|-anna|${HASH}|anna-4711`).test(line));
  }

  const addresses = ['/v1/participant-exports', '/v1/participant-erasures'];

  it.each(addresses)('%s is for who has been granted it', async (address) => {
    for (const caller of [api.admin, pact.coordinator, partner, caseWorker]) {
      expect((await caller.post(address, ANNA)).status).toBe(403);
    }
  });

  it.each(addresses)('%s does not tell who is unknown from who is elsewhere', async (address) => {
    const elsewhere = { name: 'x', kind: 'coordinator', pacts: [other.pactId], ...SCOPED };
    const stranger = api.client((await api.admin.post('/v1/api-keys', elsewhere)).body.key);
    const told = await Promise.all([stranger.post(address, ANNA), coordinator.post(address, NOBODY)]);
    const [first, second] = told.map(({ status, body }) => ({
      status,
      ...body,
      requestId: '',
      instance: '',
    }));
    expect(first).toMatchObject({ status: 404, type: '/problems/not-found' });
    expect(first).toEqual(second);
    const misfit = await officer.post(address, { ...ANNA, identifier: { scheme: 'it-cf', value: 'ABC' } });
    expect([misfit.status, misfit.body.errors[0].pointer]).toEqual([422, '/identifier/value']);
    expect(JSON.stringify(misfit.body)).not.toContain('ABC');
  });

  it('an export is answered and noted anew each time, whatever its idempotency key', async () => {
    const noted = async (): Promise<number> =>
      (await pact.coordinator.get(`${pact.path}/case-data-accesses`)).body.items.length;
    const before = await noted();
    for (let time = 0; time < 2; time += 1) {
      const { status, headers } = await officer.post('/v1/participant-exports', ANNA, {
        'Idempotency-Key': 'an-export',
      });
      expect([status, headers.get('idempotent-replayed')]).toEqual([200, null]);
    }
    expect(await noted()).toBe(before + 2);
  });

  it('an export tells all that is held, in every pact for an administrator', async () => {
    for (const [caller, requestId] of [
      [coordinator, 'export-by-coordinator'],
      [officer, 'export-by-officer'],
    ] as const) {
      const { status, body } = await caller.post('/v1/participant-exports', ANNA, {
        'X-Request-Id': requestId,
      });
      expect([status, body.participants]).toEqual([200, [anna]]);
      const [held] = body.pacts;
      expect(held).toMatchObject({
        pactId: pact.pactId,
        participantRecords: [{ birthYear: 1991 }],
        pathways: [{ externalId: 'pathway-anna' }],
        employmentSpells: [{ externalId: 'employment-anna' }],
        withdrawn: [{ externalId: 'withdrawn-anna', deleted: true }],
        history: [{ said: { birthYear: 1990 } }, { kind: 'employment' }],
        computed: { pathways: [{ startedOn: '2025-02-01' }], employment: [] },
      });
      expect(held.batches.map(({ row }: { row: { outcome: string } }) => row.outcome).sort()).toEqual(
        ['created', 'created', 'created', 'created', 'deleted', 'rejected', 'updated'].sort(),
      );
      expect(held.accesses.at(-1)).toMatchObject({ operation: 'participant_export', requestId });
      expect(held.accesses[0]).toMatchObject({ operation: 'pathway_list', purpose: 'case_management' });
      expect(JSON.stringify(body)).not.toMatch(/bruno|carla|anna-4711/);
    }
  });

  it(
    'an erasure leaves nothing in any table, and a restored backup brings nobody back',
    async () => {
      // Whatever else asked for a recomputation has had it.
      await database.query('delete from recomputation_due');
      const yesterday = await backUp(database);
      expect((await tracesOfAnna()).length).toBeGreaterThan(10);
      const headers = { 'Idempotency-Key': 'erasure-once', 'X-Request-Id': 'the-erasure' };
      const { status, body } = await officer.post('/v1/participant-erasures', ANNA, headers);
      expect([status, body]).toMatchObject([200, { pacts: 1, records: 4, history: 2, reportedRows: 7 }]);
      expect(await tracesOfAnna()).toEqual([]);
      expect((await officer.post('/v1/participant-erasures', ANNA, headers)).body).toEqual(body);
      expect((await officer.post('/v1/participant-exports', ANNA)).status).toBe(404);

      await restore(database, yesterday);
      expect((await tracesOfAnna()).length).toBeGreaterThan(10);
      await replay({ always: false });
      expect(await tracesOfAnna()).toEqual([]);
    },
    PATIENCE_MS,
  );

  const replay = (how: { always: boolean }) =>
    replayErasures(testSettings(api.databaseUrl, { ERASURE_LIST_FILE: listFile }), createLog('silent'), how);

  it('keeps the list of erasures for itself, as hashes of hashes', () => {
    expect(statSync(listFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(listFile, 'utf8')).not.toMatch(new RegExp(`${anna}|${HASH}|anna`));
  });

  it('goes on with a list of which the last line was cut off', async () => {
    appendFileSync(listFile, '{"id":"01a1fc67-1b00');
    await replay({ always: true });
    expect(await tracesOfAnna()).toEqual([]);
  });

  it('leaves reports that add up, and the note of the deed without the person', async () => {
    const { body: batches } = await partner.get(`${pact.path}/outcome-batches`);
    for (const { id } of batches.items) {
      const { body } = await partner.get(`${pact.path}/outcome-batches/${id}`);
      expect(body.results).toHaveLength(body.counts.received);
    }
    const { body: accesses } = await pact.coordinator.get(`${pact.path}/case-data-accesses`);
    const looks = accesses.items.filter(
      ({ operation }: { operation: string }) => operation === 'pathway_list',
    );
    expect(looks[0].participants).toContain('00000000-0000-0000-0000-000000000000');
    const due = await database.query(`select pact_id from recomputation_due`);
    expect(due.rows).toEqual([{ pact_id: pact.pactId }]);
  });

  it('takes who is pushed again for someone new, and lets that person stay', async () => {
    const records = recordsAbout('anna', pact.members[0]?.actorId);
    const { body } = await partner.post(`${pact.path}/outcome-batches`, { source: 'sil', records });
    expect(body.counts.created).toBe(3);
    const again = await pseudonymOfAnna();
    expect(again).not.toBe(anna);
    await replay({ always: true });
    expect(await pseudonymOfAnna()).toBe(again);
  });

  it('erased from one pact, a person stays known in the others', async () => {
    const [attributes] = recordsAbout('anna');
    const elsewhere = await other.keyOf('partner');
    await elsewhere.post(`${other.path}/outcome-batches`, { source: 'other', records: [attributes] });
    const { body } = await coordinator.post('/v1/participant-erasures', ANNA);
    expect(body).toMatchObject({ pacts: 1, records: 3 });
    await replay({ always: true });
    const { body: left } = await officer.post('/v1/participant-exports', ANNA);
    expect(left.pacts.map(({ pactId }: { pactId: string }) => pactId)).toEqual([other.pactId]);
  });

  it('has each erasure on a line of its own, also after one that was cut off', () => {
    const lines = readFileSync(listFile, 'utf8').split('\n');
    expect(lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line))).toHaveLength(2);
  });
});
