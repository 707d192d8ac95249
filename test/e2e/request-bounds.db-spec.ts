import { startApi, type TestApi } from '../support/api.js';
import { ADMIN_KEY } from '../support/database.js';
import { rawRequest } from '../support/raw-request.js';

const MEGABYTE = 1_048_576;
const KEY = `Authorization: Bearer ${ADMIN_KEY}\r\n`;
const actor = JSON.stringify({ name: 'Comune', system: 'public', kind: 'municipality' });

/** The head of a POST of which the body is still to come. */
const head = (more: string, length = MEGABYTE): string =>
  'POST /v1/actors HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n' +
  `Content-Length: ${length}\r\n${more}\r\n`;
const WHOLE = /\r\n\r\n.+}$/s;

describe('what a request may be', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  const status = async (path: string, headers: Record<string, string> = {}): Promise<number> => {
    const answer = await fetch(api.url + path, {
      headers: { Authorization: `Bearer ${ADMIN_KEY}`, ...headers },
    });
    const { status: told = answer.status } = (await answer.json()) as { status?: number };
    expect(told).toBe(answer.status);
    return told;
  };
  const many = (count: number): string => Array.from({ length: count }, (_, each) => `p${each}=1`).join('&');

  it('is known before its body has come: without a token it is refused', async () => {
    expect(await rawRequest(api.url, head(''), WHOLE)).toMatch(/^HTTP\/1.1 401 .*unauthenticated/s);
  });

  it('waits for leave to send its body, and gets it only when the body is wanted', async () => {
    const expecting = 'Expect: 100-continue\r\n';
    expect(await rawRequest(api.url, head(expecting), WHOLE)).toMatch(/^HTTP\/1.1 401 /);
    const text = await rawRequest(api.url, head(KEY + expecting, actor.length) + actor, WHOLE);
    expect(text).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 201 /);
  });

  it('shows its refusal to a client that sends all of its body first', async () => {
    const body = 'x'.repeat(MEGABYTE);
    for (let each = 0; each < 10; each++) {
      const answer = await fetch(`${api.url}/v1/actors`, { method: 'POST', body });
      expect(answer.status).toBe(401);
      await answer.text();
    }
  });

  it('leaves the connection in order for the next one when its body is refused unread', async () => {
    const next = `GET /v1/me HTTP/1.1\r\nHost: here\r\n${KEY}Connection: close\r\n\r\n`;
    const text = await rawRequest(api.url, `${head('', 5_000)}${'x'.repeat(5_000)}${next}`);
    expect(text.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 401', 'HTTP/1.1 200']);
  });

  it('has an address of at most 8,000 characters and 100 parameters', async () => {
    expect(await status(`/v1/actors?q=${'x'.repeat(9_000)}`)).toBe(414);
    expect(await status(`/v1/actors?${many(101)}`)).toBe(400);
    expect(await status(`/openapi.json?${many(101)}`)).toBe(400);
    expect(await status(`/openapi.json?${many(100)}`)).toBe(200);
  });

  it('has at most 100 headers, of 16 KB together', async () => {
    const headers = (count: number): Record<string, string> =>
      Object.fromEntries(Array.from({ length: count }, (_, each) => [`x-${each}`, 'y']));
    expect(await status('/v1/me', headers(80))).toBe(200);
    expect(await status('/v1/me', headers(101))).toBe(431);
    const large = await rawRequest(
      api.url,
      `GET / HTTP/1.1\r\nHost: here\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
    );
    expect(large).toMatch(/^HTTP\/1.1 431 .*problem\+json.*headers-too-large/s);
  });

  it.each([
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello'],
    ['a length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a broken chunk', 'Transfer-Encoding: chunked\r\n\r\nXYZ\r\n'],
  ])('is refused with %s', async (_, rest) => {
    const bytes = `POST /v1/actors HTTP/1.1\r\nHost: here\r\n${KEY}Content-Type: application/json\r\n${rest}`;
    expect(await rawRequest(api.url, bytes)).toMatch(/^HTTP\/1.1 400 /);
  });
});
