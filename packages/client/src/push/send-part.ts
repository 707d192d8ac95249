import type { PattiClient } from '../http/patti-client.js';
import { answered, Refusal } from '../http/refusal.js';
import type { Batch } from './batch-results.js';
import { follow } from './follow.js';
import type { Part } from './part.js';

export interface Target {
  readonly pactId: string;
  /** What stands in the address besides the pact: mode, source, kind, how the table is written. */
  readonly query: Readonly<Record<string, string | boolean>>;
}

/** What became of the part's rows. An atomic batch that was refused is such an answer too; anything else is thrown. */
export async function sendPart(
  client: PattiClient,
  { pactId, query }: Target,
  part: Part,
  idempotencyKey: string,
): Promise<Batch> {
  const result = await client.POST('/v1/pacts/{pactId}/outcome-batches', {
    params: { path: { pactId }, query, header: { 'Idempotency-Key': idempotencyKey } },
    headers: { 'Content-Type': part.contentType },
    body: part.body as never,
    bodySerializer: (body: unknown) => body as string,
  });
  const refused = refusedBatch(result.response, result.error);
  if (refused) return refused;
  const batch: Batch = answered(result);
  return result.response.status === 202 ? await follow(client, pactId, batch, result.response) : batch;
}

/** The problem has the members of a batch's answer beside its own; its `status` is that of HTTP. */
function refusedBatch(response: Response, error: unknown): Batch | undefined {
  if (response.ok || typeof error !== 'object' || error === null) return undefined;
  if (new Refusal(response.status, error).slug !== 'batch-refused') return undefined;
  return { ...(error as Batch), status: 'failed' };
}
