import { readFileSync } from 'node:fs';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { ComputedPacts } from '../support/computed-pacts.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';
import { PEOPLE, pushPeople, recordsOnDays } from '../support/people.js';

const WHY = 'purpose=case_management';
/** It shows how many, and nobody. */
const COUNTS_ONLY = 'case_figure_show';

interface Described {
  readonly operationId: string;
  readonly 'x-patti': { readonly permission: string };
}

/** Every operation on case data, as the document tells it: `[operation id, address]`. */
const OPERATIONS = Object.entries(
  (
    JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
      paths: Record<string, Record<string, Described>>;
    }
  ).paths,
).flatMap(([path, methods]) =>
  Object.values(methods)
    .filter((described) => described['x-patti']?.permission.startsWith('case-data:'))
    .map(({ operationId }) => [operationId, path] as const),
);

describe('case data', () => {
  let api: TestApi;
  let pact: PactWithMembers;
  let leader: Client;
  let atAccessPoint: Client;
  let figureId: string;
  beforeAll(async () => {
    api = await startApi();
    pact = await pactWithMembers(api, 2);
    const partner = await pact.keyOf('partner');
    await pushPeople(pact, partner);
    const records = (['anna', 'bruno'] as const).flatMap((name) => recordsOnDays(name, PEOPLE[name]));
    await partner.post(`${pact.path}/outcome-batches`, { source: 'sil', records });
    leader = await pact.keyOf('case_worker', pact.members[0]?.actorId);
    const actorId = pact.members[1]?.actorId;
    const scopes = ['access-point:pua-bergamo'];
    const key = { name: 'PUA', kind: 'case_worker', pacts: [pact.pactId], actorId, scopes };
    atAccessPoint = api.client((await api.admin.post('/v1/api-keys', key)).body.key);
    const computed = await ComputedPacts.on(api);
    await computed.compute(pact.pactId, '2026-12-31');
    await computed.close();
    figureId = (await api.admin.get(`${pact.path}/figures?indicator=pathways_started`)).body.items[0].id;
  });
  afterAll(() => api.close());

  const items = async (caller: Client, list: string, more = '') =>
    (await caller.get(`${pact.path}/${list}?${WHY}${more}`)).body.items;
  const names = (records: { externalId: string }[]) => records.map(({ externalId }) => externalId).sort();
  const accesses = async (more = '') =>
    (await pact.coordinator.get(`${pact.path}/case-data-accesses?limit=100${more}`)).body.items;

  it('is shown to who leads the pathway, and no other', async () => {
    expect(names(await items(leader, 'pathways'))).toEqual(['pathway-anna', 'pathway-bruno']);
    expect(names(await items(leader, 'employment-spells'))).toEqual(['employment-anna', 'employment-bruno']);
    expect(await items(leader, 'participants')).toHaveLength(2);
  });

  it('is shown to the access point, however its code is spelt', async () => {
    expect(names(await items(atAccessPoint, 'pathways'))).toEqual(['pathway-carla']);
    expect(names(await items(atAccessPoint, 'employment-spells'))).toEqual(['employment-carla']);
    const [carla] = await items(atAccessPoint, 'participants');
    expect(carla.attributes).toMatchObject([{ sex: 'F', birthYear: 1990, targetGroups: ['neet'] }]);
    const { body } = await atAccessPoint.get(`${pact.path}/participants/${carla.id}?${WHY}`);
    expect(names(body.pathways)).toEqual(['pathway-carla']);
    expect(names(body.employmentSpells)).toEqual(['employment-carla']);
    expect((await leader.get(`${pact.path}/participants/${carla.id}?${WHY}`)).status).toBe(404);
  });

  it('is not for other kinds of caller, administrators included', async () => {
    const others = await Promise.all(['partner', 'dashboard', 'auditor'].map((kind) => pact.keyOf(kind)));
    for (const caller of [...others, api.admin, pact.coordinator, pact.members[0]!.key]) {
      for (const list of ['participants', 'pathways', 'employment-spells', 'assessments']) {
        expect((await caller.get(`${pact.path}/${list}?${WHY}`)).status).toBe(403);
      }
    }
    for (const caller of [leader, pact.members[0]!.key, others[0]!]) {
      expect((await caller.get(`${pact.path}/case-data-accesses`)).status).toBe(403);
    }
  });

  it('wants a purpose, one of those there are', async () => {
    for (const query of ['', '?purpose=curiosity']) {
      const { status, body } = await leader.get(`${pact.path}/pathways${query}`);
      expect([status, body.errors[0].pointer]).toEqual([400, '/purpose']);
    }
  });

  it('comes in pages, each person once, and each page notes whom it showed', async () => {
    const before = (await accesses()).length;
    const { body: first } = await leader.get(`${pact.path}/pathways?${WHY}&limit=1`);
    const { body: second } = await leader.get(first._links.next);
    expect(names([...first.items, ...second.items])).toEqual(['pathway-anna', 'pathway-bruno']);
    expect(second.nextCursor).toBeUndefined();
    const [later, earlier, ...older] = await accesses();
    expect(older).toHaveLength(before);
    expect(earlier.participants).toEqual([first.items[0].participantId]);
    expect(later.participants).toEqual([second.items[0].participantId]);
  });

  it('can be narrowed', async () => {
    const [pathway] = await items(leader, 'pathways');
    expect(await items(leader, 'pathways', `&participantId=${pathway.participantId}`)).toEqual([pathway]);
    expect(await items(leader, 'pathways', '&open=false')).toEqual([]);
    expect(await items(leader, 'pathways', '&phase=training')).toHaveLength(2);
    expect(await items(leader, 'employment-spells', '&open=true')).toHaveLength(2);
  });

  it('has operations', () => {
    expect(OPERATIONS.length).toBeGreaterThan(3);
  });

  it.each(OPERATIONS)('%s is noted exactly once', async (operation, path) => {
    const [{ id, participantId }] = (await items(leader, 'pathways')) as [Record<string, string>];
    const { body: person } = await leader.get(`${pact.path}/participants/${participantId}?${WHY}`);
    const [attributesId, employmentSpellId] = [person.attributes[0].id, person.employmentSpells[0].id];
    const { pactId } = pact;
    const parameters = {
      pactId,
      participantId,
      pathwayId: id,
      attributesId,
      employmentSpellId,
      figureId,
      labourStatusId: person.labourStatuses[0].id,
      qualificationId: person.qualifications[0].id,
      assessmentId: person.assessments[0].id,
      serviceId: person.services[0].id,
    };
    const address = path.replace(/\{(\w+)\}/g, (_, name: keyof typeof parameters) => parameters[name] ?? '');
    const before = await accesses();
    const more = operation === COUNTS_ONLY ? '&period=2026-01-15..2026-03-20' : '';
    const answer = await leader.get(`${address}?purpose=quality_check${more}`, {
      'X-Request-Id': `ask-${operation}`,
    });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const [noted, ...rest] = await accesses();
    expect(rest).toEqual(before);
    expect(noted).toMatchObject({ operation, purpose: 'quality_check', requestId: `ask-${operation}` });
    if (operation === COUNTS_ONLY) expect(noted.participants).toEqual([]);
    else expect(noted.participants).toContain(participantId);
    const { body: me } = await leader.get('/v1/me');
    expect(noted.principalId).toBe(me.id);
  });

  it('says in the list of accesses who was looked at and why', async () => {
    const [{ participantId }] = await items(atAccessPoint, 'pathways');
    const seen = await accesses(`&participantId=${participantId}&operation=pathway_list`);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((access: { operation: string }) => access.operation === 'pathway_list')).toBe(true);
    expect(await accesses('&purpose=legal_obligation')).toEqual([]);
  });
});
