import type { Client } from '../api.js';

/** By the name of the path parameter. */
type Ids = Readonly<Record<string, string>>;

/** Of the agenda of a pact. */
export interface AgendaStage {
  readonly ids: Ids;
  /** What the caller of this name may remove, and no other does. */
  readonly spare: (asker: string) => Ids;
}

/** Callers that may remove something of an agenda. */
const REMOVERS = ['admin', 'coordinator', 'member', 'the member that receives'];

export async function agendaOf(coordinator: Client, path: string, reporterId: string): Promise<AgendaStage> {
  const ids = await oneOfEverything(coordinator, path, reporterId);
  const spares = new Map<string, Ids>();
  for (const name of REMOVERS) spares.set(name, await oneOfEverything(coordinator, path, reporterId));
  return { ids, spare: (asker) => spares.get(asker) ?? ids };
}

/** Nothing of it is referred to by anything else, so that each can be removed. */
async function oneOfEverything(coordinator: Client, path: string, reporterId: string): Promise<Ids> {
  const add = async (to: string, body: object): Promise<string> =>
    (await coordinator.post(`${path}/${to}`, body)).body.id;
  const found = { text: 'Pochi autobus', observedOn: '2026-01-01', reportedByActorId: reporterId };
  const effectId = await add('problems', { title: 'Effetto' });
  const endId = await add('objectives', { title: 'Fine' });
  const place = { istatCodes: ['015146'] };
  return {
    problemId: await add('problems', { title: 'Pochi corsi' }),
    problemLinkId: await add('problem-links', {
      causeId: await add('problems', { title: 'Causa' }),
      effectId,
    }),
    effectId,
    objectiveId: await add('objectives', { title: 'Più corsi' }),
    objectiveLinkId: await add('objective-links', {
      meansId: await add('objectives', { title: 'Mezzo' }),
      endId,
    }),
    endId,
    strategyId: await add('strategies', { title: 'Insieme', horizon: 'long_term' }),
    pillarId: await add('pillars', { title: { it: 'Governance' } }),
    resultId: await add('results', {
      pillarId: await add('pillars', { title: { it: 'Rete' } }),
      text: { it: 'Dialogo' },
    }),
    swotEntryId: await add('swot', { kind: 'threat', ...found }),
    territoryEntryId: await add('territory-entries', { kind: 'need', place, source: 'Tavolo', ...found }),
    stakeholderId: await stakeholder(coordinator, path),
  };
}

/** One with a history. */
async function stakeholder(coordinator: Client, path: string): Promise<string> {
  const stance = { interest: 3, influence: 3, position: 'neutral' };
  const { body } = await coordinator.post(`${path}/stakeholders`, { name: 'Imprese', ...stance });
  const objectiveId = (await coordinator.post(`${path}/objectives`, { title: 'Lavoro' })).body.id as string;
  await coordinator.post(`${path}/stakeholders/${body.id}/stances`, stance);
  for (const level of [0, 1])
    await coordinator.post(`${path}/stakeholders/${body.id}/alignments`, { objectiveId, level });
  return body.id;
}
