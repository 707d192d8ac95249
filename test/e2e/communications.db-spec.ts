import fc from 'fast-check';
import pg from 'pg';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { unilav, unilavFile, type Told } from '../support/communications.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';

const XML = { 'Content-Type': 'application/xml' };
const WORKER = 'RSSMRA85T10A562S';
const OTHER = 'MRTMTT91D08F205J';

/** Two people, three relations, one of them moved by a day; one hire annulled. */
const HISTORY: readonly Told[] = [
  { code: '11', endsOn: '2025-08-31' },
  { code: '12', event: 'extension', endsOn: '2025-12-31', sentAt: '2025-08-20T10:00:00' },
  {
    code: '13',
    event: 'transformation',
    on: '2025-10-01',
    reason: 'DI',
    contract: 'A.01.00',
    sentAt: '2025-10-02',
  },
  { code: '14', event: 'cessation', on: '2026-01-15', reason: 'LI', sentAt: '2026-01-16' },
  {
    code: '15',
    type: '03',
    replaces: '14',
    event: 'cessation',
    on: '2026-01-31',
    reason: 'LI',
    sentAt: '2026-02-01',
  },
  { code: '21', worker: OTHER, startedOn: '2025-05-01' },
  { code: '22', worker: OTHER, startedOn: '2025-05-02', type: '03', replaces: '21', sentAt: '2025-05-03' },
  { code: '31', worker: OTHER, startedOn: '2025-09-01', contract: 'C.01.00' },
  { code: '32', worker: OTHER, startedOn: '2025-11-01' },
  { code: '33', worker: OTHER, startedOn: '2025-11-01', type: '04', replaces: '32', sentAt: '2025-11-02' },
];
const SPELLS = [
  {
    started_on: '2025-03-01',
    planned_end_on: null,
    ended_on: '2026-01-31',
    end_reason: 'LI',
    contract: 'A.01.00',
    hours: '20',
  },
  { started_on: '2025-05-02', planned_end_on: null, ended_on: null, contract: 'A.02.00' },
  { started_on: '2025-09-01', planned_end_on: null, ended_on: null, contract: 'C.01.00' },
];

describe('mandatory communications', () => {
  let api: TestApi;
  let database: pg.Client;
  let pact: PactWithMembers;
  let partner: Client;
  beforeAll(async () => {
    api = await startApi();
    database = new pg.Client(api.databaseUrl);
    await database.connect();
  });
  beforeEach(async () => {
    pact = await pactWithMembers(api, 1);
    partner = await pact.keyOf('partner');
  });
  afterAll(async () => {
    await database.end();
    await api.close();
  });

  const push = (told: readonly Told[], more = '') =>
    partner.post(
      `${pact.path}/outcome-batches?profile=unilav&source=co-${pact.pactId}${more}`,
      unilavFile(told),
      XML,
    );

  const spells = async () =>
    (
      await database.query(
        `select started_on, planned_end_on, ended_on, end_reason, contract, trim_scale(hours_per_week)::text as hours,
           external_id, employer_key, sector, encode(i.identifier_hmac, 'hex') as person
         from employment_spell s join identity.participant_identity i using (participant_id)
         where s.pact_id = $1 and not deleted order by started_on`,
        [pact.pactId],
      )
    ).rows;

  const state = async (): Promise<string> => JSON.stringify(await spells());

  it('make spells, and tell of each communication what became of it', async () => {
    const { status, body } = await push(HISTORY);
    expect([status, body.counts]).toMatchObject([200, { received: 10, created: 10 }]);
    expect(body.results.map((row: { index: number }) => row.index)).toEqual([...HISTORY.keys()]);
    const stored = await spells();
    expect(stored).toMatchObject(SPELLS);
    const again = await push(HISTORY);
    expect(again.body.counts).toMatchObject({ received: 10, unchanged: 10 });
    expect(await spells()).toEqual(stored);
  });

  it('come to the same spells in whatever order and portions they come in', async () => {
    await push(HISTORY);
    const expected = await state();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...HISTORY], { minLength: HISTORY.length }),
        fc.integer({ min: 1, max: HISTORY.length }),
        async (order, size) => {
          pact = await pactWithMembers(api, 1);
          partner = await pact.keyOf('partner');
          for (let at = 0; at < order.length; at += size)
            await push([...order.slice(at, at + size), order[0]!]);
          expect(await state()).toBe(expected);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('come to the same spells when they come in at the same moment', async () => {
    await push(HISTORY);
    const expected = await state();
    pact = await pactWithMembers(api, 1);
    partner = await pact.keyOf('partner');
    for (const half of [HISTORY.slice(0, 5), HISTORY.slice(5)]) {
      const answers = await Promise.all(half.map((told) => push([told])));
      expect(answers.map(({ status }) => status)).toEqual(half.map(() => 200));
    }
    expect(await state()).toBe(expected);
  });

  it('whose worker has no valid tax code are rejected at their place, and the others stored', async () => {
    const { body } = await push([HISTORY[0]!, { worker: 'RSSMRA85T10A562X' }, HISTORY[5]!]);
    expect(body.results).toMatchObject([
      { index: 0, outcome: 'created' },
      {
        index: 1,
        outcome: 'rejected',
        errors: [
          {
            pointer: '/participant/value',
            code: 'tax-code',
            element: 'Lavoratore/AnagraficaCompleta/codice-fiscale',
          },
        ],
      },
      { index: 2, outcome: 'created' },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/RSSMRA85|12345678903/);
  });

  it('tell of the person that other records tell of', async () => {
    const participant = { scheme: 'it-cf', value: WORKER };
    const records = [{ kind: 'pathway', externalId: 'w', participant, startedOn: '2025-01-01' }];
    await partner.post(`${pact.path}/outcome-batches`, { source: `sil-${pact.pactId}`, records });
    await push(HISTORY.slice(0, 1));
    const { rows } = await database.query(
      `select count(*)::int as people from participant where pact_id = $1`,
      [pact.pactId],
    );
    expect(rows).toEqual([{ people: 1 }]);
  });

  it('are told to the person, and erased with it', async () => {
    await push(HISTORY);
    const key = { name: 'DPO', kind: 'admin', pacts: [], scopes: ['data-subject:serve'] };
    const officer = api.client((await api.admin.post('/v1/api-keys', key)).body.key);
    const whom = { identifier: { scheme: 'it-cf', value: OTHER }, purpose: 'data_subject_request' };
    const { body } = await officer.post('/v1/participant-exports', whom);
    const held = body.pacts.find(({ pactId }: { pactId: string }) => pactId === pact.pactId);
    expect([held.communications.length, held.employmentSpells.length]).toEqual([5, 2]);
    const hire = expect.objectContaining({ event: 'hire', startedOn: '2025-05-01' }) as unknown;
    expect(held.communications).toEqual(expect.arrayContaining([hire]));
    await officer.post('/v1/participant-erasures', whom);
    const left = await database.query(
      `select event from employment_communication where pact_id = $1 and relation is not null order by sent_at`,
      [pact.pactId],
    );
    expect([left.rows.length, (await spells()).length]).toEqual([5, 1]);
  });

  it('that are not stored in the end change no spell', async () => {
    await push(HISTORY.slice(0, 1));
    const before = await spells();
    expect((await push(HISTORY.slice(1), '&dryRun=true')).body.counts).toMatchObject({ created: 9 });
    const faulty = [HISTORY[1]!, { worker: 'nobody' }];
    expect((await push(faulty, '&mode=atomic')).status).toBe(422);
    expect(await spells()).toEqual(before);
  });

  it('want their profile, no declarations, and nothing that breaks off', async () => {
    const path = `${pact.path}/outcome-batches`;
    const { status, body } = await partner.post(path, unilav({}), XML);
    expect([status, body.errors]).toMatchObject([400, [{ pointer: '/profile', code: 'required' }]]);
    const declared = `<!DOCTYPE a [<!ENTITY e "x">]>${unilav({})}`;
    expect((await partner.post(`${path}?profile=unilav`, declared, XML)).status).toBe(400);
    const cut = unilavFile([{ code: '1' }, { code: '2' }]).slice(0, -30);
    expect((await partner.post(`${path}?profile=unilav`, cut, XML)).status).toBe(400);
    expect(await spells()).toEqual([]);
  });
});
