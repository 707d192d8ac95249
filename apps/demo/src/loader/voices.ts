import { COMMUNICATIONS_SOURCE } from '../generator/territories.js';
import type { Client } from './client.js';
import type { KeyRing } from './keys.js';
import type { LoadedPact } from './load-pacts.js';
import { inParallel } from './pool.js';

/** A key for every actor that promises or receives something, valid in the pacts where it does. */
export async function memberVoices(
  ring: KeyRing,
  pacts: readonly LoadedPact[],
  actorIds: ReadonlyMap<string, string>,
): Promise<Map<string, Client>> {
  const entered = new Map<string, string[]>();
  for (const { id, plan } of pacts) {
    const keys = plan.commitments.flatMap((each) => [each.promisorKey, ...each.beneficiaryKeys]);
    for (const key of new Set(keys)) enter(entered, key, id);
  }
  return open(ring, entered, (key) => ({
    kind: 'member',
    name: `Demo: ${key}`,
    actorId: actorIds.get(key)!,
  }));
}

/** A key for each partner system; the regional feed of communications enters every pact. */
export async function partnerVoices(
  ring: KeyRing,
  pacts: readonly LoadedPact[],
): Promise<Map<string, Client>> {
  const entered = new Map<string, string[]>();
  for (const { id, plan } of pacts) {
    enter(entered, plan.territory.source, id);
    enter(entered, COMMUNICATIONS_SOURCE, id);
  }
  return open(ring, entered, (source) => ({
    kind: 'partner',
    name: `Demo: ${source}`,
    scopes: [`source:${source}`],
  }));
}

function enter(entered: Map<string, string[]>, key: string, pactId: string): void {
  entered.set(key, [...(entered.get(key) ?? []), pactId]);
}

async function open(
  ring: KeyRing,
  entered: ReadonlyMap<string, string[]>,
  wishFor: (key: string) => Omit<Parameters<KeyRing['client']>[0], 'pacts'>,
): Promise<Map<string, Client>> {
  const voices = new Map<string, Client>();
  await inParallel([...entered], 8, async ([key, pacts]) => {
    voices.set(key, await ring.client({ ...wishFor(key), pacts }));
  });
  return voices;
}
