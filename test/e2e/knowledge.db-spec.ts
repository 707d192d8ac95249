import pg from 'pg';
import { startApi, type TestApi } from '../support/api.js';
import { hsdsFaults } from '../support/hsds.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';

const NEW = { 'If-Match': '"0"' };
const FIRST = { 'If-Match': '"1"' };

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('competences', () => {
  it('are told with their labels, in the order of codes', async () => {
    const first = await api.admin.get('/v1/competences?limit=2', { 'Accept-Language': 'en' });
    expect(first.body.items.map(({ code }: { code: string }) => code)).toEqual([
      'addiction_care',
      'apprenticeships',
    ]);
    expect(first.body.items[1]).toMatchObject({ label: 'Apprenticeships', labels: { it: 'Apprendistato' } });
    const { next } = first.body._links;
    expect((await api.admin.get(next)).body.items[0].code).toBe('case_management');
  });

  it('of an actor are said, said anew and taken back, by who saw the version before', async () => {
    const { members, coordinator } = await pactWithMembers(api, 1);
    const path = `/v1/actors/${members[0]!.actorId}/competences`;
    const said = await coordinator.put(`${path}/guidance`, { territory: ['015146'] }, NEW);
    expect(said.body).toMatchObject({ code: 'guidance', territory: ['015146'], version: 1 });
    expect((await coordinator.put(`${path}/guidance`, {}, NEW)).status).toBe(412);
    const anew = await coordinator.put(`${path}/guidance`, { detail: 'Giovani' }, FIRST);
    expect(anew.body).toMatchObject({ detail: 'Giovani', territory: [], version: 2 });
    expect((await coordinator.get(path)).body.items).toEqual([anew.body]);
    expect((await coordinator.delete(`${path}/guidance`, FIRST)).status).toBe(412);
    expect((await coordinator.delete(`${path}/guidance`, { 'If-Match': '"2"' })).status).toBe(204);
    expect((await coordinator.get(`${path}/guidance`)).status).toBe(404);
    expect((await coordinator.put(`${path}/juggling`, {}, NEW)).status).toBe(404);
  });

  it('of an actor of other pacts are not for the coordinator of one to say', async () => {
    const { members, coordinator } = await pactWithMembers(api, 1);
    const { actorId } = members[0]!;
    const other = await pactWithMembers(api, 0);
    await api.admin.post(`${other.path}/members`, { actorId, role: 'supporter' });
    const refused = await coordinator.put(`/v1/actors/${actorId}/competences/guidance`, {}, NEW);
    expect(refused.body.type).toMatch(/actor-is-shared$/);
  });

  it('of nobody are not there', async () => {
    const nobody = '/v1/actors/0199aaaa-0000-7000-8000-000000000001/competences';
    expect((await api.admin.get(nobody)).status).toBe(404);
    expect((await api.admin.put(`${nobody}/guidance`, {}, NEW)).status).toBe(404);
  });

  it('under a code that no text can be are not there', async () => {
    const { members, path, coordinator } = await pactWithMembers(api, 1);
    const owned = [`/v1/actors/${members[0]!.actorId}/competences`, `${path}/competence-needs`];
    for (const list of owned) {
      expect((await coordinator.get(`${list}/%00`)).status).toBe(404);
      expect((await coordinator.delete(`${list}/%00`, FIRST)).status).toBe(404);
    }
  });

  it('are said once by two that say them at a time', async () => {
    const { members, coordinator } = await pactWithMembers(api, 1);
    const path = `/v1/actors/${members[0]!.actorId}/competences/housing`;
    const both = await Promise.all([coordinator.put(path, {}, NEW), coordinator.put(path, {}, NEW)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
  });
});

describe('the competence map', () => {
  let pact: PactWithMembers;
  const offers = async (member: number, code: string, territory: string[] = []): Promise<void> => {
    const { actorId } = pact.members[member]!;
    await pact.coordinator.put(`/v1/actors/${actorId}/competences/${code}`, { territory }, NEW);
  };
  const needs = (code: string, territory: string[] = []) =>
    pact.coordinator.put(`${pact.path}/competence-needs/${code}`, { territory }, NEW);
  const map = async (query = '') => {
    const { body } = await pact.coordinator.get(`${pact.path}/competence-map${query}`);
    return body.items.map((entry: Record<string, unknown>) => [
      entry.code,
      entry.coverage,
      (entry.offeredBy as { name: string }[]).map(({ name }) => name),
      entry.missingIn,
    ]);
  };

  beforeAll(async () => {
    pact = await pactWithMembers(api, 3);
    await offers(0, 'guidance', ['015146']);
    await offers(1, 'guidance', ['015002']);
    await offers(1, 'housing');
    await offers(2, 'childcare');
    await needs('guidance', ['015146', '015002', '015009']);
    await needs('housing');
    await needs('language_teaching', ['015146']);
    await needs('research');
    await needs('childcare', ['015009']);
  });

  it('tells who can do what, where, and what is missing where', async () => {
    expect(await map()).toEqual([
      // Without places of its own it is offered where the actor is, here in the whole pact, which is elsewhere.
      ['childcare', 'missing', ['Actor 2'], ['015009']],
      ['guidance', 'partly', ['Actor 0', 'Actor 1'], ['015009']],
      ['housing', 'covered', ['Actor 1'], []],
      ['language_teaching', 'missing', [], ['015146']],
      ['research', 'missing', [], ['015146']],
    ]);
  });

  it('can be asked for one place, one system or what is missing', async () => {
    expect((await map('?municipality=015009')).map(([code]: string[]) => code)).toEqual([
      'childcare',
      'guidance',
    ]);
    expect((await map('?coverage=missing')).map(([code]: string[]) => code)).toEqual([
      'childcare',
      'language_teaching',
      'research',
    ]);
    expect(await map('?system=third_sector&coverage=covered')).toEqual([
      ['housing', 'covered', ['Actor 1'], []],
    ]);
  });

  it('tells what is offered though nobody has asked for it, and pages', async () => {
    await offers(2, 'evaluation');
    const first = await pact.coordinator.get(`${pact.path}/competence-map?limit=2`);
    expect(first.body.items[1]).toMatchObject({
      code: 'evaluation',
      coverage: 'not_needed',
      isNeeded: false,
    });
    expect((await pact.coordinator.get(first.body._links.next)).body.items[0].code).toBe('guidance');
  });

  it('forgets what the pact needs no more', async () => {
    const need = `${pact.path}/competence-needs/research`;
    expect((await pact.coordinator.delete(need, FIRST)).status).toBe(204);
    expect((await map('?coverage=missing')).map(([code]: string[]) => code)).not.toContain('research');
    expect((await pact.coordinator.get(need)).status).toBe(404);
  });
});

describe('services', () => {
  const offer = {
    name: 'Sportello',
    phone: '02 1234567',
    places: [{ name: 'Sede', municipality: '015146' }],
  };

  it('keep their ids while their actor is changed', async () => {
    const wish = {
      name: 'Il Ponte',
      system: 'community',
      kind: 'other',
      services: [offer, { name: 'Corsi' }],
    };
    const { body: actor } = await api.admin.post('/v1/actors', wish);
    const path = `/v1/actors/${actor.id}`;
    const [desk, courses] = actor.services;
    const renamed = { ...courses, name: 'Corsi brevi' };
    const changed = await api.admin.patch(path, { services: [renamed, offer, { name: 'Casa' }] }, FIRST);
    expect(changed.body.services.slice(0, 2)).toEqual([renamed, desk]);
    expect([desk.id, courses.id]).not.toContain(changed.body.services[2].id);
    const foreign = {
      services: [
        { id: desk.id, name: 'x' },
        { id: desk.id, name: 'y' },
      ],
    };
    const refused = await api.admin.patch(path, foreign, { 'If-Match': '"2"' });
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ pointer: '/services/1/id', code: 'unknown-service' }),
    ]);
  });

  it('of the members of a pact are exported as HSDS', async () => {
    const { path, members, coordinator, keyOf } = await pactWithMembers(api, 2);
    expect((await coordinator.get(`${path}/service-directory`)).body).toMatchObject({
      contents: [],
      empty: true,
    });
    for (const { actorId } of members)
      await coordinator.patch(`/v1/actors/${actorId}`, { services: [offer, { name: 'Corsi' }] }, FIRST);
    const dashboard = await keyOf('dashboard');
    const { body } = await dashboard.get(`${path}/service-directory`);
    expect(hsdsFaults(body.contents)).toEqual([]);
    expect(body).toMatchObject({ total_items: 4, total_pages: 1, size: 4, last_page: true, empty: false });
    expect(body.contents.map(({ name }: { name: string }) => name)).toEqual([
      'Sportello',
      'Corsi',
      'Sportello',
      'Corsi',
    ]);
    expect((await dashboard.get(`${path}/service-directory`)).body).toEqual(body);
  });
});

describe('the register of professionals', () => {
  let pact: PactWithMembers;
  let professionals: string;
  const maria = () => ({
    name: 'Maria Bianchi',
    roles: ['tutor', 'designer'],
    memberId: pact.members[0]!.memberId,
    email: 'maria.bianchi@example.org',
    qualifications: [{ title: 'Formatrice di tutor', awardedBy: 'Regione', awardedOn: '2020-05-01' }],
    endorsements: [{ memberId: pact.members[1]!.memberId, endorsedOn: '2026-01-10' }],
    registeredOn: '2026-01-15',
  });
  beforeAll(async () => {
    pact = await pactWithMembers(api, 2);
    professionals = `${pact.path}/professionals`;
  });

  it('tells who is in it and who vouches, to those who may read it', async () => {
    const { status, body, headers } = await pact.coordinator.post(professionals, maria());
    expect([status, body]).toEqual([201, expect.objectContaining({ ...maria(), territory: [], version: 1 })]);
    const member = pact.members[1]!.key;
    expect((await member.get(headers.get('location')!)).body).toEqual(body);
    expect((await member.get(`${professionals}?role=tutor`)).body.items).toEqual([body]);
    expect((await member.get(`${professionals}?role=guarantor`)).body.items).toEqual([]);
    expect((await member.post(professionals, maria())).status).toBe(403);
    for (const kind of ['observer', 'dashboard', 'auditor'])
      expect((await (await pact.keyOf(kind)).get(professionals)).status).toBe(403);
  });

  it('no longer tells those whose last day is over, unless asked', async () => {
    const past = { ...maria(), roles: ['promoter'], untilOn: '2026-02-01' };
    const { body } = await pact.coordinator.post(professionals, past);
    expect((await pact.coordinator.get(`${professionals}?role=promoter`)).body.items).toEqual([]);
    const all = await pact.coordinator.get(`${professionals}?role=promoter&includePast=true`);
    expect(all.body.items).toEqual([body]);
  });

  it('changes what it says, and who vouches', async () => {
    const { body } = await pact.coordinator.post(professionals, maria());
    const path = `${professionals}/${body.id}`;
    const endorsements = pact.members.map(({ memberId }) => ({ memberId, endorsedOn: '2026-02-02' }));
    const changed = await pact.coordinator.patch(path, { email: null, endorsements }, FIRST);
    expect(changed.body).toMatchObject({ name: 'Maria Bianchi', version: 2 });
    expect(changed.body.endorsements).toHaveLength(2);
    expect(changed.body).not.toHaveProperty('email');
    expect((await pact.coordinator.patch(path, { name: 'x' }, FIRST)).status).toBe(412);
  });

  it.each<[string, (wish: Record<string, unknown>) => void, string]>([
    ['nobody to vouch', (wish) => void (wish.endorsements = []), '/endorsements too-few'],
    [
      'one that vouches twice',
      (wish) =>
        void (wish.endorsements = [...(wish.endorsements as object[]), ...(wish.endorsements as object[])]),
      '/endorsements/1/memberId duplicate-item',
    ],
    ['a member that is none', (wish) => void (wish.memberId = wish.unknown), '/memberId unknown-member'],
    [
      'one to vouch that is no member',
      (wish) => void (wish.endorsements = [{ memberId: wish.unknown, endorsedOn: '2026-01-01' }]),
      '/endorsements unknown-member',
    ],
    ['an end before the beginning', (wish) => void (wish.untilOn = '2026-01-01'), '/untilOn before-start'],
  ])('refuses %s', async (_, change, fault) => {
    const wish: Record<string, unknown> = { ...maria(), unknown: '0199aaaa-0000-7000-8000-000000000001' };
    change(wish);
    delete wish.unknown;
    const { status, body } = await pact.coordinator.post(professionals, wish);
    const told = body.errors?.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`);
    expect([status, told]).toEqual([422, [fault]]);
  });

  it('erases a person, and keeps nothing of it anywhere', async () => {
    const wish = {
      ...maria(),
      name: 'Giulia Cancellanda',
      email: 'cancellanda@example.org',
      phone: '+39 333 9876543',
    };
    const { body } = await pact.coordinator.post(professionals, wish, { 'Idempotency-Key': 'albo-1' });
    const path = `${professionals}/${body.id}`;
    await pact.coordinator.patch(path, { name: 'Giulia Cancellanda Rossi' }, FIRST);
    expect((await pact.coordinator.delete(path, FIRST)).status).toBe(412);
    expect((await pact.coordinator.delete(path, { 'If-Match': '"2"' })).status).toBe(204);
    expect((await pact.coordinator.get(path)).status).toBe(404);
    const stored = await everything(api.databaseUrl);
    expect(stored).toContain('Maria Bianchi');
    for (const told of ['Cancellanda', 'cancellanda@', '9876543']) expect(stored).not.toContain(told);
  });
});

/** Every row of every table, as text. */
async function everything(databaseUrl: string): Promise<string> {
  const database = new pg.Client(databaseUrl);
  await database.connect();
  const { rows: tables } = await database.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.query<{ row: string }>(`select t::text as row from ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  await database.end();
  return texts.join('\n');
}
