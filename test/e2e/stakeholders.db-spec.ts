import { todayInRome } from '#kernel';
import { startApi, type Client, type TestAnswer, type TestApi } from '../support/api.js';
import { pactWithMembers } from '../support/pact-with-members.js';

const NOWHERE = '0199aaaa-0000-7000-8000-000000000001';
const FIRMS = {
  name: 'Imprese locali',
  interest: 2,
  influence: 5,
  position: 'unknown',
  heldOn: '2026-01-10',
};
const refusal = ({ status, body }: TestAnswer) => [status, body.type];
const faults = ({ status, body }: TestAnswer) => [
  status,
  ...(body.errors ?? []).map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
];

describe('the stakeholders of a pact', () => {
  let api: TestApi;
  let path: string;
  let coordinator: Client;
  let objectiveId: string;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    ({ path, coordinator } = await pactWithMembers(api, 0));
    objectiveId = (await coordinator.post(`${path}/objectives`, { title: 'Lavoro' })).body.id;
  });

  const add = async (more: object = {}): Promise<string> =>
    `${path}/stakeholders/${(await coordinator.post(`${path}/stakeholders`, { ...FIRMS, ...more })).body.id}`;

  it('tell how they stand today, and how they stood on a day', async () => {
    const at = await add();
    await coordinator.post(`${at}/stances`, {
      interest: 4,
      influence: 4,
      position: 'supportive',
      heldOn: '2026-05-01',
    });
    await coordinator.post(`${at}/alignments`, { objectiveId, level: -1, heldOn: '2026-02-01' });
    await coordinator.post(`${at}/alignments`, { objectiveId, level: 2, heldOn: '2026-06-01' });
    const on = async (day: string) => (await coordinator.get(`${at}${day && `?asOf=${day}`}`)).body;
    expect(await on('')).toMatchObject({
      interest: 4,
      position: 'supportive',
      alignments: [{ objectiveId, level: 2, heldOn: '2026-06-01' }],
    });
    expect(await on('2026-04-30')).toMatchObject({
      interest: 2,
      influence: 5,
      position: 'unknown',
      heldOn: '2026-01-10',
      alignments: [{ objectiveId, level: -1, heldOn: '2026-02-01' }],
    });
    const before = await on('2026-01-09');
    expect(before).toMatchObject({ name: FIRMS.name, alignments: [] });
    expect(before).not.toHaveProperty('position');
    const listed = (query: string) => coordinator.get(`${path}/stakeholders${query}`);
    expect((await listed('?asOf=2026-04-30')).body.items).toEqual([await on('2026-04-30')]);
    expect((await listed('?position=unknown')).body.items).toEqual([]);
    expect((await listed('?position=unknown&asOf=2026-04-30')).body.items).toHaveLength(1);
  });

  it('keep all that was noted; what is noted later of the same day counts', async () => {
    const at = await add();
    await coordinator.post(`${at}/stances`, {
      interest: 3,
      influence: 3,
      position: 'opposed',
      heldOn: '2026-01-10',
    });
    expect((await coordinator.get(at)).body).toMatchObject({ position: 'opposed', version: 2 });
    const { items } = (await coordinator.get(`${at}/stances`)).body;
    expect(items.map(({ position }: { position: string }) => position)).toEqual(['unknown', 'opposed']);
    expect(items[0]).toMatchObject({
      heldOn: '2026-01-10',
      madeBy: expect.any(String),
      madeAt: expect.any(String),
    });
  });

  it('have another version once something was noted, so that nobody reads an old one', async () => {
    const at = await add();
    const etag = (await coordinator.get(at)).headers.get('etag') ?? '';
    await coordinator.post(`${at}/alignments`, { objectiveId, level: 0 });
    const again = await coordinator.get(at, { 'If-None-Match': etag });
    expect(again).toMatchObject({ status: 200, body: { alignments: [{ level: 0, heldOn: todayInRome() }] } });
    expect(refusal(await coordinator.patch(at, { name: 'Ditte' }, { 'If-Match': etag }))).toEqual([
      412,
      '/problems/version-mismatch',
    ]);
  });

  it('are refused with what does not fit', async () => {
    const at = await add();
    const bad: [string, object, unknown[]][] = [
      [`${path}/stakeholders`, { ...FIRMS, interest: 6 }, [422, '/interest out-of-range']],
      [`${path}/stakeholders`, { ...FIRMS, heldOn: '2099-01-01' }, [422, '/heldOn in-future']],
      [`${path}/stakeholders`, { ...FIRMS, actorId: NOWHERE }, [422, '/actorId unknown-actor']],
      [`${at}/alignments`, { objectiveId, level: 3 }, [422, '/level out-of-range']],
      [`${at}/alignments`, { objectiveId: NOWHERE, level: 1 }, [422, '/objectiveId unknown-objective']],
      [`${path}/stakeholders/${NOWHERE}/stances`, { interest: 1, influence: 1, position: 'neutral' }, [404]],
    ];
    for (const [to, body, answer] of bad) expect(faults(await coordinator.post(to, body))).toEqual(answer);
    expect((await coordinator.get(`${path}/stakeholders/${NOWHERE}/stances`)).status).toBe(404);
  });

  it('are an actor at most once, until they are removed', async () => {
    const actor = { name: 'Comune', system: 'public', kind: 'municipality' };
    const actorId = (await coordinator.post('/v1/actors', actor)).body.id as string;
    const at = await add({ actorId });
    const again = () => coordinator.post(`${path}/stakeholders`, { ...FIRMS, actorId });
    expect(refusal(await again())).toEqual([409, '/problems/already-stakeholder']);
    expect((await coordinator.delete(at, { 'If-Match': '"1"' })).status).toBe(204);
    expect((await again()).status).toBe(201);
    expect((await coordinator.get(at)).body.removedAt).toEqual(expect.any(String));
    expect((await coordinator.get(`${path}/stakeholders`)).body.items).toHaveLength(1);
    expect((await coordinator.get(`${at}/stances`)).body.items).toHaveLength(1);
    const late = { interest: 1, influence: 1, position: 'neutral' };
    expect((await coordinator.post(`${at}/stances`, late)).status).toBe(404);
  });

  it('may be people: the audit trail does not tell their names', async () => {
    const at = await add({ name: 'Maria Colombo' });
    await coordinator.patch(at, { name: 'Anna Riva' }, { 'If-Match': '"1"' });
    const query = `pactId=${path.split('/').pop()}&entityId=${at.split('/').pop()}`;
    const { items } = (await coordinator.get(`/v1/audit?${query}`)).body;
    const withheld = expect.objectContaining({ name: { withheld: true } });
    expect(items).toMatchObject([
      { action: 'update', after: withheld },
      { action: 'insert', after: withheld },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/Colombo|Riva/);
  });

  it('hold an objective that they were aligned with', async () => {
    const at = await add();
    await coordinator.post(`${at}/alignments`, { objectiveId, level: 1 });
    const removed = await coordinator.delete(`${path}/objectives/${objectiveId}`, { 'If-Match': '"1"' });
    expect(refusal(removed)).toEqual([409, '/problems/still-referred-to']);
  });
});
