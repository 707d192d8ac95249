import type { ActorPlan } from '../generator/actors.js';
import type { Client, Identified } from './client.js';
import { inParallel } from './pool.js';

interface ActorAnswer extends Identified {
  readonly name: string;
  readonly taxCode?: string;
}

/** Creates the actors that are not there yet; answers the ids of all by their key. */
export async function loadActors(
  admin: Client,
  actors: readonly ActorPlan[],
  tick: () => void,
): Promise<{ ids: Map<string, string>; created: number }> {
  const there = new Map<string, string>();
  for (const { id, name, taxCode } of await admin.list<ActorAnswer>('/v1/actors'))
    there.set(taxCode ?? name, id);
  const ids = new Map<string, string>();
  let created = 0;
  await inParallel(actors, 8, async (actor) => {
    const known = there.get(actor.taxCode ?? actor.name);
    const { id } = known
      ? { id: known }
      : await admin.post<Identified>('/v1/actors', requestFor(actor), actor.key);
    if (!known) created++;
    ids.set(actor.key, id);
    tick();
  });
  return { ids, created };
}

function requestFor({ key, services, ...actor }: ActorPlan): object {
  const [place, desk] = key.split('/');
  return {
    ...actor,
    services: services.map((name) => ({ name })),
    contacts: [{ label: 'Segreteria', email: `${desk}@${place}.patti.example` }],
  };
}
