import { patient } from './patient-fetch.js';

const QUICK = { attempts: 4, firstPauseMs: 1, longestPauseMs: 2, random: () => 0.5 };
const URL = 'http://127.0.0.1:1/v1/x';
const post = (headers: Record<string, string> = {}) =>
  new Request(URL, { method: 'POST', body: 'rows', headers });
const keyed = () => post({ 'Idempotency-Key': 'k' });

/** Answers in turn; what it was sent is kept. */
function answering(...answers: (Response | Error)[]) {
  const bodies: string[] = [];
  const send = async (request: Request): Promise<Response> => {
    bodies.push(await request.text());
    const answer = answers.shift() ?? new Response('late', { status: 200 });
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { send, bodies };
}

const status = (code: number, headers = {}) => new Response('{}', { status: code, headers });

describe('a patient fetch', () => {
  it.each([
    ['an unreachable service', new TypeError('fetch failed')],
    ['too many requests', status(429)],
    ['a service that is busy', status(503)],
    ['a proxy without an answer', status(504)],
    ['a first try that still runs', new Response('/problems/idempotency-key-in-use', { status: 409 })],
  ])('sends the same again after %s', async (_, first) => {
    const { send, bodies } = answering(first, status(200));
    expect((await patient(send, QUICK)(keyed())).status).toBe(200);
    expect(bodies).toEqual(['rows', 'rows']);
  });

  it('does not repeat what may have been done and has no key', async () => {
    const lost = answering(new TypeError('fetch failed'));
    await expect(patient(lost.send, QUICK)(post())).rejects.toThrow('fetch failed');
    const unsure = answering(status(502));
    expect((await patient(unsure.send, QUICK)(post())).status).toBe(502);
    expect([...lost.bodies, ...unsure.bodies]).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 409, 413, 422, 500])('takes %i as an answer', async (code) => {
    const { send, bodies } = answering(status(code));
    expect((await patient(send, QUICK)(keyed())).status).toBe(code);
    expect(bodies).toHaveLength(1);
  });

  it('gives the last answer when its patience is over', async () => {
    const { send, bodies } = answering(status(503), status(503), status(503), status(503), status(200));
    expect((await patient(send, QUICK)(keyed())).status).toBe(503);
    expect(bodies).toHaveLength(4);
  });

  it('waits as long as it is asked to', async () => {
    const { send } = answering(status(429, { 'Retry-After': '1' }), status(200));
    const pauses: number[] = [];
    const since = performance.now();
    await patient(send, { ...QUICK, onPause: (ms) => pauses.push(ms) })(keyed());
    expect(pauses).toEqual([1_000.5]);
    expect(performance.now() - since).toBeGreaterThanOrEqual(990);
  });

  it('stops waiting when it is told to stop', async () => {
    const stopping = new AbortController();
    const { send } = answering(status(503, { 'Retry-After': '60' }));
    const waiting = patient(send, QUICK)(new Request(keyed(), { signal: stopping.signal }));
    setTimeout(() => stopping.abort(), 20);
    await expect(waiting).rejects.toThrow('aborted');
  });
});
