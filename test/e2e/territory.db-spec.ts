import { startApi, type Client, type TestAnswer, type TestApi } from '../support/api.js';
import { pactWithMembers, type Member, type PactWithMembers } from '../support/pact-with-members.js';

const faults = ({ status, body }: TestAnswer) => [
  status,
  ...(body.errors ?? []).map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
];
const KINDS: [kind: string, aspect: string | undefined][] = [
  ['need', undefined],
  ['initiative', undefined],
  ['productive_potential', 'weakness'],
  ['infrastructure', 'needed'],
  ['heritage', undefined],
  ['leader', undefined],
  ['homogeneous_area', undefined],
];

describe('the survey of a territory', () => {
  let api: TestApi;
  let pact: PactWithMembers;
  let reporter: Member;
  let other: Member;
  let coordinator: Client;
  beforeAll(async () => {
    api = await startApi();
    pact = await pactWithMembers(api, 2);
    ({ coordinator } = pact);
    [reporter, other] = pact.members as [Member, Member];
  });
  afterAll(() => api.close());

  const found = (more: object = {}) => ({
    kind: 'need',
    text: 'Nessun autobus dopo le venti',
    place: { istatCodes: ['015146'] },
    source: 'Tavolo dei trasporti',
    observedOn: '2026-03-01',
    reportedByActorId: reporter.actorId,
    ...more,
  });
  const add = (more: object = {}, by = coordinator) => by.post(`${pact.path}/territory-entries`, found(more));

  it.each(KINDS)('takes entries of the kind %s', async (kind, aspect) => {
    const { status, body } = await add({ kind, ...(aspect && { aspect }) });
    expect({ status, body }).toMatchObject({ status: 201, body: found({ kind, ...(aspect && { aspect }) }) });
    expect((await coordinator.get(`${pact.path}/territory-entries?kind=${kind}`)).body.items).toEqual([body]);
  });

  it('finds entries by municipality, reporter, day and words', async () => {
    const { body } = await add({
      text: 'Un bacino di 100%',
      place: { istatCodes: ['015192', '015209'] },
      reportedByActorId: other.actorId,
      observedOn: '2026-05-01',
    });
    const queries = [
      'istatCode=015209',
      `reportedByActorId=${other.actorId}`,
      'observedFrom=2026-04-01',
      'q=100%25',
    ];
    for (const query of queries)
      expect((await coordinator.get(`${pact.path}/territory-entries?${query}`)).body.items).toEqual([body]);
  });

  it('stands at municipalities or at a point, not at both and not nowhere', async () => {
    const point = { latitude: 45.4642, longitude: 9.19 };
    const { body } = await add({ place: { point } });
    expect(body.place).toEqual({ point });
    const bad = [{}, { point, istatCodes: ['015146'] }];
    for (const place of bad) expect(faults(await add({ place }))).toEqual([422, '/place one-place']);
    expect(faults(await add({ place: { point: { latitude: 91, longitude: 0 } } }))).toEqual([
      422,
      '/place/point/latitude out-of-range',
    ]);
    const at = `${pact.path}/territory-entries/${body.id}`;
    const moved = await coordinator.patch(at, { place: { istatCodes: ['015146'] } }, { 'If-Match': '"1"' });
    expect(moved.body.place).toEqual({ istatCodes: ['015146'] });
  });

  it('has the aspects that fit the kind', async () => {
    const bad = [
      { kind: 'productive_potential' },
      { kind: 'infrastructure', aspect: 'strength' },
      { aspect: 'needed' },
    ];
    for (const more of bad) expect(faults(await add(more))).toEqual([422, '/aspect aspect-of-kind']);
  });

  it('lets a member report for its own actor, and change what that actor reported', async () => {
    const foreign = await add({}, other.key);
    expect([foreign.status, foreign.body.type]).toEqual([403, '/problems/not-the-reporter']);
    const { body } = await add({}, reporter.key);
    const at = `${pact.path}/territory-entries/${body.id}`;
    const seen = { 'If-Match': '"1"' };
    expect((await other.key.patch(at, { text: 'Altro' }, seen)).status).toBe(403);
    expect((await other.key.delete(at, seen)).status).toBe(403);
    expect((await reporter.key.patch(at, { text: 'Nessun autobus dopo le ventuno' }, seen)).status).toBe(200);
    expect((await reporter.key.delete(at, seen)).status).toBe(412);
    expect((await coordinator.delete(at, { 'If-Match': '"2"' })).status).toBe(204);
  });

  it('keeps strengths, weaknesses, opportunities and threats, with a place or without', async () => {
    const entry = { kind: 'threat', text: 'Chiude la fabbrica', observedOn: '2026-02-01' };
    const { body } = await coordinator.post(`${pact.path}/swot`, entry);
    expect(body).toMatchObject(entry);
    const at = `${pact.path}/swot/${body.id}`;
    const point = { latitude: -0.5, longitude: 179.999999 };
    const placed = await coordinator.patch(at, { place: { point } }, { 'If-Match': '"1"' });
    expect(placed.body.place).toEqual({ point });
    const again = await coordinator.patch(at, { place: null, source: null }, { 'If-Match': '"2"' });
    expect(again.body).not.toHaveProperty('place');
    const asMember = await other.key.post(`${pact.path}/swot`, entry);
    expect(asMember.body.type).toBe('/problems/not-the-reporter');
    expect((await coordinator.get(`${pact.path}/swot?kind=threat`)).body.items).toEqual([again.body]);
  });

  it('is not shown to dashboards, which read the agenda', async () => {
    const dashboard = await pact.keyOf('dashboard');
    for (const hidden of ['territory-entries', 'swot', 'stakeholders'])
      expect((await dashboard.get(`${pact.path}/${hidden}`)).status).toBe(403);
    const shown = ['problems', 'problem-tree?format=svg', 'objectives', 'strategies', 'pillars', 'results'];
    for (const each of shown) expect((await dashboard.get(`${pact.path}/${each}`)).status).toBe(200);
  });
});

describe('the expected results of a pact', () => {
  let api: TestApi;
  let path: string;
  let coordinator: Client;
  beforeAll(async () => {
    api = await startApi();
    ({ path, coordinator } = await pactWithMembers(api, 0));
  });
  afterAll(() => api.close());

  it('stand under pillars, in Italian and in English', async () => {
    const pillar = await coordinator.post(`${path}/pillars`, { title: { it: 'Buona governance' } });
    expect(pillar.body).toMatchObject({ code: 'A1', title: { it: 'Buona governance' } });
    const pillarId = pillar.body.id as string;
    const named = await coordinator.patch(
      `${path}/pillars/${pillarId}`,
      { title: { en: 'Good governance' } },
      { 'If-Match': '"1"' },
    );
    expect(named.body.title).toEqual({ it: 'Buona governance', en: 'Good governance' });
    const text = { it: 'Decisioni condivise', en: 'Shared decisions' };
    const result = await coordinator.post(`${path}/results`, { pillarId, text });
    expect(result.body).toMatchObject({ code: 'R1', pillarId, text });
    expect((await coordinator.get(`${path}/results?pillarId=${pillarId}&q=shared`)).body.items).toEqual([
      result.body,
    ]);
    const kept = await coordinator.delete(`${path}/pillars/${pillarId}`, { 'If-Match': '"2"' });
    expect(kept.body.type).toBe('/problems/still-referred-to');
    expect(faults(await coordinator.post(`${path}/results`, { pillarId: result.body.id, text }))).toEqual([
      422,
      '/pillarId unknown-pillar',
    ]);
    const untold = await coordinator.patch(
      `${path}/results/${result.body.id}`,
      { text: { en: null } },
      { 'If-Match': '"1"' },
    );
    expect(untold.body.text).toEqual({ it: 'Decisioni condivise' });
  });
});
