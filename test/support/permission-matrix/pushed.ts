import { randomUUID } from 'node:crypto';
import type { Client } from '../api.js';
import type { PactWithMembers } from '../pact-with-members.js';
import { recordsOnDays } from '../people.js';

/** How a batch comes: answered at once, kept waiting, or for several pacts. */
export type Way = 'direct' | 'waiting' | 'regional';

/** A record as a partner pushes it. */
export const PATHWAY = {
  kind: 'pathway',
  externalId: 'w1',
  participant: { scheme: 'own', value: 'p1' },
  startedOn: '2025-03-01',
};

/** Whom callers of this kind may erase: nobody else asks about them. */
export const erasable = (kind: string): object => ({ scheme: 'own', value: `erased-by-${kind}` });

/** Sources are of the whole service, so each pact's callers have their own. */
export const sourceOf = (kind: string, pactId: string): string => `${kind.replace('_', '-')}-${pactId}`;

/** The batches of those who push, one in each way. */
export async function pushed(
  askers: ReadonlyMap<string, Client>,
  { path, pactId, members }: PactWithMembers,
): Promise<Map<string, Record<Way, string>>> {
  const batches = new Map<string, Record<Way, string>>();
  for (const kind of ['admin', 'partner']) {
    const participant = { scheme: 'own', value: `only-in-${pactId}` };
    const led = { ...PATHWAY, externalId: 'w2', participant, leadActorId: members[0]?.actorId };
    const leaving = { ...PATHWAY, externalId: 'w3', participant: erasable('admin') };
    const leavingToo = { ...PATHWAY, externalId: 'w4', participant: erasable('coordinator') };
    const told = { kind: 'participant', externalId: 'a2', participant };
    const spell = {
      kind: 'employment',
      externalId: 'e2',
      participant,
      startedOn: '2025-04-01',
      contract: 'A.01.00',
    };
    const body = {
      source: sourceOf(kind, pactId),
      records: [PATHWAY, led, leaving, leavingToo, told, spell, ...recordsOnDays('stage', participant)],
    };
    const push = async (to: string, headers = {}, source = body.source): Promise<string> =>
      (await askers.get(kind)!.post(to, { ...body, source }, headers)).body.id;
    batches.set(kind, {
      direct: await push(`${path}/outcome-batches`),
      waiting: await push(`${path}/outcome-batches`, { Prefer: 'respond-async' }),
      // An administrator's goes into every pact, whose callers must not read the name of this one in it.
      regional: await push('/v1/outcome-batches', {}, `region-${randomUUID()}`),
    });
  }
  return batches;
}
