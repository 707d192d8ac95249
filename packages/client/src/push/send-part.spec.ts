import { createPattiClient } from '../http/patti-client.js';
import type { Part } from './part.js';
import { sendPart } from './send-part.js';

const BATCH = '0190a000-0000-7000-8000-000000000001';
const PACT = '0190a000-0000-7000-8000-000000000002';
const PART: Part = {
  number: 1,
  body: 'a\nb\n',
  contentType: 'application/x-ndjson',
  rowsBefore: 0,
  lines: [1, 2],
  rows: 2,
};
const NO_COUNTS = { received: 2, created: 0, updated: 0, unchanged: 0, deleted: 0, rejected: 0 };
const REJECTED = {
  index: 1,
  outcome: 'rejected',
  errors: [{ pointer: '/startedOn', code: 'day', detail: 'A day.' }],
};

const json = (body: object, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { 'Retry-After': '0.01', ...headers } });
const batch = (status: string, counts: object = NO_COUNTS) => ({ id: BATCH, status, counts, results: [] });

function answering(...answers: Response[]) {
  const asked: string[] = [];
  const redirects = new Set<string>();
  const send = (request: Request): Promise<Response> => {
    asked.push(`${request.method} ${request.url}`);
    redirects.add(request.redirect);
    return Promise.resolve(answers.shift() ?? new Response(null, { status: 404 }));
  };
  const client = createPattiClient({ url: 'https://patti.test', key: 'k', send });
  return {
    asked,
    redirects,
    sent: () => sendPart(client, { pactId: PACT, query: { mode: 'partial' } }, PART, 'key'),
  };
}

const PUSHED = `POST https://patti.test/v1/pacts/${PACT}/outcome-batches?mode=partial`;
const SHOWN = `GET https://patti.test/v1/pacts/${PACT}/outcome-batches/${BATCH}`;

describe('a part that is sent', () => {
  it('is followed to its end when it was taken for later, wherever its address points', async () => {
    const location = { Location: `https://elsewhere.test/v1/pacts/${PACT}/outcome-batches/${BATCH}` };
    const { asked, redirects, sent } = answering(
      json(batch('queued'), 202, location),
      json(batch('running')),
      json(batch('succeeded', { ...NO_COUNTS, created: 2 })),
    );
    expect(await sent()).toMatchObject({ status: 'succeeded', counts: { created: 2 } });
    expect(asked).toEqual([PUSHED, SHOWN, SHOWN]);
    expect([...redirects]).toEqual(['error']);
  });

  it('fetches what became of the rows when the batch does not tell of all that were rejected', async () => {
    const results = `${JSON.stringify({ index: 0, outcome: 'created' })}\n${JSON.stringify(REJECTED)}\n`;
    const { asked, sent } = answering(
      json(batch('queued'), 202),
      json(batch('partial', { ...NO_COUNTS, created: 1, rejected: 1 })),
      new Response(results, { headers: { 'Content-Type': 'application/x-ndjson' } }),
    );
    expect((await sent()).results).toEqual([REJECTED]);
    expect(asked).toEqual([PUSHED, SHOWN, `${SHOWN}/results`]);
  });

  it('fails when its batch was cancelled', async () => {
    const { sent } = answering(json(batch('queued'), 202), json(batch('cancelled')));
    await expect(sent()).rejects.toThrow('ended as cancelled');
  });

  it('is answered like a batch when it was refused as a whole', async () => {
    const problem = { type: '/problems/batch-refused', status: 422, counts: NO_COUNTS, results: [REJECTED] };
    const { sent } = answering(json(problem, 422));
    expect(await sent()).toMatchObject({ status: 'failed', results: [REJECTED] });
  });

  it('is refused with the words of the service', async () => {
    const problem = {
      type: '/problems/source-taken',
      title: 'This source is taken',
      detail: 'Ask for a key with its scope.',
      requestId: 'r1',
    };
    const { sent } = answering(json(problem, 403));
    await expect(sent()).rejects.toThrow(
      '403 This source is taken; Ask for a key with its scope. (request r1)',
    );
  });
});
