import pg from 'pg';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';
import { PEOPLE, recordsAbout, recordsOnDays } from '../support/people.js';

const WHY = 'purpose=quality_check';

const NOTED = ['labour-statuses', 'qualifications', 'assessments', 'services'] as const;
const LISTS = ['participant-records', 'pathways', 'employment-spells', ...NOTED] as const;

interface Version {
  readonly since: string;
  readonly until?: string;
  readonly withdrawn: boolean;
  readonly said?: { readonly phase?: string; readonly hoursPerWeek?: number };
}

describe('the history of a record', () => {
  let api: TestApi;
  let database: pg.Client;
  let pact: PactWithMembers;
  let partner: Client;
  let worker: Client;
  let ids: Record<(typeof LISTS)[number], string>;

  beforeAll(async () => {
    api = await startApi();
    database = new pg.Client(api.databaseUrl);
    await database.connect();
    pact = await pactWithMembers(api, 2);
    partner = await pact.keyOf('partner');
    worker = await pact.keyOf('case_worker', pact.members[0]?.actorId);
    await push(recordsAbout('anna', pact.members[0]?.actorId));
    await push(recordsOnDays('anna', PEOPLE.anna));
    const [person] = (await worker.get(`${pact.path}/participants?${WHY}`)).body.items;
    const { body } = await worker.get(`${pact.path}/participants/${person.id}?${WHY}`);
    ids = {
      'participant-records': body.attributes[0].id,
      pathways: body.pathways[0].id,
      'employment-spells': body.employmentSpells[0].id,
      'labour-statuses': body.labourStatuses[0].id,
      qualifications: body.qualifications[0].id,
      assessments: body.assessments[0].id,
      services: body.services[0].id,
    };
  });
  afterAll(async () => {
    await database.end();
    await api.close();
  });

  const push = async (records: object[]): Promise<void> => {
    const { body } = await partner.post(`${pact.path}/outcome-batches`, { source: 'sil', records });
    expect(body.status).toBe('succeeded');
  };
  const pathway = (phase: string) => ({ ...recordsAbout('anna', pact.members[0]?.actorId)[1], phase });
  const ask = (list: keyof typeof ids, more = '', caller = worker) =>
    caller.get(`${pact.path}/${list}/${ids[list]}/history?${WHY}${more}`);
  const history = async (list: keyof typeof ids, more = ''): Promise<Version[]> =>
    (await ask(list, more)).body.items;
  const phases = (versions: Version[]) => versions.map(({ said }) => said?.phase);

  it('tells what it says and what it said, newest first', async () => {
    expect(phases(await history('pathways'))).toEqual(['training']);
    await push([pathway('placement')]);
    await push([pathway('follow_up')]);
    const versions = await history('pathways');
    expect(phases(versions)).toEqual(['follow_up', 'placement', 'training']);
    expect(versions.map(({ until }) => until)).toEqual([undefined, versions[0]?.since, versions[1]?.since]);
    const first = (await ask('pathways', '&limit=2')).body;
    expect(phases(first.items)).toEqual(['follow_up', 'placement']);
    expect(phases(await history('pathways', `&limit=2&cursor=${first.nextCursor}`))).toEqual(['training']);
    expect(await history('participant-records')).toMatchObject([{ withdrawn: false, said: { sex: 'F' } }]);
  });

  it('tells what was known at the end of a day in Rome', async () => {
    // The second word came when it was the 11th in Rome already, and the third an hour after the 11th had ended.
    const [second, third] = ['2025-03-10T23:30:00Z', '2025-03-11T23:30:00Z'];
    await database.query(
      `update record_history set recorded_at = case when said ->> 'phase' = 'training' then '2025-03-01' else $2 end::timestamptz,
         replaced_at = case when said ->> 'phase' = 'training' then $2 else $3 end::timestamptz where record_id = $1`,
      [ids.pathways, second, third],
    );
    await database.query(`update pathway set recorded_at = $2 where id = $1`, [ids.pathways, third]);
    const on = async (day: string) => phases(await history('pathways', `&on=${day}`));
    expect(await on('2025-02-28')).toEqual([]);
    expect(await on('2025-03-01')).toEqual(['training']);
    expect(await on('2025-03-10')).toEqual(['training']);
    expect(await on('2025-03-11')).toEqual(['placement']);
    expect(await on('2025-03-12')).toEqual(['follow_up']);
  });

  it.each([
    ['labour-statuses', { status: 'searching' }, { status: 'employed' }],
    ['qualifications', { level: 4 }, { level: 5 }],
    ['assessments', { scores: { income: null, employment: 2.5 } }, { scores: { income: 3 } }],
    ['services', { hours: 1.5, service: 'orientation' }, { hours: 2, service: 'orientation' }],
  ] as const)('of %s is kept as well', async (list, before, after) => {
    const record = recordsOnDays('anna', PEOPLE.anna)[NOTED.indexOf(list)];
    await push([{ ...record, ...after }]);
    expect(await history(list)).toMatchObject([{ said: after }, { said: before, until: expect.any(String) }]);
    await database.query(
      `update record_history set recorded_at = '2025-03-01', replaced_at = '2025-03-05' where record_id = $1`,
      [ids[list]],
    );
    expect(await history(list, '&on=2025-03-03')).toMatchObject([{ said: before }]);
  });

  it('goes on after a withdrawal', async () => {
    await push([{ kind: 'employment', externalId: 'employment-anna', op: 'delete' }]);
    const versions = await history('employment-spells');
    expect(versions.map(({ withdrawn }) => withdrawn)).toEqual([true, false]);
    expect(versions[0]?.said).toBeUndefined();
    expect(versions[1]?.said?.hoursPerWeek).toBe(20);
  });

  it('is noted, and for nobody who does not answer for it', async () => {
    const other = await pact.keyOf('case_worker', pact.members[1]?.actorId);
    for (const list of Object.keys(ids) as (keyof typeof ids)[]) {
      expect((await ask(list, '', other)).status).toBe(404);
      expect((await ask(list, '', pact.coordinator)).status).toBe(403);
    }
    const { body } = await pact.coordinator.get(`${pact.path}/case-data-accesses?operation=pathway_history`);
    expect(body.items.length).toBeGreaterThan(5);
    expect(body.items[0]).toMatchObject({ purpose: 'quality_check', participants: [expect.any(String)] });
  });

  it('leaves out what it said of somebody else', async () => {
    await push([{ ...pathway('orientation'), participant: PEOPLE.bruno }]);
    expect(phases(await history('pathways'))).toEqual(['orientation']);
    await push([pathway('follow_up')]);
    expect(phases(await history('pathways'))).toEqual(['follow_up', 'follow_up', 'placement', 'training']);
  });

  it('is gone with the person', async () => {
    const wish = { name: 'DPO', kind: 'coordinator', pacts: [pact.pactId], scopes: ['data-subject:serve'] };
    const eraser = api.client((await api.admin.post('/v1/api-keys', wish)).body.key);
    const erasure = { identifier: PEOPLE.anna, purpose: 'data_subject_request' };
    expect((await eraser.post('/v1/participant-erasures', erasure)).status).toBe(200);
    for (const list of Object.keys(ids) as (keyof typeof ids)[]) expect((await ask(list)).status).toBe(404);
    const { rows } = await database.query('select said from record_history where record_id = any($1)', [
      Object.values(ids),
    ]);
    expect(rows).toEqual([
      expect.objectContaining({ said: expect.objectContaining({ phase: 'orientation' }) }),
    ]);
  });
});
