import { setTimeout as wait } from 'node:timers/promises';
import type { PattiClient } from '../http/patti-client.js';
import { answered, Refusal } from '../http/refusal.js';
import { batchResults, type Batch } from './batch-results.js';

const UNDER_WAY = new Set(['queued', 'running']);
const USUAL_SECONDS = 2;

/** Waits until a batch that was taken for later (202) has ended, and tells what became of its rows. */
export async function follow(
  client: PattiClient,
  pactId: string,
  taken: Batch,
  answer: Response,
): Promise<Batch> {
  const batchId = batchIn(answer) ?? taken.id;
  let seconds = retryAfter(answer);
  for (;;) {
    await wait(seconds * 1000);
    const { batch, response } = await look(client, pactId, batchId);
    if (!UNDER_WAY.has(batch.status)) return ended(client, pactId, batch);
    seconds = retryAfter(response);
  }
}

async function look(client: PattiClient, pactId: string, batchId: string) {
  const result = await client.GET('/v1/pacts/{pactId}/outcome-batches/{batchId}', {
    params: { path: { pactId, batchId } },
  });
  return { batch: answered(result) as Batch, response: result.response };
}

async function ended(client: PattiClient, pactId: string, batch: Batch): Promise<Batch> {
  const { received, created, updated, unchanged, deleted, rejected } = batch.counts;
  if (batch.status === 'cancelled' || received > created + updated + unchanged + deleted + rejected)
    throw new Refusal(200, { title: `Batch ${batch.id} ended as ${batch.status} with rows left unread` });
  const told = batch.results.filter(({ outcome }) => outcome === 'rejected').length;
  if (told >= rejected) return batch;
  return { ...batch, results: await rejectedOf(client, pactId, batch.id) };
}

async function rejectedOf(client: PattiClient, pactId: string, batchId: string): Promise<Batch['results']> {
  const rejected: Batch['results'] = [];
  for await (const row of batchResults(client, pactId, batchId)) {
    if (row.outcome === 'rejected') rejected.push(row);
  }
  return rejected;
}

/** Only the id is taken from the address: the key goes nowhere but to the service it was given for. */
const batchIn = (answer: Response): string | undefined =>
  /\/outcome-batches\/([0-9a-f-]{36})$/.exec(answer.headers.get('Location') ?? '')?.[1];

function retryAfter(answer: Response): number {
  const seconds = Number(answer.headers.get('Retry-After'));
  return seconds > 0 ? seconds : USUAL_SECONDS;
}
