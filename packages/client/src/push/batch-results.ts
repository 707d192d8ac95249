import type { components } from '../http/openapi.js';
import type { PattiClient } from '../http/patti-client.js';
import { answered } from '../http/refusal.js';
import { ndjsonRows } from './ndjson-rows.js';
import { decoded } from './text.js';

/** A batch that was taken for later has more states than one that was answered at once. */
export type Batch = Omit<components['schemas']['BatchAnswer'], 'status'> & { readonly status: string };
export type RowResult = components['schemas']['RowResultAnswer'];

/** What became of each row of a batch, as the service streams it. */
export async function* batchResults(
  client: PattiClient,
  pactId: string,
  batchId: string,
): AsyncGenerator<RowResult> {
  const result = await client.GET('/v1/pacts/{pactId}/outcome-batches/{batchId}/results', {
    params: { path: { pactId, batchId } },
    parseAs: 'stream',
  });
  const stream = answered<ReadableStream<Uint8Array> | null>(result);
  if (!stream) return;
  for await (const { text } of ndjsonRows(decoded(stream, 'utf-8'))) yield JSON.parse(text) as RowResult;
}
