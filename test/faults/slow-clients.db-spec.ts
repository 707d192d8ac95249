import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { ADMIN_KEY } from '../support/database.js';

const PATIENCE_MS = 90_000;
const KEY = `Host: here\r\nAuthorization: Bearer ${ADMIN_KEY}\r\n`;
const PACT = {
  title: 'Patto',
  commonAgenda: 'Lavoro',
  territory: ['015146'],
  startsOn: '2024-01-01',
  ratificationRule: { kind: 'all_signatories' },
};

/** A connection that has sent this much of a request, and what became of it. */
class Idler {
  text = '';
  readonly opened: Promise<void>;
  readonly closed: Promise<string>;
  readonly socket: Socket;

  constructor(api: TestApi, sent: string, localAddress = '127.0.0.1') {
    const socket = connect({ port: Number(new URL(api.url).port), host: '127.0.0.1', localAddress });
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => (this.text += chunk.toString())).on('error', () => undefined);
    this.opened = new Promise((resolve) => socket.once('connect', () => socket.write(sent, () => resolve())));
    this.closed = new Promise((resolve) => socket.once('close', () => resolve(this.text)));
  }
}

async function idle(count: number, make: (each: number) => Idler): Promise<Idler[]> {
  const idlers = Array.from({ length: count }, (_, each) => make(each));
  await Promise.all(idlers.map(({ opened }) => opened));
  return idlers;
}

const leave = (idlers: readonly Idler[]): void => idlers.forEach(({ socket }) => socket.destroy());

async function closedWithin(idlers: readonly Idler[], ms: number): Promise<string[]> {
  const texts: string[] = [];
  for (const { closed } of idlers) void closed.then((text) => texts.push(text));
  for (const until = Date.now() + ms; texts.length < idlers.length && Date.now() < until;) await wait(50);
  return texts;
}

describe('clients that are slow, or never finish', () => {
  let api: TestApi;
  const start = async (settings: Record<string, string> = {}): Promise<Client> => {
    api = await startApi(settings);
    return api.admin;
  };
  afterEach(() => api.close());

  it(
    'stop nobody else, a thousand at a time, and are let go',
    async () => {
      const admin = await start();
      const heads = await idle(500, () => new Idler(api, 'GET /v1/me HTTP/1.1\r\nHost: here\r\nX-Slow: '));
      const body = `POST /v1/actors HTTP/1.1\r\n${KEY}Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{`;
      const bodies = await idle(500, () => new Idler(api, body));
      for (let each = 0; each < 50; each++) expect((await admin.get('/v1/pacts')).status).toBe(200);
      const answers = await closedWithin(heads, 30_000);
      expect(answers).toHaveLength(500);
      expect(new Set(answers.map((text) => text.slice(0, 12)))).toEqual(new Set(['HTTP/1.1 408']));
      leave(bodies);
      expect((await admin.get('/v1/pacts')).status).toBe(200);
    },
    PATIENCE_MS,
  );

  it('cannot take every connection from one address', async () => {
    await start({ MAX_CONNECTIONS: '20' });
    const crowd = await idle(40, () => new Idler(api, 'GET / HTTP/1.1\r\n'));
    await wait(500);
    expect(crowd.filter(({ socket }) => !socket.closed)).toHaveLength(15);
    const request = `GET /v1/me HTTP/1.1\r\n${KEY}Connection: close\r\n\r\n`;
    const [honest] = await idle(1, () => new Idler(api, request, '127.0.0.2'));
    expect(await honest!.closed).toMatch(/^HTTP\/1.1 200 /);
    leave(crowd);
  });

  it(
    'cannot keep the database from others by uploads that stand still',
    async () => {
      const admin = await start({ DATABASE_POOL_SIZE: '4' });
      const { body: pact } = await admin.post('/v1/pacts', PACT);
      const path = `/v1/pacts/${pact.id}/outcome-batches`;
      const { body: other } = await admin.post('/v1/api-keys', { name: 'Other', kind: 'admin', pacts: [] });
      const upload = (token: string, each: number): string =>
        `POST ${path} HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ${token}\r\n` +
        `Content-Type: application/x-ndjson\r\nIdempotency-Key: upload-${each}\r\n` +
        'Transfer-Encoding: chunked\r\n\r\n1\r\n\n\r\n';
      const stalled = await idle(8, (each) => new Idler(api, upload(each % 2 ? ADMIN_KEY : other.key, each)));
      await wait(500);
      const turnedAway = stalled.filter(({ text }) => /^HTTP\/1.1 503 .*Retry-After: \d/s.test(text));
      expect(turnedAway).toHaveLength(6);
      for (let each = 0; each < 20; each++) {
        expect((await admin.get(`/v1/pacts/${pact.id}`)).status).toBe(200);
      }
      const answers = await closedWithin(stalled, 60_000);
      expect(answers.filter((text) => text.startsWith('HTTP/1.1 408'))).toHaveLength(2);
      const ndjson = { 'Content-Type': 'application/x-ndjson' };
      expect((await admin.post(path, '', ndjson)).status).not.toBe(503);
    },
    PATIENCE_MS,
  );
});

describe('more work than can be done', () => {
  it('is turned away at once, and leaves no trace', async () => {
    const api = await startApi({ DATABASE_POOL_SIZE: '2' });
    expect((await api.admin.get('/v1/pacts')).status).toBe(200);
    const blocker = new pg.Client(api.databaseUrl);
    await blocker.connect();
    await blocker.query('begin; lock table pact in access exclusive mode');
    const waiting = Array.from({ length: 103 }, () => api.admin.get('/v1/pacts'));
    await wait(1_000);
    const more = await api.admin.get('/v1/pacts');
    expect([more.status, more.body.detail]).toEqual([503, 'There is too much to do.']);
    expect(Number(more.headers.get('retry-after'))).toBeGreaterThan(0);
    await blocker.query('rollback');
    await blocker.end();
    const done = (await Promise.all(waiting)).map(({ status }) => status);
    expect(done.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect((await api.admin.get('/v1/pacts')).status).toBe(200);
    await api.close();
  });
});
