import { startApi, type Client, type TestApi } from '../support/api.js';
import { pactWithMembers } from '../support/pact-with-members.js';

describe('actors', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const cooperative = {
    name: 'Il Ponte',
    system: 'third_sector',
    kind: 'cooperative',
    territory: ['015146'],
  };

  it('are registered, shown and listed', async () => {
    const created = await api.admin.post('/v1/actors', cooperative);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ ...cooperative, version: 1, services: [] });
    const shown = await api.admin.get(created.headers.get('location') ?? '');
    expect(shown.body).toEqual(created.body);
    expect(shown.headers.get('etag')).toBe('"1"');
    const listed = await api.admin.get('/v1/actors?system=third_sector&q=pont');
    expect(listed.body.items).toEqual([created.body]);
  });

  it('answer 304 to the version the caller knows', async () => {
    const { headers } = await api.admin.post('/v1/actors', { ...cooperative, name: 'Known' });
    const again = await api.admin.get(headers.get('location') ?? '', { 'If-None-Match': '"1"' });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it('change only for a caller that saw the current version', async () => {
    const { body } = await api.admin.post('/v1/actors', { ...cooperative, webPage: 'https://example.org' });
    const path = `/v1/actors/${body.id}`;
    expect((await api.admin.patch(path, { name: 'New' })).status).toBe(428);
    const changed = await api.admin.patch(path, { name: 'New', webPage: null }, { 'If-Match': '"1"' });
    expect(changed.body).toMatchObject({ name: 'New', version: 2 });
    expect(changed.body).not.toHaveProperty('webPage');
    expect((await api.admin.patch(path, { name: 'Newer' }, { 'If-Match': '"1"' })).status).toBe(412);
  });

  it.each(['*', '"1", "2"', 'W/"1"', '1'])(
    'do not change for a caller that says If-Match: %s',
    async (given) => {
      const { body } = await api.admin.post('/v1/actors', cooperative);
      const path = `/v1/actors/${body.id}`;
      const refused = await api.admin.patch(path, { name: 'New' }, { 'If-Match': given });
      expect(refused.status).toBe(412);
      expect(refused.body.detail).toMatch(/^If-Match takes the one ETag/);
      expect((await api.admin.get(path)).body).toEqual(body);
    },
  );

  it('page through a list without a gap or a repeat, with signed cursors', async () => {
    for (let n = 0; n < 5; n++)
      await api.admin.post('/v1/actors', { ...cooperative, kind: 'parish', name: `P${n}` });
    const names: string[] = [];
    let path: string | undefined = '/v1/actors?kind=parish&limit=2';
    while (path) {
      const { body } = await api.admin.get(path);
      names.push(...body.items.map((item: { name: string }) => item.name));
      path = body._links.next;
    }
    expect(names).toEqual(['P0', 'P1', 'P2', 'P3', 'P4']);
    const forged = await api.admin.get('/v1/actors?cursor=Zm9yZ2VkZm9yZ2VkZm9yZ2Vk');
    expect(forged.body).toMatchObject({ type: '/problems/invalid-parameter', status: 400 });
  });

  it.each([
    [{ name: 'x', kind: 'parish' }, '/system', 'required'],
    [{ ...cooperative, system: 'fourth' }, '/system', 'unknown-value'],
    [{ ...cooperative, name: 'a\u0000b' }, '/name', 'control-character'],
    [{ ...cooperative, id: 'mine' }, '/id', 'unknown-field'],
    [{ ...cooperative, taxCode: '12345678901' }, '/taxCode', 'check-digit'],
    [{ ...cooperative, contacts: [{ label: 'a', email: 'no' }] }, '/contacts/0/email', 'pattern'],
  ])('refuse %j with a pointer and a code', async (request, pointer, code) => {
    const { status, headers, body } = await api.admin.post('/v1/actors', request);
    expect(status).toBe(422);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('say once that a tax code belongs to another', async () => {
    await api.admin.post('/v1/actors', { ...cooperative, taxCode: '00743110157' });
    const { status, body } = await api.admin.post('/v1/actors', { ...cooperative, taxCode: '00743110157' });
    expect([status, body.type]).toEqual([409, '/problems/tax-code-taken']);
  });

  it('are changed by a coordinator only while no other pact has them as members', async () => {
    const [mine, other] = [await pactWithMembers(api, 1), await pactWithMembers(api, 1)];
    const change = (actorId: string, name: string, version: number) =>
      mine.coordinator.patch(`/v1/actors/${actorId}`, { name }, { 'If-Match': `"${version}"` });
    const [own, foreign] = [mine.members[0]?.actorId ?? '', other.members[0]?.actorId ?? ''];
    expect((await change(own, 'Mine', 1)).status).toBe(200);
    expect((await change(foreign, 'Not mine', 1)).body.type).toBe('/problems/actor-is-shared');
    await api.admin.post(`${other.path}/members`, { actorId: own, role: 'supporter' });
    expect((await change(own, 'Ours', 2)).body.type).toBe('/problems/actor-is-shared');
  });

  it('get departments from a coordinator who has them in a pact, shared or not, or when nobody has', async () => {
    const [mine, other] = [await pactWithMembers(api, 1), await pactWithMembers(api, 1)];
    const name = (by: Client, actorId: string) => by.post(`/v1/actors/${actorId}/units`, { name: 'Ufficio' });
    const [own, foreign] = [mine.members[0]?.actorId ?? '', other.members[0]?.actorId ?? ''];
    const refused = await name(mine.coordinator, foreign);
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/actor-of-other-pacts']);
    await api.admin.post(`${other.path}/members`, { actorId: own, role: 'supporter' });
    const { body: nobodys } = await api.admin.post('/v1/actors', { ...cooperative, taxCode: undefined });
    for (const actorId of [own, nobodys.id]) expect((await name(mine.coordinator, actorId)).status).toBe(201);
    expect((await name(api.admin, foreign)).status).toBe(201);
  });
});
