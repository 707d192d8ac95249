import { createHash } from 'node:crypto';
import { startApi, type Client, type TestApi } from '../support/api.js';

const pact = {
  title: 'Patto per il lavoro',
  commonAgenda: 'Nessuno resta indietro.',
  territory: ['015146'],
  startsOn: '2026-01-01',
  ratificationRule: { kind: 'all_signatories' },
};
const SYSTEMS = ['public', 'third_sector', 'economic_productive', 'community'];
const text = 'Le parti convengono: perché “insieme” è meglio.';
const signature = { versionNumber: 1, signatoryName: 'La presidente', signedOn: '2026-01-15' };

describe('a pact', () => {
  let api: TestApi;
  let admin: Client;
  let actorIds: string[];

  beforeAll(async () => {
    api = await startApi();
    admin = api.admin;
    actorIds = [];
    for (const system of SYSTEMS) {
      const { body } = await admin.post('/v1/actors', { name: system, system, kind: 'other' });
      actorIds.push(body.id);
    }
  });
  afterAll(() => api.close());

  const created = async (changes: object = {}): Promise<string> => {
    const { status, body } = await admin.post('/v1/pacts', { ...pact, ...changes });
    expect(status).toBe(201);
    return `/v1/pacts/${body.id}`;
  };
  const moved = async (path: string, ...states: string[]) => {
    for (const to of states) expect((await admin.post(`${path}/transitions`, { to })).status).toBe(200);
  };
  const published = async (path: string): Promise<number> => {
    const { body } = await admin.post(`${path}/versions`, { text });
    expect((await admin.post(`${path}/versions/${body.number}/publication`)).status).toBe(200);
    return body.number;
  };
  const joined = async (path: string, actorId: string | undefined, role = 'signatory') => {
    const { status, headers } = await admin.post(`${path}/members`, { actorId, role });
    expect(status).toBe(201);
    return headers.get('location') ?? '';
  };
  const opened = async (changes: object = {}): Promise<string> => {
    const path = await created(changes);
    await published(path);
    await moved(path, 'consultation', 'open_for_signature');
    return path;
  };
  const keyOf = async (path: string, actorId: string | undefined, kind = 'member') => {
    const pactId = path.split('/').at(-1);
    const request = { name: 'key', kind, pacts: [pactId], ...(actorId && { actorId }) };
    return api.client((await admin.post('/v1/api-keys', request)).body.key);
  };

  it('lives from its draft to its end, one listed step after the other', async () => {
    const path = await created();
    expect((await admin.get(path)).body).toMatchObject({ ...pact, state: 'draft', missingSystems: SYSTEMS });
    await moved(path, 'consultation');
    const early = await admin.post(`${path}/transitions`, { to: 'open_for_signature' });
    expect([early.status, early.body.type]).toEqual([409, '/problems/nothing-published']);
    await published(path);
    await moved(path, 'open_for_signature');
    const members = [await joined(path, actorIds[0], 'promoter'), await joined(path, actorIds[3])];
    await admin.put(`${members[0]}/signature`, signature);
    const unsigned = await admin.post(`${path}/transitions`, { to: 'active' });
    expect([unsigned.status, unsigned.body.type]).toEqual([409, '/problems/not-ratified']);
    await admin.put(`${members[1]}/signature`, signature);
    expect((await admin.get(path)).body).toMatchObject({
      versionInForce: 1,
      missingSystems: ['third_sector', 'economic_productive'],
    });
    await moved(path, 'active', 'under_review', 'active', 'under_review', 'closed');
    const after = await admin.post(`${path}/members`, { actorId: actorIds[1], role: 'observer' });
    expect([after.status, after.body.type]).toEqual([409, '/problems/pact-over']);
    const { body } = await admin.get(`${path}/transitions`);
    expect(body.items).toHaveLength(7);
    expect(body.items[0]).toMatchObject({ from: 'draft', to: 'consultation', madeBy: 'bootstrap-admin' });
  });

  it('names the allowed moves when asked for another', async () => {
    const path = await created();
    const { status, body } = await admin.post(`${path}/transitions`, { to: 'closed' });
    expect([status, body.type]).toEqual([409, '/problems/transition-not-allowed']);
    expect(body.detail).toBe('From draft it may move to consultation.');
  });

  it('is changed by merge patch, by whoever saw it as it is', async () => {
    const path = await created({ endsOn: '2027-12-31' });
    expect((await admin.patch(path, { title: 'x' })).status).toBe(428);
    const patch = { title: 'Nuovo', endsOn: null };
    const changed = await admin.patch(path, patch, { 'If-Match': '"1"' });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ title: 'Nuovo' });
    expect(changed.body).not.toHaveProperty('endsOn');
    expect((await admin.patch(path, { title: 'y' }, { 'If-Match': '"1"' })).status).toBe(412);
    const backwards = await admin.patch(path, { endsOn: '2025-01-01' }, { 'If-Match': '"2"' });
    expect([backwards.status, backwards.body.errors[0].pointer]).toEqual([422, '/endsOn']);
  });

  it('fixes how it is ratified once signing has begun', async () => {
    const path = await opened();
    const { headers } = await admin.get(path);
    const rule = { kind: 'qualified_majority', shareOfActors: 0.5 };
    const { status, body } = await admin.patch(
      path,
      { ratificationRule: rule },
      { 'If-Match': headers.get('etag') ?? '' },
    );
    expect([status, body.type]).toEqual([409, '/problems/ratification-rule-fixed']);
  });

  it('loses no change when twenty write at once', async () => {
    const path = await created();
    const write = async (n: number): Promise<void> => {
      for (;;) {
        const { headers, body } = await admin.get(path);
        const title = `${body.title}.${n}`;
        const answer = await admin.patch(path, { title }, { 'If-Match': headers.get('etag') ?? '' });
        if (answer.status === 200) return;
        expect(answer.status).toBe(412);
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)));
    const { body } = await admin.get(path);
    expect(
      body.title
        .split('.')
        .slice(1)
        .map(Number)
        .toSorted((a: number, b: number) => a - b),
    ).toEqual([...Array(20).keys()]);
  });

  it.each([
    [{ ...pact, ratificationRule: { kind: 'qualified_majority' } }, '/ratificationRule/shareOfActors'],
    [
      { ...pact, ratificationRule: { kind: 'qualified_majority', shareOfActors: 0.4 } },
      '/ratificationRule/shareOfActors',
    ],
    [{ ...pact, ratificationRule: { kind: 'nobody' } }, '/ratificationRule/kind'],
    [{ ...pact, territory: ['015146', 'Milano'] }, '/territory/1'],
    [{ ...pact, startsOn: '2026-02-30' }, '/startsOn'],
    [{ ...pact, endsOn: '2025-12-31' }, '/endsOn'],
    [{ ...pact, title: '\ud800' }, '/title'],
    [{ ...pact, state: 'active' }, '/state'],
  ])('refuses %j with a pointer', async (request, pointer) => {
    const { status, body } = await admin.post('/v1/pacts', request);
    expect([status, body.errors?.map((error: { pointer: string }) => error.pointer)]).toEqual([
      422,
      [pointer],
    ]);
  });

  it('is listed, by state and text, to those who belong to it', async () => {
    const path = await created({ title: 'Patto di 100% Sebino' });
    await created({ title: 'Altro' });
    const byText = await admin.get(`/v1/pacts?q=${encodeURIComponent('100% seb')}&state=draft`);
    expect(byText.body.items).toHaveLength(1);
    const coordinator = await keyOf(path, undefined, 'coordinator');
    expect((await coordinator.get('/v1/pacts')).body.items).toEqual(byText.body.items);
    const other = await created();
    expect((await coordinator.get(other)).status).toBe(404);
    expect((await coordinator.post('/v1/pacts', pact)).status).toBe(403);
  });

  describe('and its versions', () => {
    it('are numbered, change until they are published, and carry the hash of their text', async () => {
      const path = await created();
      const first = await admin.post(`${path}/versions`, { text: 'bozza' });
      expect(first.headers.get('location')).toBe(`${path}/versions/1`);
      expect((await admin.post(`${path}/versions`, { text })).body.number).toBe(2);
      await admin.patch(`${path}/versions/1`, { text }, { 'If-Match': '"1"' });
      const { body } = await admin.post(`${path}/versions/1/publication`);
      expect(body).toMatchObject({ text, contentHash: createHash('sha256').update(text).digest('hex') });
      const late = await admin.patch(`${path}/versions/1`, { text: 'altro' }, { 'If-Match': '"3"' });
      expect([late.status, late.body.type]).toEqual([409, '/problems/version-published']);
      expect((await admin.post(`${path}/versions/1/publication`)).body).toEqual(body);
      const listed = (await admin.get(`${path}/versions`)).body.items;
      expect(listed.map((item: { number: number }) => item.number)).toEqual([1, 2]);
      expect(listed[0]).not.toHaveProperty('text');
      expect((await admin.get(`${path}/versions/3`)).status).toBe(404);
      expect((await admin.get(`${path}/versions/0x1`)).status).toBe(404);
    });

    it('get numbers of their own when they are written at once', async () => {
      const path = await created();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => admin.post(`${path}/versions`, { text })),
      );
      const numbers = new Set(answers.map(({ body }) => body.number));
      expect(numbers).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
    });

    it('follow one another into force when the majority has signed', async () => {
      const path = await opened({
        ratificationRule: { kind: 'qualified_majority', shareOfActors: 0.6667, ofEachSystem: false },
      });
      const members = [];
      for (const actorId of actorIds.slice(0, 3)) members.push(await joined(path, actorId));
      await admin.put(`${members[0]}/signature`, signature);
      expect((await admin.get(path)).body).not.toHaveProperty('versionInForce');
      await admin.put(`${members[1]}/signature`, signature);
      expect((await admin.get(path)).body.versionInForce).toBe(1);
      await published(path);
      const amendment = { ...signature, versionNumber: 2 };
      await admin.put(`${members[0]}/signature`, amendment);
      expect((await admin.get(path)).body.versionInForce).toBe(1);
      await admin.put(`${members[2]}/signature`, amendment);
      expect((await admin.get(path)).body.versionInForce).toBe(2);
      const old = await admin.put(`${members[1]}/signature`, { ...signature, signatoryName: 'Altri' });
      expect(old.body.type).toBe('/problems/already-signed');
      const late = await joined(path, actorIds[3]);
      const superseded = await admin.put(`${late}/signature`, signature);
      expect([superseded.status, superseded.body.type]).toEqual([409, '/problems/version-superseded']);
    });

    it('come into force once when the last two sign at the same moment', async () => {
      const path = await opened();
      const members = [await joined(path, actorIds[0]), await joined(path, actorIds[1])];
      const answers = await Promise.all(members.map((member) => admin.put(`${member}/signature`, signature)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect((await admin.get(path)).body.versionInForce).toBe(1);
    });
  });

  describe('and its members', () => {
    it('join once each, in a role that may change until they sign', async () => {
      const path = await opened();
      const member = await joined(path, actorIds[0], 'observer');
      const again = await admin.post(`${path}/members`, { actorId: actorIds[0], role: 'promoter' });
      expect([again.status, again.body.type]).toEqual([409, '/problems/already-member']);
      const unknown = await admin.post(`${path}/members`, { actorId: path.slice(-36), role: 'promoter' });
      expect(unknown.body.errors[0]).toMatchObject({ pointer: '/actorId', code: 'unknown-actor' });
      const refused = await admin.put(`${member}/signature`, signature);
      expect([refused.status, refused.body.type]).toEqual([409, '/problems/role-does-not-sign']);
      expect((await admin.patch(member, { role: 'signatory' })).status).toBe(428);
      await admin.patch(member, { role: 'signatory' }, { 'If-Match': '"1"' });
      await admin.put(`${member}/signature`, signature);
      const { headers, body } = await admin.get(member);
      expect(body).toMatchObject({ state: 'signed', signedVersionNumber: 1, signedOn: signature.signedOn });
      const back = await admin.patch(member, { role: 'observer' }, { 'If-Match': headers.get('etag') ?? '' });
      expect([back.status, back.body.type]).toEqual([409, '/problems/role-fixed']);
      const listed = await admin.get(`${path}/members?role=signatory&state=signed&actorId=${actorIds[0]}`);
      expect(listed.body.items).toEqual([body]);
    });

    it('ratify without one that no longer is asked to sign', async () => {
      const path = await opened();
      const members = [await joined(path, actorIds[0]), await joined(path, actorIds[1])];
      await admin.put(`${members[0]}/signature`, signature);
      await admin.patch(members[1]!, { role: 'supporter' }, { 'If-Match': '"1"' });
      expect((await admin.get(path)).body.versionInForce).toBe(1);
    });

    it('sign with their own key, once, and not for another', async () => {
      const path = await opened();
      const [own, other] = [await joined(path, actorIds[0]), await joined(path, actorIds[1])];
      const key = await keyOf(path, actorIds[0]);
      const foreign = await key.put(`${other}/signature`, signature);
      expect([foreign.status, foreign.body.type]).toEqual([403, '/problems/not-own-member']);
      const first = await key.put(`${own}/signature`, signature);
      expect(first.body).toMatchObject({
        ...signature,
        versionHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect((await key.put(`${own}/signature`, signature)).body).toEqual(first.body);
      expect((await admin.get(`${own}/signature`)).body).toEqual(first.body);
      const changed = await key.put(`${own}/signature`, { ...signature, signatoryName: 'Un altro' });
      expect([changed.status, changed.body.type]).toEqual([409, '/problems/already-signed']);
    });

    it('sign only what is published, when it is time, on a day that has come', async () => {
      const path = await created();
      const member = await joined(path, actorIds[0]);
      await admin.post(`${path}/versions`, { text });
      const early = await admin.put(`${member}/signature`, signature);
      expect(early.body.type).toBe('/problems/not-open-for-signature');
      await admin.post(`${path}/versions/1/publication`);
      await moved(path, 'consultation', 'open_for_signature');
      await admin.post(`${path}/versions`, { text });
      const unpublished = await admin.put(`${member}/signature`, { ...signature, versionNumber: 2 });
      expect(unpublished.body.type).toBe('/problems/version-not-published');
      const unknown = await admin.put(`${member}/signature`, { ...signature, versionNumber: 3 });
      expect(unknown.body.errors[0].pointer).toBe('/versionNumber');
      const tomorrow = await admin.put(`${member}/signature`, { ...signature, signedOn: '2100-01-01' });
      expect(tomorrow.body.errors[0]).toMatchObject({ pointer: '/signedOn', code: 'in-future' });
      expect((await admin.get(`${member}/signature`)).status).toBe(404);
    });

    it('are not found in another pact', async () => {
      const member = await joined(await opened(), actorIds[0]);
      const other = `${await opened()}/members/${member.split('/').at(-1)}`;
      expect((await admin.get(other)).status).toBe(404);
      expect((await admin.put(`${other}/signature`, signature)).status).toBe(404);
      expect((await admin.patch(other, { role: 'observer' }, { 'If-Match': '"1"' })).status).toBe(404);
    });
  });
});
