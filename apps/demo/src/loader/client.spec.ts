import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from './client.js';

type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

describe('the client of the API', () => {
  let server: Server;
  let answers: Answer[];
  let seen: { method?: string; url?: string; headers: IncomingMessage['headers'] }[];
  const stopping = new AbortController();

  beforeAll(async () => {
    server = createServer((request: IncomingMessage, response: ServerResponse) => {
      seen.push({ method: request.method, url: request.url, headers: request.headers });
      const { status, body, headers } = answers.shift()!;
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    answers = [];
    seen = [];
  });
  afterAll(() => server.close());

  const client = () =>
    new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'the-key', stopping.signal);

  it('reads a list to its end', async () => {
    answers = [
      { status: 200, body: { items: [1, 2], nextCursor: 'a b' } },
      { status: 200, body: { items: [3] } },
    ];
    expect(await client().list('/v1/things?q=x')).toEqual([1, 2, 3]);
    expect(seen.map((each) => each.url)).toEqual([
      '/v1/things?q=x&limit=100',
      '/v1/things?q=x&limit=100&cursor=a%20b',
    ]);
    expect(seen[0]!.headers.authorization).toBe('Bearer the-key');
  });

  it('waits as told and tries again with the same idempotency key', async () => {
    answers = [
      { status: 429, headers: { 'retry-after': '0.01' } },
      { status: 201, body: { id: 'x' } },
    ];
    expect(await client().post('/v1/things', { a: 1 })).toEqual({ id: 'x' });
    expect(seen[1]!.headers['idempotency-key']).toBe(seen[0]!.headers['idempotency-key']);
  });

  it('gives the same idempotency key to the same labelled request only', async () => {
    answers = [1, 2, 3].map(() => ({ status: 201 }));
    await client().post('/v1/things', { a: 1 }, 'first');
    await client().post('/v1/things', { a: 1 }, 'first');
    await client().post('/v1/things', { a: 1 }, 'second');
    const keys = seen.map((each) => each.headers['idempotency-key']);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('says in one line what was refused and where', async () => {
    const errors = [{ pointer: '/startsOn', code: 'invalid', detail: 'is no day' }];
    answers = [{ status: 422, body: { type: '/problems/invalid-request', title: 'Invalid', errors } }];
    await expect(client().post('/v1/things', {})).rejects.toMatchObject({
      status: 422,
      slug: 'invalid-request',
      message: 'POST /v1/things was answered 422: Invalid; /startsOn is no day',
    });
  });
});
