import { addDays, type Day } from '#kernel';
import { outcomesKnownOn, type Network } from '../generator/network.js';
import type { Client } from './client.js';
import type { LoadedPact } from './load-pacts.js';

interface BatchAnswer {
  readonly id: string;
  readonly counts: Record<keyof OutcomeCounts, number>;
  readonly results: readonly {
    readonly outcome: string;
    readonly errors?: readonly { readonly detail: string }[];
  }[];
}

export interface OutcomeCounts {
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

const LINES = 2_000;
const DAYS_BETWEEN_DELIVERIES = 120;

/** The partner systems have pushed twice: what they knew four months before the end, and what they know at the end. */
function snapshotDays(network: Network): Day[] {
  return [addDays(network.horizon, -DAYS_BETWEEN_DELIVERIES), network.horizon];
}

export interface Push {
  readonly network: Network;
  readonly actorIds: ReadonlyMap<string, string>;
  readonly partnerOf: (source: string) => Client;
  readonly counts: OutcomeCounts;
  readonly tick: (by: number) => void;
}

export async function pushOutcomes(push: Push, pact: LoadedPact): Promise<void> {
  for (const day of snapshotDays(push.network)) {
    for (const [source, lines] of linesBySource(push, pact, day)) {
      for (let from = 0; from < lines.length; from += LINES) {
        const batch = lines.slice(from, from + LINES);
        const path = `/v1/pacts/${pact.id}/outcome-batches?mode=partial&source=${source}`;
        tally(await push.partnerOf(source).push<BatchAnswer>(path, batch), push.counts);
        push.tick(batch.length);
      }
    }
  }
}

export function countRecords(network: Network): number {
  let records = 0;
  for (const pact of network.pacts) {
    for (const day of snapshotDays(network)) for (const _ of outcomesKnownOn(network, pact, day)) records++;
  }
  return records;
}

function linesBySource({ network, actorIds }: Push, pact: LoadedPact, day: Day): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  for (const { source, record } of outcomesKnownOn(network, pact.plan, day)) {
    const { leadActorKey, ...fields } = record;
    const line = JSON.stringify(
      leadActorKey ? { ...fields, leadActorId: actorIds.get(leadActorKey) } : fields,
    );
    const list = lines.get(source) ?? [];
    list.push(line);
    lines.set(source, list);
  }
  return lines;
}

function tally(answer: BatchAnswer, counts: OutcomeCounts): void {
  for (const key of Object.keys(counts) as (keyof OutcomeCounts)[]) counts[key] += answer.counts[key];
  if (answer.counts.rejected === 0) return;
  const detail = answer.results.find((row) => row.outcome === 'rejected')?.errors?.[0]?.detail ?? '';
  throw new Error(`${answer.counts.rejected} records of batch ${answer.id} were rejected: ${detail}`);
}
