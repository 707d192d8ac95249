import fc from 'fast-check';
import pg from 'pg';
import { startApi, type Client, type TestApi } from '../support/api.js';

interface Row {
  readonly kind: string;
  readonly externalId: string;
  readonly [field: string]: unknown;
}

const PERSON = { scheme: 'it-cf', value: 'RSSMRA85T10A562S' };
const OTHER = { scheme: 'it-cf', value: 'MRTMTT91D08F205J' };

describe('records of pushed batches', () => {
  let api: TestApi;
  let database: pg.Client;
  let partner: Client;
  let second: Client;
  let path: string;
  let pactId: string;

  beforeAll(async () => {
    api = await startApi();
    database = new pg.Client(api.databaseUrl);
    await database.connect();
  });
  beforeEach(async () => {
    pactId = await newPact();
    path = `/v1/pacts/${pactId}/outcome-batches`;
    partner = await newPartner(`Primo ${pactId}`);
    second = await newPartner(`Secondo ${pactId}`);
  });
  afterAll(async () => {
    await database.end();
    await api.close();
  });

  async function newPact(): Promise<string> {
    const ratificationRule = { kind: 'all_signatories' };
    const pact = {
      title: 'Patto',
      commonAgenda: 'x',
      territory: ['015146'],
      startsOn: '2024-01-01',
      ratificationRule,
    };
    return (await api.admin.post('/v1/pacts', pact)).body.id as string;
  }

  async function newPartner(name: string): Promise<Client> {
    const { body } = await api.admin.post('/v1/api-keys', { name, kind: 'partner', pacts: [pactId] });
    return api.client(body.key as string);
  }

  const pathway = (externalId: string, more: object = {}): Row => ({
    kind: 'pathway',
    externalId,
    participant: PERSON,
    startedOn: '2025-01-10',
    ...more,
  });

  async function push(records: readonly Row[], client = partner) {
    const { status, body } = await client.post(path, { records });
    expect(status).toBe(200);
    return body;
  }

  const outcomes = async (records: readonly Row[], client = partner): Promise<string[]> =>
    (await push(records, client)).results.map((row: { outcome: string }) => row.outcome);

  /** What the records say, but for what differs from one time to the next: ids and instants. */
  async function state(): Promise<unknown[]> {
    const { rows } = await database.query<{ said: unknown }>(
      `select to_jsonb(p) - '{id,pact_id,source,batch_id,recorded_at,participant_id}'::text[] ||
         jsonb_build_object('person', encode(i.identifier_hmac, 'hex')) as said
       from pathway p left join identity.participant_identity i using (participant_id)
       where pact_id = $1 order by external_id`,
      [pactId],
    );
    return rows.map((row) => row.said);
  }

  const count = async (table: string): Promise<number> =>
    Number(
      (await database.query(`select count(*) from ${table} where pact_id = $1`, [pactId])).rows[0].count,
    );

  it('keep what they said before', async () => {
    await push([pathway('w', { phase: 'intake' })]);
    expect(await outcomes([pathway('w', { phase: 'training' })])).toEqual(['updated']);
    const { rows } = await database.query(`select kind, said from record_history where pact_id = $1`, [
      pactId,
    ]);
    expect(rows).toMatchObject([{ kind: 'pathway', said: { phase: 'intake', started_on: '2025-01-10' } }]);
    expect(await state()).toMatchObject([{ phase: 'training' }]);
  });

  it('are not overwritten by what was confirmed on an earlier day', async () => {
    await push([pathway('w', { phase: 'training', confirmedOn: '2025-06-30' })]);
    const { results } = await push([pathway('w', { phase: 'intake', confirmedOn: '2025-05-31' })]);
    expect(results).toMatchObject([{ outcome: 'unchanged', warnings: [{ code: 'older-than-stored' }] }]);
    expect(await outcomes([pathway('w', { phase: 'training', confirmedOn: '2025-07-31' })])).toEqual([
      'updated',
    ]);
    expect(await state()).toMatchObject([{ phase: 'training', confirmed_on: '2025-07-31' }]);
  });

  it('keep their day of confirmation when a row without one says the same', async () => {
    await push([pathway('w', { confirmedOn: '2025-06-30' })]);
    expect(await outcomes([pathway('w')])).toEqual(['unchanged']);
    expect(await outcomes([pathway('w', { phase: 'intake' })])).toEqual(['updated']);
    expect(await state()).toMatchObject([{ phase: 'intake', confirmed_on: '2025-06-30' }]);
  });

  it('take effect in their order when one stands twice in a batch', async () => {
    const rows = ['intake', 'training', 'training'].map((phase) => pathway('w', { phase }));
    expect(
      await outcomes([...rows, { kind: 'pathway', externalId: 'w', op: 'delete' }, pathway('w')]),
    ).toEqual(['created', 'updated', 'unchanged', 'deleted', 'updated']);
    expect(await state()).toMatchObject([{ deleted: false, phase: null }]);
    expect(await count('record_history')).toBe(3);
  });

  it('are withdrawn once, keep their history, and can come back', async () => {
    await push([pathway('w', { phase: 'intake', confirmedOn: '2025-06-30' })]);
    const withdrawal = { kind: 'pathway', externalId: 'w', op: 'delete', confirmedOn: '2025-07-31' };
    expect(await outcomes([withdrawal])).toEqual(['deleted']);
    expect(await outcomes([withdrawal])).toEqual(['unchanged']);
    expect(await state()).toMatchObject([{ deleted: true, started_on: null, person: null }]);
    expect(await outcomes([pathway('w', { confirmedOn: '2025-07-15' })])).toEqual(['unchanged']);
    expect(await outcomes([pathway('w', { confirmedOn: '2025-08-15' })])).toEqual(['updated']);
    expect(await count('record_history')).toBe(2);
  });

  it('are withdrawn with a warning when nobody knew them', async () => {
    const { results } = await push([
      { kind: 'pathway', externalId: 'never', op: 'delete', confirmedOn: '2025-06-30' },
    ]);
    expect(results).toMatchObject([{ outcome: 'deleted', warnings: [{ code: 'unknown-record' }] }]);
    expect(await outcomes([pathway('never', { confirmedOn: '2025-06-01' })])).toEqual(['unchanged']);
  });

  it('can move to another participant, and mark both for the figures', async () => {
    await push([pathway('w')]);
    const { id } = await push([pathway('w', { participant: OTHER })]);
    const { rows } = await database.query(
      `select cardinality(participants) as n from outcome_batch where id = $1`,
      [id],
    );
    expect(rows).toEqual([{ n: 2 }]);
    expect(await count('recomputation_due')).toBe(1);
  });

  it('leave the figures alone when nothing has changed', async () => {
    await push([pathway('w')]);
    await database.query(`delete from recomputation_due where pact_id = $1`, [pactId]);
    await push([pathway('w')]);
    expect(await count('recomputation_due')).toBe(0);
  });

  it('of two sources about one tax code are about one participant', async () => {
    await push([pathway('w')]);
    const spelled = { scheme: 'it-cf', value: 'rssmra85t10 a562s' };
    await push([pathway('w', { participant: spelled })], second);
    expect([await count('pathway'), await count('participant')]).toEqual([2, 1]);
  });

  it('keep every kind of value', async () => {
    const { rows: actors } = await database.query<{ id: string }>(
      `insert into actor (id, name, system, kind) values (gen_random_uuid(), 'Ente', 'public', 'other') returning id`,
    );
    const odd = 'a "b" \\ {c}, \\N NULL è';
    const rows = [
      pathway(odd, {
        leadActorId: actors[0]?.id.toUpperCase(),
        measureCode: '\\N',
        accessPoint: odd,
        phase: 'closed',
      }),
      {
        kind: 'participant',
        externalId: 'p',
        participant: PERSON,
        birthYear: 1990,
        rural: false,
        targetGroups: [],
      },
      {
        kind: 'employment',
        externalId: 'e',
        participant: PERSON,
        startedOn: '2025-01-01',
        contract: 'C.01.00',
        hoursPerWeek: 7.5,
        employer: OTHER,
      },
    ];
    expect(await outcomes(rows)).toEqual(['created', 'created', 'created']);
    expect(await outcomes(rows)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(await state()).toMatchObject([{ external_id: odd, measure_code: '\\N', access_point: odd }]);
    expect(await outcomes([{ ...rows[0]!, measureCode: null }])).toEqual(['updated']);
    expect(await state()).toMatchObject([{ measure_code: null }]);
  });

  const row = fc.record({
    externalId: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom('pathway', 'pathway', 'nonsense'),
    op: fc.constantFrom('upsert', 'upsert', 'delete'),
    participant: fc.constantFrom(PERSON, OTHER),
    confirmedOn: fc.constantFrom('2025-01-31', '2025-02-28', undefined),
    startedOn: fc.constantFrom('2025-01-01', '2025-01-02', 'never'),
  });

  it('are counted so that the sum is what was received, and again are all unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (records) => {
        const { counts, results } = await push(records);
        const { received, ...rest } = counts as Record<string, number>;
        expect(received).toBe(records.length);
        expect(Object.values(rest).reduce((a, b) => a + b, 0)).toBe(records.length);
        expect(results.map((result: { index: number }) => result.index)).toEqual(
          records.map((_, index) => index),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('end in the same state whatever the order in which days of confirmation arrive', async () => {
    const days = Array.from(
      { length: 20 },
      (_, n) => `2025-${String(1 + (n % 12)).padStart(2, '0')}-${n < 12 ? '01' : '15'}`,
    );
    const said = days.map((confirmedOn, n) =>
      n % 5 === 4
        ? { kind: 'pathway', externalId: 'w', op: 'delete', confirmedOn }
        : pathway('w', { confirmedOn, startedOn: days[(n * 7) % 20], participant: n % 2 ? PERSON : OTHER }),
    );
    const states = new Set<string>();
    for (let permutation = 0; permutation < 15; permutation += 1) {
      pactId = await newPact();
      const order =
        fc.sample(fc.shuffledSubarray(said, { minLength: said.length }), {
          numRuns: 1,
          seed: permutation,
        })[0] ?? [];
      for (const record of order)
        await api.admin.post(`/v1/pacts/${pactId}/outcome-batches`, { records: [record] });
      states.add(JSON.stringify(await state()));
    }
    expect([...states]).toHaveLength(1);
  });

  it('are stored once when the same batches come in at the same moment', async () => {
    const people = Array.from({ length: 400 }, (_, n) =>
      pathway(`w-${n}`, { participant: { scheme: 'own', value: `${pactId}-${n >> 1}` } }),
    );
    const batches = [people, [...people].reverse(), people.slice(100), people.slice(0, 300)];
    const answers = await Promise.all(batches.map((records) => push(records)));
    const created = answers.reduce((sum, { counts }) => sum + (counts.created as number), 0);
    const changed = answers.reduce(
      (sum, { counts }) => sum + counts.updated + counts.deleted + counts.rejected,
      0,
    );
    expect([created, changed]).toEqual([400, 0]);
    expect([await count('pathway'), await count('participant'), await count('record_history')]).toEqual([
      400, 200, 0,
    ]);
  });

  it('of people whom several sources bring in at the same moment are about one participant each', async () => {
    const about = (prefix: string) =>
      Array.from({ length: 300 }, (_, n) =>
        pathway(`${prefix}-${n}`, { participant: { scheme: 'own', value: `${pactId}-${n}` } }),
      );
    const third = await newPartner(`Terzo ${pactId}`);
    await Promise.all([push(about('a')), push(about('b').reverse(), second), push(about('c'), third)]);
    expect([await count('pathway'), await count('participant')]).toEqual([900, 300]);
    const { rows } = await database.query(
      `select count(distinct i.participant_id)::integer as people from pathway p
       join identity.participant_identity i using (participant_id) where p.pact_id = $1`,
      [pactId],
    );
    expect(rows).toEqual([{ people: 300 }]);
  });
});
