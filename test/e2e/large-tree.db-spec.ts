import { startApi, type Client, type TestApi } from '../support/api.js';
import { pactWithMembers } from '../support/pact-with-members.js';
import { statementsAbout } from '../support/statements.js';

const SIZE = 300;
const CHILDREN = 3;

const codeOf = (place: number): string => `n${place}`;

/** A core, three causes of each problem, and now and then a second effect further up. */
const problems = Array.from({ length: SIZE }, (_, place) => ({
  code: codeOf(place),
  title: `Problema numero ${place} di un territorio che ne ha molti`,
  isCore: place === 0,
}));
const up = (place: number, by: number) => ({
  cause: codeOf(place),
  effect: codeOf(Math.floor((place - 1) / by)),
});
const links = problems.slice(1).flatMap((_, index) => {
  const place = index + 1;
  return [up(place, CHILDREN), ...(place > 20 && place % 7 === 0 ? [up(place, CHILDREN + 4)] : [])];
});

describe('a tree of 300 problems', () => {
  let api: TestApi;
  let path: string;
  let pactId: string;
  let coordinator: Client;
  beforeAll(async () => {
    api = await startApi();
    ({ path, pactId, coordinator } = await pactWithMembers(api, 0));
    const brought = await coordinator.put(`${path}/problem-tree`, { problems, links }, { 'If-Match': '"0"' });
    expect(brought).toMatchObject({ status: 200, body: { problems, links } });
  });
  afterAll(() => api.close());

  it('is turned into 300 objectives, linked alike', async () => {
    const derived = await coordinator.post(`${path}/objective-tree/derivations`);
    expect(derived.body).toEqual({ derived: SIZE, known: 0, linked: links.length });
  });

  it.each(['problems', 'problem-links', 'objectives', 'objective-links', 'agenda-findings'])(
    'has its %s listed with one statement a page',
    async (list) => {
      const seen = new Set<string>();
      for (let next: string | undefined = `${path}/${list}?limit=100`; next !== undefined;) {
        const pages: { items: object[]; _links: { next?: string } }[] = [];
        const ask = async (): Promise<unknown> => pages.push((await coordinator.get(next!)).body);
        expect(await statementsAbout(pactId, ask)).toHaveLength(1);
        const [page] = pages;
        page?.items.forEach((item) => seen.add(JSON.stringify(item)));
        next = page?._links.next;
      }
      const expected = list === 'agenda-findings' ? SIZE : list.endsWith('links') ? links.length : SIZE;
      expect(seen.size).toBe(expected);
    },
  );

  it('tells of each problem where it stands', async () => {
    const { items } = (await coordinator.get(`${path}/problems?role=cause&limit=100`)).body;
    expect(items).toHaveLength(100);
    expect((await coordinator.get(`${path}/problems?role=orphan`)).body.items).toEqual([]);
    expect((await coordinator.get(`${path}/problems?role=core`)).body.items).toHaveLength(1);
  });

  it.each(['problem-tree', 'objective-tree'])('is drawn whole as a %s', async (tree) => {
    const { body } = await coordinator.get(`${path}/${tree}?format=svg`);
    expect((body as string).match(/class="node"/g)).toHaveLength(SIZE);
    expect((body as string).match(/class="edge"/g)).toHaveLength(links.length);
  });

  it('is not brought with more than it may have', async () => {
    const many = Array.from({ length: 501 }, (_, place) => ({ code: codeOf(place), title: 'x' }));
    const put = (content: object) => coordinator.put(`${path}/problem-tree`, content, { 'If-Match': '"1"' });
    expect((await put({ problems: many, links: [] })).body.errors).toEqual([
      expect.objectContaining({ pointer: '/problems', code: 'too-many' }),
    ]);
    const full = await put({ problems: many.slice(1), links: [] });
    expect(full.body.type).toBe('/problems/still-referred-to');
  });

  it('takes no problem beyond what it may have', async () => {
    const { path: other } = await pactWithMembers(api, 0);
    const many = Array.from({ length: 500 }, (_, place) => ({ code: codeOf(place), title: 'x' }));
    await api.admin.put(`${other}/problem-tree`, { problems: many, links: [] }, { 'If-Match': '"0"' });
    const refused = await api.admin.post(`${other}/problems`, { title: 'Uno di troppo' });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/agenda-full']);
  });
});
