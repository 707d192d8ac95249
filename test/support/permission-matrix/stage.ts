import { randomUUID } from 'node:crypto';
import { KINDS } from '#identity';
import type { Client, TestApi } from '../api.js';
import { governanceOf, type GovernanceSpares } from './governance-stage.js';
import { agendaOf, type AgendaStage } from './agenda-stage.js';
import { pactWithMembers, type Member, type PactWithMembers } from '../pact-with-members.js';
import { knowledgeOf, type KnowledgeSpares } from './knowledge-stage.js';
import { furnishPlan } from './plan-stage.js';
import { deadLetter, finding, publishedFigure } from './left-behind.js';
import { pushed, sourceOf, type Way } from './pushed.js';

/** A pact with one of everything in it, and the ids by which it is asked about. */
export interface Stage {
  readonly pactId: string;
  /** A pact of the same callers that has not begun. */
  readonly draftPactId: string;
  /** By the name of the path parameter. */
  readonly ids: Readonly<Record<string, string>>;
  readonly spareKeyId: string;
  readonly spareGrantIds: { readonly own: string; readonly any: string };
  readonly newcomerActorId: string;
  readonly unsignedMemberId: string;
  readonly leavingMemberId: string;
  /** A commitment that is a draft still. */
  readonly draftId: string;
  readonly promise: object;
  /** As it would have to be set to replace the one that is there in its first version. */
  readonly target: object;
  readonly spareTargetId: string;
  /** A measure that is proposed still. */
  readonly spareMeasureId: string;
  readonly governance: GovernanceSpares;
  readonly agenda: AgendaStage;
  readonly knowledge: KnowledgeSpares;
  /** The batch that a caller of this kind has pushed in this way; the partner's for those who push none. */
  readonly batchIds: (kind: string | undefined, way?: Way) => string;
  /** One client of each kind of caller; the member is the one that promises. */
  readonly askers: ReadonlyMap<string, Client>;
  readonly receiver: Client;
}

/** People can have roles only where an issuer is trusted; nobody is asked to sign in here. */
export const WITH_PEOPLE = { OIDC_ISSUER: 'https://issuer.invalid', OIDC_AUDIENCE: 'patti' };

export async function setStage(api: TestApi): Promise<Stage> {
  const pact = await pactWithMembers(api, 3);
  const draftPactId = await draftPact(api.admin);
  const newKey = keysFor(api.admin, [pact.pactId, draftPactId]);
  const [promisor, receiver, leaving] = pact.members as [Member, Member, Member];
  const askers = await askersOf(api, newKey, promisor.actorId);
  const receiving = api.client((await newKey('member', { actorId: receiver.actorId })).key);
  const inside = await furnish(pact, askers, newKey);
  const plan = await furnishPlan(pact);
  const governance = await governanceOf(api.databaseUrl, pact);
  const knowledge = await knowledgeOf(pact);
  return {
    ...inside,
    governance: governance.spares,
    knowledge: knowledge.spares,
    ids: {
      ...inside.ids,
      ...plan.ids,
      ...governance.ids,
      ...knowledge.ids,
      letterId: await deadLetter(api.databaseUrl),
      figureId: await publishedFigure(api.databaseUrl, pact.pactId, inside.ids.runId),
      findingId: await finding(api.databaseUrl, pact.pactId, sourceOf('partner', pact.pactId)),
      grantId: await newGrant(api.admin, pact.path, 'observer'),
      pactId: pact.pactId,
      memberId: promisor.memberId,
      actorId: promisor.actorId,
    },
    spareGrantIds: await spareGrants(api.admin, pact.path),
    spareMeasureId: plan.spareMeasureId,
    pactId: pact.pactId,
    draftPactId,
    spareKeyId: (await newKey('dashboard')).id,
    newcomerActorId: await newActor(api.admin),
    unsignedMemberId: await unsignedMember(api.admin, pact.path),
    leavingMemberId: leaving.memberId,
    askers,
    receiver: receiving,
  };
}

/** A participant, and one record of each kind that tells of it. */
async function recordIds(caseWorker: Client, pactPath: string): Promise<Record<string, string>> {
  const cases = await caseWorker.get(`${pactPath}/participants?purpose=case_management`);
  const participantId = cases.body.items[0].id as string;
  const { body } = await caseWorker.get(`${pactPath}/participants/${participantId}?purpose=case_management`);
  return {
    participantId,
    attributesId: body.attributes[0].id,
    pathwayId: body.pathways[0].id,
    employmentSpellId: body.employmentSpells[0].id,
    labourStatusId: body.labourStatuses[0].id,
    qualificationId: body.qualifications[0].id,
    assessmentId: body.assessments[0].id,
    serviceId: body.services[0].id,
  };
}

const promiseOf = (promisor: Member, receiver: Member): object => ({
  promisorMemberId: promisor.memberId,
  beneficiaryMemberIds: [receiver.memberId],
  title: 'Un tutor',
  resource: { kind: 'staff_time', quantity: 100, unit: 'hours' },
  startsOn: '2025-02-01',
  endsOn: '2026-12-31',
  milestones: [{ dueOn: '2026-06-30', quantity: 50 }],
});

/** What the members, the partner and the coordinator have left in the pact. */
async function furnish(pact: PactWithMembers, askers: ReadonlyMap<string, Client>, newKey: NewKey) {
  const [promisor, receiver] = pact.members as [Member, Member];
  const promise = promiseOf(promisor, receiver);
  const { draftId, ids } = await activeCommitment(pact, promise);
  const batches = await pushed(askers, pact);
  const batchIds = (kind = '', way: Way = 'direct'): string =>
    (batches.get(kind) ?? batches.get('partner')!)[way];
  const targets = await targetsOf(pact);
  const agenda = await agendaOf(pact.coordinator, pact.path, promisor.actorId);
  const keyId = (await newKey('dashboard')).id;
  const runId = (await pact.coordinator.post(`${pact.path}/monitoring-runs`, {})).body.id as string;
  const known = {
    ...ids,
    ...agenda.ids,
    ...(await recordIds(askers.get('case_worker')!, pact.path)),
    regionalBatchId: batchIds('partner', 'regional'),
    keyId,
    runId,
    batchId: batchIds(),
    targetId: targets.ids[0] ?? '',
    number: '1',
    code: 'pathways_started',
  };
  return {
    ids: known,
    draftId,
    promise,
    batchIds,
    target: targets.second,
    spareTargetId: targets.ids[2] ?? '',
    agenda,
  };
}

/** Three targets: one that was replaced, one as it was set, and one to be removed. */
async function targetsOf({ path, coordinator, members }: PactWithMembers) {
  const wishes = ['2025', '2026', '2027'].map((period) => ({
    indicator: 'fulfilment_rate',
    period,
    value: 0.8,
    ownerMemberId: members[0]?.memberId,
  }));
  const ids: string[] = [];
  for (const wish of wishes) {
    ids.push((await coordinator.put(`${path}/targets`, wish, { 'If-Match': '"0"' })).body.id);
  }
  await coordinator.put(`${path}/targets`, { ...wishes[0], value: 0.9 }, { 'If-Match': '"1"' });
  return { ids, second: wishes[1] ?? {} };
}

type NewKey = (kind: string, more?: object) => Promise<{ id: string; key: string }>;

const keysFor =
  (admin: Client, pacts: readonly string[]): NewKey =>
  async (kind, more = {}) => {
    const wish = { name: kind, kind, pacts: kind === 'admin' ? [] : pacts, ...more };
    return (await admin.post('/v1/api-keys', wish)).body;
  };

async function askersOf(api: TestApi, newKey: NewKey, actorId: string): Promise<Map<string, Client>> {
  const clients = new Map<string, Client>();
  for (const kind of KINDS) {
    const bound = kind === 'member' || kind === 'case_worker';
    const serves = kind === 'admin' || kind === 'coordinator';
    const more = { ...(bound && { actorId }), ...(serves && { scopes: ['data-subject:serve'] }) };
    clients.set(kind, api.client((await newKey(kind, more)).key));
  }
  return clients;
}

async function draftPact(admin: Client): Promise<string> {
  const { body } = await admin.post('/v1/pacts', {
    title: 'In bozza',
    commonAgenda: 'Domani',
    territory: ['015146'],
    startsOn: '2025-01-01',
    ratificationRule: { kind: 'all_signatories' },
  });
  await admin.post(`/v1/pacts/${body.id}/versions`, { text: 'Le parti convengono.' });
  return body.id;
}

const newGrant = async (admin: Client, path: string, kind: string): Promise<string> =>
  (await admin.post(`${path}/grants`, { subject: randomUUID(), kind })).body.id;

const newActor = async (admin: Client): Promise<string> =>
  (await admin.post('/v1/actors', { name: 'Newcomer', system: 'community', kind: 'other' })).body.id;

const spareGrants = async (admin: Client, path: string): Promise<Stage['spareGrantIds']> => ({
  own: await newGrant(admin, path, 'dashboard'),
  any: await newGrant(admin, path, 'observer'),
});

async function unsignedMember(admin: Client, path: string): Promise<string> {
  const wish = { actorId: await newActor(admin), role: 'signatory' };
  return (await admin.post(`${path}/members`, wish)).body.id;
}

/** Agreed and begun, with a delivery; and a second one that is a draft. */
async function activeCommitment({ path, members }: PactWithMembers, promise: object) {
  const [{ key: promisor }, { key: receiver }] = members as [Member, Member];
  const { body } = await promisor.post(`${path}/commitments`, promise);
  const commitment = `${path}/commitments/${body.id}`;
  await promisor.post(`${commitment}/transitions`, { to: 'proposed' });
  await receiver.post(`${commitment}/transitions`, { to: 'agreed' });
  await promisor.post(`${commitment}/transitions`, { to: 'active' });
  const delivery = await promisor.post(`${commitment}/deliveries`, {
    deliveredOn: '2025-05-01',
    quantity: 10,
  });
  const draft = await promisor.post(`${path}/commitments`, promise);
  return {
    ids: { commitmentId: body.id as string, deliveryId: delivery.body.id as string },
    draftId: draft.body.id as string,
  };
}
