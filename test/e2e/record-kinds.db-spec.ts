import { startApi, type Client, type TestApi } from '../support/api.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';
import { PEOPLE, pushPeople, recordsOnDays } from '../support/people.js';

const ANNA = { identifier: PEOPLE.anna, purpose: 'data_subject_request' };
const LISTS = ['labour-statuses', 'qualifications', 'assessments', 'services'] as const;

describe('records of what happened on a day', () => {
  let api: TestApi;
  let pact: PactWithMembers;
  let partner: Client;
  let worker: Client;
  let officer: Client;
  let records: Record<string, unknown>[];
  beforeAll(async () => {
    api = await startApi();
    pact = await pactWithMembers(api, 1);
    partner = await pact.keyOf('partner');
    worker = await pact.keyOf('case_worker', pact.members[0]?.actorId);
    const key = { name: 'DPO', kind: 'admin', pacts: [], scopes: ['data-subject:serve'] };
    officer = api.client((await api.admin.post('/v1/api-keys', key)).body.key);
    await pushPeople(pact, partner);
    records = recordsOnDays('anna', PEOPLE.anna, pact.members[0]?.actorId);
  });
  afterAll(() => api.close());

  const outcomes = async (rows: readonly object[]): Promise<string[]> => {
    const { body } = await partner.post(`${pact.path}/outcome-batches`, { source: 'sil', records: rows });
    return body.results.map((row: { outcome: string }) => row.outcome);
  };
  const shown = async (list: string) =>
    (await worker.get(`${pact.path}/${list}?purpose=case_management`)).body.items;

  it('are created, known again in any spelling, and replaced', async () => {
    expect(await outcomes(records)).toEqual(LISTS.map(() => 'created'));
    expect(await outcomes(records)).toEqual(LISTS.map(() => 'unchanged'));
    const assessment = records.find(({ kind }) => kind === 'assessment')!;
    const respelt = { ...assessment, scores: { employment: 2.5, income: null, family_relations: 4 } };
    expect(await outcomes([respelt])).toEqual(['unchanged']);
    expect(await outcomes([{ ...respelt, scores: { employment: 3 } }])).toEqual(['updated']);
    expect(await outcomes([assessment])).toEqual(['updated']);
  });

  it('name no actor that does not exist', async () => {
    const service = { ...records.find(({ kind }) => kind === 'service'), externalId: 'of-nobody' };
    const row = { ...service, actorId: pact.pactId };
    const { body } = await partner.post(`${pact.path}/outcome-batches`, { source: 'sil', records: [row] });
    expect(body.results[0].errors).toMatchObject([{ pointer: '/actorId', code: 'unknown-actor' }]);
  });

  it('are shown to who answers for the person, in lists and with the person', async () => {
    const [status] = await shown('labour-statuses');
    expect(status).toMatchObject({ onDate: '2025-03-01', status: 'searching' });
    expect(await shown('qualifications')).toMatchObject([{ awardedOn: '2025-04-01', level: 4 }]);
    const scores = { family_relations: 4, income: null, employment: 2.5 };
    expect(await shown('assessments')).toMatchObject([{ scale: 'matrix', scaleVersion: '2', scores }]);
    expect(await shown('services')).toMatchObject([{ service: 'orientation', hours: 1.5 }]);
    const { body } = await worker.get(
      `${pact.path}/participants/${status.participantId}?purpose=case_management`,
    );
    expect(body).toMatchObject({
      labourStatuses: [{ externalId: 'labour_status-anna' }],
      qualifications: [{ externalId: 'qualification-anna' }],
      assessments: [{ externalId: 'assessment-anna', scores }],
      services: [{ externalId: 'service-anna' }],
    });
  });

  it('are withdrawn like others, and their history stays', async () => {
    const withdrawn = { kind: 'labour_status', externalId: 'labour_status-anna', op: 'delete' };
    expect(await outcomes([withdrawn])).toEqual(['deleted']);
    expect(await shown('labour-statuses')).toEqual([]);
  });

  it('are told to the person and erased with it', async () => {
    const { body } = await officer.post('/v1/participant-exports', ANNA);
    expect(body.pacts[0]).toMatchObject({
      labourStatuses: [],
      qualifications: [{ level: 4 }],
      assessments: [{ scores: { family_relations: 4, income: null, employment: 2.5 } }],
      services: [{ hours: 1.5 }],
      withdrawn: [{ externalId: 'labour_status-anna' }],
    });
    const erased = await officer.post('/v1/participant-erasures', ANNA);
    expect(erased.body).toMatchObject({ records: 3 + LISTS.length, history: 3 });
    for (const list of LISTS) expect(await shown(list)).toEqual([]);
  });
});
