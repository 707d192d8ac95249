import { startApi, type TestApi } from '../../../../test/support/api.js';
import { ComputedPacts } from '../../../../test/support/computed-pacts.js';
import { uuidv7 } from '#kernel';
import { Catalogue } from '#indicators';

let api: TestApi;
let pacts: ComputedPacts;
let pactId: string;

beforeAll(async () => {
  api = await startApi();
  pacts = await ComputedPacts.on(api);
  pactId = await pacts.add({ women: 5, men: 4 });
});
afterAll(async () => {
  await pacts.close();
  await api.close();
});

const QUESTION = 'by=sex,ageGroup&period=2025&granularity=quarter&asOf=2025-12-31';
/** What a report was made of: all of it, as the service wrote it. */
async function report(): Promise<string[]> {
  const one = await api.admin.get(`/v1/pacts/${pactId}/figures?${QUESTION}&format=csv`);
  const cube = await api.admin.get(`/v1/pacts/${pactId}/figures?${QUESTION}&format=jsonstat`);
  const page = await api.admin.get(`/v1/pacts/${pactId}/figures?${QUESTION}&limit=20`);
  const across = await api.admin.get(`/v1/figures?${QUESTION}&pact=${pactId}&format=csv`);
  expect([one.status, cube.status, page.status, across.status]).toEqual([200, 200, 200, 200]);
  return [one, cube, page, across].map(({ body }) => JSON.stringify(body));
}

const value = async (more: string): Promise<unknown> => {
  const { body } = await api.admin.get(
    `/v1/pacts/${pactId}/figures?indicator=pathways_started&period=2025${more}`,
  );
  const [{ value: told, definitionVersion, revision }] = body.items;
  return { told, definitionVersion, revision };
};

describe('what was published', () => {
  it('is answered as of its day, bit by bit, whatever comes later', async () => {
    const before = await report();
    expect(before[0]).toContain('pathways_started');

    // Late data, of a source that was not known before.
    const late = Array.from({ length: 6 }, () => uuidv7());
    await pacts.records(pactId).push({
      source: 'late',
      pathways: late.map((id) => ({ externalId: id, participantId: id, startedOn: '2025-02-01' })),
    });
    await pacts.compute(pactId, '2026-01-31');
    expect(await report()).toEqual(before);
    expect(await value('')).toMatchObject({ told: 15, revision: 2 });

    // A rule that counts something else from now on.
    const { all } = await Catalogue.load();
    const note = { it: 'Contava tutti.', en: 'Counted all.' };
    const changed = all.map((each) =>
      each.code === 'pathways_started'
        ? {
            ...each,
            version: 2,
            history: [{ version: 1, note }],
            where: [{ column: 'sex', in: ['F'] }],
          }
        : each,
    );
    await pacts.under(new Catalogue(changed)).compute(pactId, '2026-02-28');
    expect(await report()).toEqual(before);
    expect(await value('')).toEqual({ told: 5, definitionVersion: 2, revision: 3 });
    expect(await value('&asOf=2026-01-31')).toEqual({ told: 15, definitionVersion: 1, revision: 2 });
    expect(await value('&asOf=2025-12-31')).toEqual({ told: 9, definitionVersion: 1, revision: 1 });

    // Other choices of the pact.
    const version = { 'If-Match': '"0"' };
    await api.admin.put(`/v1/pacts/${pactId}/indicator-settings`, { disclosureThreshold: 10 }, version);
    await pacts.compute(pactId, '2026-03-31');
    expect(await report()).toEqual(before);
  });
});
