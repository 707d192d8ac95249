import type { Client } from './api.js';
import type { PactWithMembers } from './pact-with-members.js';

/** Four people in a pact: Anna and Bruno are led by the first member, Carla and Dario belong to an access point. */
export const PEOPLE = {
  anna: { scheme: 'comune', value: 'anna-4711' },
  bruno: { scheme: 'comune', value: 'bruno-4712' },
  carla: { scheme: 'comune', value: 'carla-4713' },
  dario: { scheme: 'comune', value: 'dario-4714' },
} as const;
export type Name = keyof typeof PEOPLE;

const ACCESS_POINTS: Readonly<Record<Name, string | undefined>> = {
  anna: undefined,
  bruno: undefined,
  carla: 'PUA-Bergamo',
  dario: 'pua-dalmine',
};

/** What is told of a person: attributes, a pathway and a job, each under an external id of its own. */
export function recordsAbout(name: Name, leadActorId?: string): object[] {
  const of = (kind: string, fields: object): object => ({
    kind,
    externalId: `${kind}-${name}`,
    participant: PEOPLE[name],
    ...fields,
  });
  const accessPoint = ACCESS_POINTS[name];
  return [
    of('participant', { sex: 'F', birthYear: 1990, targetGroups: ['neet'] }),
    of('pathway', {
      startedOn: '2025-02-01',
      phase: 'training',
      ...(accessPoint === undefined ? { leadActorId } : { accessPoint }),
    }),
    of('employment', { startedOn: '2025-05-01', contract: 'A.01.00', hoursPerWeek: 20 }),
  ];
}

/** What is told of a person on days: one record of each such kind. */
export function recordsOnDays(
  name: string,
  participant: object,
  actorId?: string,
): Record<string, unknown>[] {
  const of = (kind: string, fields: object): Record<string, unknown> => ({
    kind,
    externalId: `${kind}-${name}`,
    participant,
    ...fields,
  });
  const scores = { family_relations: 4, income: null, employment: 2.5 };
  return [
    of('labour_status', { onDate: '2025-03-01', status: 'searching' }),
    of('qualification', { awardedOn: '2025-04-01', level: 4 }),
    of('assessment', { scale: 'matrix', scaleVersion: '2', onDate: '2025-03-01', scores }),
    of('service', { service: 'orientation', onDate: '2025-03-02', hours: 1.5, actorId }),
  ];
}

/** Pushes what is known of all four. */
export async function pushPeople(pact: PactWithMembers, partner: Client): Promise<void> {
  const leader = pact.members[0]?.actorId;
  const records = (Object.keys(PEOPLE) as Name[]).flatMap((name) => recordsAbout(name, leader));
  const { body } = await partner.post(`${pact.path}/outcome-batches`, { source: 'sil', records });
  if (body.counts?.created !== records.length) throw new Error(JSON.stringify(body));
}
