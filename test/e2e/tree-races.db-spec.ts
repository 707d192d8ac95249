import fc from 'fast-check';
import { circleIn, type Arc } from '#kernel';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { pactWithMembers } from '../support/pact-with-members.js';

const CODES = ['a', 'b', 'c', 'd', 'e'];
const code = fc.constantFrom(...CODES);
/** Many arcs among few nodes: most graphs of them have circles. */
const graph = fc.array(fc.tuple(code, code), { minLength: 8, maxLength: 16 });
const RUNS = 8;

describe('a tree that many write at the same time', () => {
  let api: TestApi;
  let path: string;
  let coordinator: Client;
  let ids: Map<string, string>;
  beforeAll(async () => {
    api = await startApi();
    ({ path, coordinator } = await pactWithMembers(api, 0));
    await bring([]);
    const { items } = (await coordinator.get(`${path}/problems`)).body;
    ids = new Map(items.map((one: { code: string; id: string }) => [one.code, one.id]));
  });
  afterAll(() => api.close());

  const version = async (): Promise<string> =>
    (await coordinator.get(`${path}/problem-tree`)).headers.get('etag') ?? '';
  const bring = async (arcs: readonly Arc[]) => {
    const problems = CODES.map((each) => ({ code: each, title: each }));
    const links = arcs.map(([cause, effect]) => ({ cause, effect }));
    return coordinator.put(`${path}/problem-tree`, { problems, links }, { 'If-Match': await version() });
  };
  const link = ([cause, effect]: Arc) =>
    coordinator.post(`${path}/problem-links`, { causeId: ids.get(cause), effectId: ids.get(effect) });
  const arcs = async (): Promise<Arc[]> =>
    (await coordinator.get(`${path}/problem-tree`)).body.links.map(
      ({ cause, effect }: { cause: string; effect: string }): Arc => [cause, effect],
    );

  it('has no circle in any order of writes, and every link that was taken', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (wanted) => {
        await bring([]);
        const answers = await Promise.all(wanted.map(link));
        const taken = wanted.filter((_, place) => answers[place]?.status === 201);
        const refused = answers.filter(({ status }) => status !== 201).map(({ status }) => status);
        expect(new Set(refused)).toEqual(refused.length > 0 ? new Set([409]) : new Set());
        const there = await arcs();
        expect(there.map(String).toSorted()).toEqual(taken.map(String).toSorted());
        expect(circleIn(there)).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });

  it('is brought whole by one of them, and by none that has not seen what is there', async () => {
    const seen = await version();
    const problems = [...CODES].map((each) => ({ code: each, title: `${each}!` }));
    const put = (title: string) =>
      coordinator.put(
        `${path}/problem-tree`,
        { problems: [...problems, { code: 'z', title }], links: [] },
        { 'If-Match': seen },
      );
    const answers = await Promise.all(['uno', 'due', 'tre'].map(put));
    expect(answers.map(({ status }) => `${status}`).toSorted()).toEqual(['200', '412', '412']);
  });
});
