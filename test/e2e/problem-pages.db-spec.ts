import { allProblemKinds } from '#platform';
import { startApi, type Client, type TestApi } from '../support/api.js';

describe('the address of a problem', () => {
  let api: TestApi;
  let anybody: Client;
  beforeAll(async () => {
    api = await startApi();
    anybody = api.client();
  });
  afterAll(() => api.close());

  it('is served for every problem there is, to anybody', async () => {
    const kinds = allProblemKinds();
    expect(kinds.length).toBeGreaterThan(50);
    for (const { slug, status, title, titleIt } of kinds) {
      const type = `/problems/${slug}`;
      const english = await anybody.get(type, { 'Accept-Language': 'en' });
      expect([english.status, english.body]).toEqual([200, expect.objectContaining({ type, status, title })]);
      expect((await anybody.get(type)).body.title).toBe(titleIt);
      expect(titleIt).not.toBe(title);
    }
  });

  it('stands in the problems that are answered', async () => {
    const { body } = await anybody.get('/v1/me');
    const page = await anybody.get(body.type, { 'Accept-Language': 'en' });
    expect(page.body).toEqual({ type: body.type, status: 401, title: body.title });
  });

  it('tells what to do, where there is something to do', async () => {
    const { body } = await anybody.get('/problems/version-required');
    expect(body.advice).toBe('Leggerla e inviare la modifica con il suo ETag.');
  });

  it('is a page for whoever follows it in a browser', async () => {
    const { headers, body } = await anybody.get('/problems/forbidden', {
      Accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'Accept-Language': 'en-GB,en;q=0.9',
    });
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect([headers.get('content-language'), headers.get('vary')]).toEqual(['en', 'Accept, Accept-Language']);
    expect(body).toContain('<html lang="en">');
    expect(body).toContain('<h1>This is not among the things the caller may do</h1>');
  });

  it.each(['none', '%00', '__proto__', 'constructor'])(
    'is not there for what is no problem: %s',
    async (slug) => {
      const { status, body } = await anybody.get(`/problems/${slug}`);
      expect([status, body.type]).toEqual([404, '/problems/not-found']);
    },
  );
});
