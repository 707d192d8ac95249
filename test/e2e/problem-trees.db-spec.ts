import { startApi, type Client, type TestApi } from '../support/api.js';
import { pactWithMembers } from '../support/pact-with-members.js';

const NOWHERE = '0199aaaa-0000-7000-8000-000000000001';

describe('the problem tree of a pact', () => {
  let api: TestApi;
  let path: string;
  let coordinator: Client;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    ({ path, coordinator } = await pactWithMembers(api, 0));
  });

  const add = async (title: string, more: object = {}): Promise<string> =>
    (await coordinator.post(`${path}/problems`, { title, ...more })).body.id;
  const link = (causeId: string, effectId: string) =>
    coordinator.post(`${path}/problem-links`, { causeId, effectId });
  const rolesOf = async () =>
    Object.fromEntries(
      (await coordinator.get(`${path}/problems`)).body.items.map((one: { code: string; role: string }) => [
        one.code,
        one.role,
      ]),
    );

  it('tells of each problem where it stands', async () => {
    const [cause, core, effect] = [
      await add('Pochi corsi'),
      await add('NEET', { isCore: true }),
      await add('Povertà'),
    ];
    await add('Altro');
    await link(cause, core);
    await link(core, effect);
    expect(await rolesOf()).toEqual({ P1: 'cause', P2: 'core', P3: 'effect', P4: 'orphan' });
  });

  it('takes a problem between two cores for a cause, of which something can be done', async () => {
    const [first, between, second] = [
      await add('Primo', { isCore: true }),
      await add('Tra i due'),
      await add('Secondo', { isCore: true }),
    ];
    await link(first, between);
    await link(between, second);
    expect(await rolesOf()).toEqual({ P1: 'core', P2: 'cause', P3: 'core' });
  });

  it('numbers problems that nobody names, whatever codes others have chosen', async () => {
    for (const code of ['P1', 'P3', 'P99999999999999999999', 'p2']) await add(code, { code });
    for (const title of ['A', 'B']) await add(title);
    expect(Object.keys(await rolesOf()).slice(-2)).toEqual(['P2', 'P4']);
  });

  it('refuses a link that closes a circle, and tells the circle', async () => {
    const [a, b, c] = [await add('A'), await add('B'), await add('C')];
    await link(a, b);
    await link(b, c);
    const closing = await link(c, a);
    expect(closing).toMatchObject({
      status: 409,
      body: { type: '/problems/tree-circle', detail: 'The circle is P3 → P1 → P2 → P3.' },
    });
    expect((await link(a, a)).body).toMatchObject({
      type: '/problems/tree-circle',
      detail: 'The circle is P1 → P1.',
    });
    expect((await coordinator.get(`${path}/problem-links`)).body.items).toHaveLength(2);
  });

  it('refuses links to what is not there, and the same link again', async () => {
    const [a, b] = [await add('A'), await add('B')];
    const { path: elsewhere } = await pactWithMembers(api, 0);
    const foreign = (await api.admin.post(`${elsewhere}/problems`, { title: 'Altrove' })).body.id as string;
    for (const id of [NOWHERE, foreign]) {
      expect(await link(a, id)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/effectId', code: 'unknown-problem' }] },
      });
    }
    const first = await link(a, b);
    expect(await link(a.toUpperCase(), b)).toMatchObject({
      status: 409,
      body: { type: '/problems/link-exists' },
    });
    expect((await coordinator.delete(`${path}/problem-links/${first.body.id}`)).status).toBe(204);
    expect((await coordinator.delete(`${path}/problem-links/${first.body.id}`)).status).toBe(404);
    expect((await link(b, a)).status).toBe(201);
  });

  it('loses nothing when two change the same problem', async () => {
    const id = await add('NEET');
    const change = (title: string) =>
      coordinator.patch(`${path}/problems/${id}`, { title }, { 'If-Match': '"1"' });
    const answers = await Promise.all([change('Uno'), change('Due')]);
    expect(answers.map(({ status }) => `${status}`).toSorted()).toEqual(['200', '412']);
    expect((await coordinator.patch(`${path}/problems/${id}`, { title: 'Tre' })).status).toBe(428);
    expect((await coordinator.get(`${path}/problems/${id}`)).body.version).toBe(2);
  });

  it('tells a problem afresh when others have changed where it stands, and takes its ETag for a change', async () => {
    const [core, id] = [await add('Nucleo', { isCore: true }), await add('Da collocare')];
    const read = (etag = '') => coordinator.get(`${path}/problems/${id}`, { 'If-None-Match': etag });
    const orphan = await read();
    const etag = orphan.headers.get('etag') ?? '';
    expect([orphan.body.role, (await read(etag)).status]).toEqual(['orphan', 304]);
    await link(id, core);
    expect(await read(etag)).toMatchObject({ status: 200, body: { role: 'cause', version: 1 } });
    const patch = await coordinator.patch(`${path}/problems/${id}`, { title: 'Causa' }, { 'If-Match': etag });
    expect(patch.status).toBe(200);
  });

  it('gives up a problem with its links, but none that an objective answers', async () => {
    const [a, b] = [await add('A'), await add('B')];
    await link(a, b);
    const objective = await coordinator.post(`${path}/objectives`, { title: 'Non più A', problemId: a });
    const remove = () => coordinator.delete(`${path}/problems/${a}`, { 'If-Match': '"1"' });
    expect(await remove()).toMatchObject({ status: 409, body: { type: '/problems/still-referred-to' } });
    await coordinator.delete(`${path}/objectives/${objective.body.id}`, { 'If-Match': '"1"' });
    expect((await remove()).status).toBe(204);
    expect((await coordinator.get(`${path}/problem-links`)).body.items).toEqual([]);
  });

  it('does not take a code twice, nor an empty title or a field of its own', async () => {
    await add('A', { code: 'a' });
    expect(await coordinator.post(`${path}/problems`, { title: 'B', code: 'a' })).toMatchObject({
      status: 409,
      body: { type: '/problems/code-taken' },
    });
    const bad = [{ title: ' ' }, { title: 'A', role: 'core' }, { title: 'A', code: 'a b' }, { title: 7 }];
    for (const body of bad) expect((await coordinator.post(`${path}/problems`, body)).status).toBe(422);
  });

  it('takes nothing more once the pact is over', async () => {
    ({ path, coordinator } = await pactWithMembers(api, 1));
    for (const to of ['under_review', 'closed']) await coordinator.post(`${path}/transitions`, { to });
    expect((await coordinator.post(`${path}/problems`, { title: 'Tardi' })).body.type).toBe(
      '/problems/pact-over',
    );
  });

  describe('as a whole', () => {
    const TREE = {
      problems: [
        { code: 'neet', title: 'Giovani né a scuola né al lavoro', isCore: true },
        { code: 'scuola', title: 'Abbandono scolastico', description: 'Uno su cinque.', isCore: false },
        { code: 'poverta', title: 'Povertà', isCore: false },
      ],
      links: [
        { cause: 'scuola', effect: 'neet' },
        { cause: 'neet', effect: 'poverta' },
      ],
    };
    const put = (tree: object, version: number) =>
      coordinator.put(`${path}/problem-tree`, tree, { 'If-Match': `"${version}"` });

    it('is read as it was brought, and nothing happens when it is brought again', async () => {
      expect((await coordinator.get(`${path}/problem-tree`)).headers.get('etag')).toBe('"0"');
      const brought = await put(TREE, 0);
      expect(brought).toMatchObject({ status: 200, body: TREE });
      const { items } = (await coordinator.get(`${path}/problems`)).body;
      expect((await put(brought.body, 1)).headers.get('etag')).toBe('"1"');
      expect((await coordinator.get(`${path}/problems`)).body.items).toEqual(items);
    });

    it('keeps what is the same, changes what is not and removes what is not named', async () => {
      await put(TREE, 0);
      const ids = async () =>
        Object.fromEntries(
          (await coordinator.get(`${path}/problems`)).body.items.map((one: { code: string }) => [
            one.code,
            one,
          ]),
        );
      const before = await ids();
      const [neet, scuola] = TREE.problems;
      const next = {
        problems: [
          neet,
          { ...scuola, title: 'Dispersione' },
          { code: 'casa', title: 'Affitti', isCore: false },
        ],
        links: [{ cause: 'casa', effect: 'neet' }],
      };
      expect((await put(next, 1)).body).toEqual(next);
      const after = await ids();
      expect(after.neet).toEqual({ ...before.neet, role: 'core' });
      expect(after.scuola).toMatchObject({
        id: before.scuola.id,
        title: 'Dispersione',
        version: 2,
        role: 'orphan',
      });
      expect(Object.keys(after)).toEqual(['neet', 'scuola', 'casa']);
    });

    it('is refused with the place of each fault, and stays as it was', async () => {
      await put(TREE, 0);
      const faulty = {
        problems: [...TREE.problems, { code: 'neet', title: 'Di nuovo' }],
        links: [{ cause: 'neet', effect: 'altro' }, TREE.links[0], TREE.links[0]],
      };
      expect((await put(faulty, 1)).body.errors).toEqual([
        expect.objectContaining({ pointer: '/problems/3/code', code: 'duplicate-code' }),
        expect.objectContaining({ pointer: '/links/0/effect', code: 'unknown-code' }),
        expect.objectContaining({ pointer: '/links/2', code: 'duplicate-link' }),
      ]);
      const circle = { ...TREE, links: [...TREE.links, { cause: 'poverta', effect: 'scuola' }] };
      expect((await put(circle, 1)).body.errors).toEqual([
        expect.objectContaining({ pointer: '/links/0', code: 'circle' }),
      ]);
      expect((await put({ problems: [], links: [] }, 7)).status).toBe(412);
      expect((await coordinator.get(`${path}/problem-tree`)).body).toEqual(TREE);
    });

    it('has another version after any change of it', async () => {
      await put(TREE, 0);
      const etag = async () => (await coordinator.get(`${path}/problem-tree`)).headers.get('etag');
      const id = await add('Altro');
      expect(await etag()).toBe('"2"');
      await coordinator.patch(`${path}/problems/${id}`, { title: 'Altro ancora' }, { 'If-Match': '"1"' });
      expect(await etag()).toBe('"3"');
      await coordinator.delete(`${path}/problems/${id}`, { 'If-Match': '"2"' });
      expect(await etag()).toBe('"4"');
      const { body } = await coordinator.get(`${path}/problem-links`);
      await coordinator.delete(`${path}/problem-links/${body.items[0].id}`);
      expect(await etag()).toBe('"5"');
    });

    it('is drawn in the format that is asked for', async () => {
      await put(TREE, 0);
      const inFormat = (query: string, accept = '*/*') =>
        coordinator.get(`${path}/problem-tree${query}`, { Accept: accept });
      const mermaid = await inFormat('', 'text/vnd.mermaid');
      expect(mermaid.body).toContain('n2 --> n1');
      expect(mermaid.headers.get('content-type')).toBe('text/vnd.mermaid; charset=utf-8');
      expect((await inFormat('?format=dot')).body).toContain('"scuola" -> "neet";');
      const svg = await inFormat('?format=svg', 'application/json');
      expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
      expect(svg.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(svg.body).toMatch(/^<svg[\s\S]+Abbandono scolastico[\s\S]+<\/svg>\s*$/);
      expect((await inFormat('', 'image/png')).status).toBe(406);
      const known = { 'If-None-Match': svg.headers.get('etag') ?? '' };
      expect((await coordinator.get(`${path}/problem-tree?format=svg`, known)).status).toBe(304);
      expect((await coordinator.get(`${path}/problem-tree?format=dot`, known)).status).toBe(200);
    });

    it('draws whatever stands in a title as text', async () => {
      const title = `"]; <script>alert('x')</script> &lt; \\N \\n #quot; --> %% ${'x'.repeat(60)}`;
      await put({ problems: [{ code: 'end', title, isCore: true }], links: [] }, 0);
      const svg = (await coordinator.get(`${path}/problem-tree?format=svg`)).body as string;
      expect(svg).not.toMatch(/<script|xlink:href|<!DOCTYPE/);
      const shown = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(' ');
      expect(shown).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp;lt; \\N');
    });
  });
});
