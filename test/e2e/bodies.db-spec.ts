import { startApi, type TestAnswer, type TestApi } from '../support/api.js';
import { close, decide, decidingBody, openProposal } from '../support/deciding-body.js';
import { pactWithMembers, type Member, type PactWithMembers } from '../support/pact-with-members.js';

const slug = ({ status, body }: TestAnswer) => [status, body.type];
const problem = (status: number, name: string) => [status, `/problems/${name}`];
const fault = (answer: TestAnswer) => [answer.status, answer.body.errors?.[0]?.code];

let api: TestApi;
let pact: PactWithMembers;
let other: PactWithMembers;
beforeAll(async () => {
  api = await startApi();
  [pact, other] = await Promise.all([pactWithMembers(api, 3), pactWithMembers(api, 1)]);
}, 60_000);
afterAll(() => api.close());

const BODY = { kind: 'working_group', level: 'municipal', name: 'Gruppo di lavoro', openedOn: '2025-01-01' };
const open = async (more: object = {}): Promise<string> =>
  (await pact.coordinator.post(`${pact.path}/bodies`, { ...BODY, ...more })).body.id;
const change = (path: string, patch: object, version = 1): Promise<TestAnswer> =>
  pact.coordinator.patch(`${pact.path}/${path}`, patch, { 'If-Match': `"${version}"` });

describe('bodies', () => {
  it('stand below each other over all levels, and beside each other by links', async () => {
    const top = await open({ kind: 'steering_committee', level: 'regional', name: 'Cabina di regia' });
    const table = await open({ kind: 'technical_table', level: 'provincial', parentBodyId: top });
    const links = [{ bodyId: table, kind: 'advises' }];
    const group = await pact.coordinator.post(`${pact.path}/bodies`, { ...BODY, parentBodyId: table, links });
    expect(group.body).toMatchObject({ parentBodyId: table, links, version: 1 });
    const { body } = await pact.coordinator.get(`${pact.path}/bodies?parentBodyId=${top}&level=provincial`);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([table]);
    const found = await pact.coordinator.get(`${pact.path}/bodies?q=regia`);
    expect(found.body.items).toHaveLength(1);
  });

  it('never stand below themselves, whoever moves them at the same time', async () => {
    const top = await open();
    const middle = await open({ parentBodyId: top });
    const low = await open({ parentBodyId: middle });
    expect(slug(await change(`bodies/${top}`, { parentBodyId: low }))).toEqual(problem(409, 'body-cycle'));
    expect(slug(await change(`bodies/${top}`, { parentBodyId: top }))).toEqual(problem(409, 'body-cycle'));
    const [one, two] = [await open(), await open()];
    const moves = await Promise.all([
      change(`bodies/${one}`, { parentBodyId: two }),
      change(`bodies/${two}`, { parentBodyId: one }),
    ]);
    expect(moves.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('know no body of another pact', async () => {
    const theirs = (await other.coordinator.post(`${other.path}/bodies`, BODY)).body.id;
    const refused = await pact.coordinator.post(`${pact.path}/bodies`, { ...BODY, parentBodyId: theirs });
    expect(fault(refused)).toEqual([422, 'unknown-body']);
    const links = [{ bodyId: theirs, kind: 'advises' }];
    expect(fault(await pact.coordinator.post(`${pact.path}/bodies`, { ...BODY, links }))).toEqual([
      422,
      'unknown-body',
    ]);
    expect((await pact.coordinator.get(`${pact.path}/bodies/${theirs}`)).status).toBe(404);
    expect((await pact.coordinator.get(`${pact.path}/bodies/${theirs}/members`)).status).toBe(404);
  });

  it('do not change under who saw an older version of them', async () => {
    const id = await open();
    expect((await change(`bodies/${id}`, { name: 'Uno' })).status).toBe(200);
    expect(slug(await change(`bodies/${id}`, { name: 'Due' }))).toEqual(problem(412, 'version-mismatch'));
    const without = await pact.coordinator.patch(`${pact.path}/bodies/${id}`, { name: 'Tre' });
    expect(slug(without)).toEqual(problem(428, 'version-required'));
    expect(
      (await change(`bodies/${id}`, { description: 'D', closedOn: '2026-12-31' }, 2)).body,
    ).toMatchObject({
      name: 'Uno',
      description: 'D',
      closedOn: '2026-12-31',
      version: 3,
    });
  });

  it('end after they begin, and take no meeting after their end', async () => {
    const id = await open({ closedOn: '2025-06-30' });
    expect(fault(await change(`bodies/${id}`, { closedOn: '2024-12-31' }))).toEqual([422, 'before-start']);
    const meeting = { bodyId: id, kind: 'ordinary', title: 'Seduta', heldOn: '2025-07-01' };
    const refused = await pact.coordinator.post(`${pact.path}/meetings`, meeting);
    expect(slug(refused)).toEqual(problem(409, 'body-closed'));
  });
});

describe('a seat', () => {
  it('is one at a time for each actor in a body, and shown on the days it lasts', async () => {
    const id = await open();
    const [{ actorId }] = pact.members as [Member];
    const members = `${pact.path}/bodies/${id}/members`;
    const seat = { actorId, role: 'member', voting: true, startsOn: '2025-01-01', endsOn: '2025-06-30' };
    const first = await pact.coordinator.post(members, seat);
    const again = { ...seat, role: 'chair', startsOn: '2025-06-30', endsOn: '2026-06-30' };
    expect(slug(await pact.coordinator.post(members, again))).toEqual(problem(409, 'already-in-body'));
    const later = await pact.coordinator.post(members, { ...again, startsOn: '2025-07-01' });
    expect(later.status).toBe(201);
    const on = async (day: string) => (await pact.coordinator.get(`${members}?on=${day}`)).body.items;
    expect(await on('2025-06-30')).toMatchObject([{ id: first.body.id }]);
    expect(await on('2025-07-01')).toMatchObject([{ id: later.body.id, role: 'chair' }]);
    const prolonged = await pact.coordinator.patch(
      `${members}/${first.body.id}`,
      { endsOn: null },
      { 'If-Match': '"1"' },
    );
    expect(slug(prolonged)).toEqual(problem(409, 'already-in-body'));
  });

  it('is of an actor that is there', async () => {
    const members = `${pact.path}/bodies/${await open()}/members`;
    const seat = { role: 'member', voting: true, startsOn: '2025-01-01' };
    const unknown = await pact.coordinator.post(members, {
      ...seat,
      actorId: '0199aaaa-0000-7000-8000-000000000001',
    });
    expect(fault(unknown)).toEqual([422, 'unknown-actor']);
  });

  it('is found under its own body alone', async () => {
    const { path } = await decidingBody(pact, pact.members);
    const [seat] = (await pact.coordinator.get(`${path}/members`)).body.items;
    const elsewhere = `${pact.path}/bodies/${await open()}/members/${seat.id}`;
    expect((await pact.coordinator.get(elsewhere)).status).toBe(404);
    const changed = await pact.coordinator.patch(elsewhere, { role: 'chair' }, { 'If-Match': '"1"' });
    expect(changed.status).toBe(404);
  });
});

describe('a mandate', () => {
  it('is followed by another, and never stands beside one', async () => {
    const { bodyId, mandateId } = await decidingBody(pact, pact.members);
    const { body: first } = await pact.coordinator.get(`${pact.path}/mandates/${mandateId}`);
    const { id: _id, version: _version, createdAt: _c, updatedAt: _u, ...terms } = first;
    const second = { ...terms, startsOn: '2027-12-31', endsOn: '2029-12-31' };
    const beside = await pact.coordinator.post(`${pact.path}/mandates`, second);
    expect(slug(beside)).toEqual(problem(409, 'mandate-overlap'));
    const after = await pact.coordinator.post(`${pact.path}/mandates`, { ...second, startsOn: '2028-01-01' });
    expect(after.status).toBe(201);
    const prolonged = await change(`mandates/${mandateId}`, { endsOn: '2028-01-01' });
    expect(slug(prolonged)).toEqual(problem(409, 'mandate-overlap'));
    const { body } = await pact.coordinator.get(`${pact.path}/mandates?bodyId=${bodyId}&on=2028-01-01`);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([after.body.id]);
  });

  it('does not change while its body votes', async () => {
    const { bodyId, mandateId } = await decidingBody(pact, pact.members);
    const proposalId = await openProposal(pact, bodyId);
    expect(slug(await change(`mandates/${mandateId}`, { quorum: 'one_third' }))).toEqual(
      problem(409, 'vote-under-way'),
    );
    await close(pact, proposalId);
    expect((await change(`mandates/${mandateId}`, { quorum: 'one_third' })).status).toBe(200);
  });

  it('keeps what it said before, and by which decision it says what it says', async () => {
    const { bodyId, mandateId } = await decidingBody(pact, pact.members);
    const decisionId = await decide(pact, bodyId, pact.members);
    const changed = await change(`mandates/${mandateId}`, { majority: 'two_thirds', decisionId });
    expect(changed.body).toMatchObject({ majority: 'two_thirds', decisionId });
    const { body } = await pact.coordinator.get(`${pact.path}/mandates/${mandateId}/versions`);
    expect(body.items).toMatchObject([
      { version: 1, terms: { majority: 'simple' } },
      { version: 2, terms: { majority: 'two_thirds' }, decisionId },
    ]);
    const effects = await pact.coordinator.get(`${pact.path}/decisions/${decisionId}/effects`);
    expect(effects.body.items).toMatchObject([
      { kind: 'mandate', id: mandateId, change: 'changed', number: 2 },
    ]);
  });
});
