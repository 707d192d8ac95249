import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { startApi, type TestAnswer, type TestApi } from '../support/api.js';
import { pactWithMembers } from '../support/pact-with-members.js';

const actor = { name: 'Comune', system: 'public', kind: 'municipality' };

/** The same key at the same moment is told to come again. */
async function sendUntilFree(send: () => Promise<TestAnswer>): Promise<TestAnswer> {
  const answer = await send();
  return answer.status === 409 ? sendUntilFree(send) : answer;
}

describe('the manners of the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('asks for a token before it looks at anything else', async () => {
    const { status, headers, body } = await api.client().post('/v1/actors', 'not json at all');
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="patti"']);
    expect(body).toMatchObject({ type: '/problems/unauthenticated', instance: '/v1/actors' });
    expect(body.requestId).toBe(headers.get('x-request-id'));
  });

  it.each([
    ['malformed JSON', '{"a":', 400],
    ['a key twice', '{"name":"a","name":"b"}', 400],
    ['a reserved key', '{"__proto__":{}}', 400],
    ['20,000 levels', '['.repeat(20_000), 400],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400],
    ['a list', '[]', 422],
    ['more than a megabyte', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413],
  ])('answers %s with a problem', async (_, body, status) => {
    expect((await api.admin.post('/v1/actors', body)).status).toBe(status);
  });

  it('knows an idempotency key again however the address is spelt', async () => {
    const once = { ...actor, name: 'Spelt' };
    const headers = { 'Idempotency-Key': 'spelt' };
    const first = await api.admin.post('/v1/actors?', once, headers);
    for (const address of ['/v1/actors', '/v1/actors/']) {
      const again = await api.admin.post(address, once, headers);
      expect([address, again.body.id]).toEqual([address, first.body.id]);
    }
    expect((await api.admin.get('/v1/actors?q=Spelt')).body.items).toHaveLength(1);

    const { pactId, coordinator } = await pactWithMembers(api, 0);
    const encoded = `%${pactId.charCodeAt(0).toString(16)}${pactId.slice(1)}`;
    const runs = await Promise.all(
      [pactId, encoded, pactId.toUpperCase()].map(async (id) => {
        const path = `/v1/pacts/${id}/monitoring-runs`;
        return (await sendUntilFree(() => coordinator.post(path, {}, headers))).body.id;
      }),
    );
    expect(new Set(runs).size).toBe(1);
  });

  it('finds nothing under an id that no text may hold, with an idempotency key too', async () => {
    const headers = { 'Idempotency-Key': 'nothing-there' };
    const { status } = await api.admin.post('/v1/api-keys/a%00b/rotations', {}, headers);
    expect(status).toBe(404);
  });

  it('finds nothing under an address in other letters', async () => {
    expect((await fetch(`${api.url}/V1/me`, { headers: {} })).status).toBe(404);
    expect((await api.client(api.admin.token).get('/v1/Actors')).status).toBe(404);
  });

  it('says what to do about a refusal', async () => {
    const auditor = await (await pactWithMembers(api, 0)).keyOf('auditor');
    const { body } = await api.admin.post('/v1/actors', actor);
    const refused = [
      await auditor.post('/v1/actors', actor),
      await api.admin.get('/v1/nowhere'),
      await api.admin.patch(`/v1/actors/${body.id}`, { name: 'Ente' }, { 'If-Match': '"9"' }),
      await api.admin.post('/v1/actors', JSON.stringify({ name: 'x'.repeat(1_100_000) })),
      await api.admin.patch(`/v1/actors/${body.id}`, { name: 'Ente' }),
    ];
    expect(refused.map((answer) => answer.status)).toEqual([403, 404, 412, 413, 428]);
    for (const answer of refused) expect(answer.body.detail).toMatch(/^\S.+\.$/);
  });

  it('takes only the media types it documents', async () => {
    const xml = await api.admin.post('/v1/actors', '<a/>', { 'Content-Type': 'application/xml' });
    expect(xml.status).toBe(415);
    const { body } = await api.admin.post('/v1/actors', actor);
    const json = await api.admin.patch(
      `/v1/actors/${body.id}`,
      {},
      { 'Content-Type': 'application/json', 'If-Match': '"1"' },
    );
    expect(json.status).toBe(415);
  });

  it('reads no compressed body', async () => {
    const gzip = { 'Content-Encoding': 'gzip' };
    expect((await api.admin.post('/v1/actors', gzipSync(JSON.stringify(actor)), gzip)).status).toBe(415);
  });

  it('answers what is not HTTP with a problem too', async () => {
    const { port } = new URL(api.url);
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('GARBAGE\r\n\r\n'));
      socket.on('data', (chunk: Buffer) => (text += chunk.toString())).on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
  });

  it('tells a method that is not answered from an address that is not there', async () => {
    const wrongMethod = await api.admin.delete('/v1/actors');
    expect([wrongMethod.status, wrongMethod.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect((await api.admin.get('/v1/nothing')).status).toBe(404);
    expect((await api.admin.get('/v1/actors/not-a-uuid')).status).toBe(404);
  });

  it('has one effect for one idempotency key, and gives the same answer again', async () => {
    const key = { 'Idempotency-Key': 'first-of-its-kind' };
    const first = await api.admin.post('/v1/actors', actor, key);
    const again = await api.admin.post('/v1/actors', actor, key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    const other = await api.admin.post('/v1/actors', { ...actor, name: 'Other' }, key);
    expect([other.status, other.body.type]).toEqual([422, '/problems/idempotency-key-reused']);
  });

  it('lets fifty parallel requests with one key happen once', async () => {
    const key = { 'Idempotency-Key': 'parallel' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => api.admin.post('/v1/actors', { ...actor, name: 'Parallel' }, key)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect((await api.admin.get('/v1/actors?q=Parallel')).body.items).toHaveLength(1);
  });

  it('forgets a request that failed, so the same key can succeed', async () => {
    const key = { 'Idempotency-Key': 'second-try' };
    expect((await api.admin.post('/v1/actors', {}, key)).status).toBe(422);
    expect((await api.admin.post('/v1/actors', actor, key)).status).toBe(201);
  });

  it('is alive and ready', async () => {
    for (const path of ['/health/live', '/health/ready', '/status']) {
      expect((await api.client().get(path)).body).toMatchObject({ status: 'ok' });
    }
  });

  it('publishes its document and a page that shows it', async () => {
    expect((await api.client().get('/openapi.json')).body.openapi).toMatch(/^3\./);
    expect((await api.client().get('/docs/')).body).toContain('Patti API');
  });
});
