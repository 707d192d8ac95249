import type { MemberPlan } from '../generator/agreements.js';
import type { PactPlan } from '../generator/network.js';
import type { Client, Identified } from './client.js';
import type { KeyRing } from './keys.js';
import { inParallel } from './pool.js';

export interface PactAnswer extends Identified {
  readonly title: string;
  readonly startsOn: string;
  readonly state: string;
}

interface VersionAnswer {
  readonly number: number;
  readonly publishedAt?: string;
}

interface MemberAnswer extends Identified {
  readonly actorId: string;
  readonly state: string;
  readonly signedVersionNumber?: number;
}

/** A pact as it stands in the service, with what the later steps need of it. */
export interface LoadedPact {
  readonly id: string;
  readonly plan: PactPlan;
  readonly coordinator: Client;
  /** By actor key. */
  readonly memberIds: ReadonlyMap<string, string>;
}

const WAY = ['draft', 'consultation', 'open_for_signature', 'active'];

/** Brings every pact to where it should be: created, published, joined, signed, active. Repeats change nothing. */
export async function loadPacts(
  admin: Client,
  ring: KeyRing,
  plans: readonly PactPlan[],
  actorIds: ReadonlyMap<string, string>,
  tick: () => void,
): Promise<{ pacts: LoadedPact[]; created: number }> {
  const there = new Map((await admin.list<PactAnswer>('/v1/pacts')).map((pact) => [pact.title, pact]));
  const pacts: LoadedPact[] = [];
  await inParallel(plans, 4, async (plan, index) => {
    const pact =
      there.get(plan.title) ?? (await admin.post<PactAnswer>('/v1/pacts', requestFor(plan), plan.title));
    const name = `Demo: coordinamento ${plan.territory.name}`;
    const coordinator = await ring.client({ kind: 'coordinator', name, pacts: [pact.id] });
    pacts[index] = await settle(pact, plan, coordinator, actorIds);
    tick();
  });
  return { pacts, created: plans.filter((plan) => !there.has(plan.title)).length };
}

function requestFor(plan: PactPlan): object {
  const { title, commonAgenda, startsOn, endsOn, territory } = plan;
  const ratificationRule = plan.amendment
    ? { kind: 'qualified_majority', shareOfActors: 0.6 }
    : { kind: 'all_signatories' };
  return { title, commonAgenda, startsOn, endsOn, territory: territory.municipalities, ratificationRule };
}

async function settle(
  pact: PactAnswer,
  plan: PactPlan,
  coordinator: Client,
  actorIds: ReadonlyMap<string, string>,
): Promise<LoadedPact> {
  const path = `/v1/pacts/${pact.id}`;
  await publish(coordinator, path, 1, plan.text);
  await advance(coordinator, path, pact.state, 'open_for_signature');
  const members = await join(coordinator, path, plan.members, actorIds);
  await sign(coordinator, path, plan.members, members, 1);
  await advance(coordinator, path, pact.state, 'active');
  if (plan.amendment) {
    await publish(coordinator, path, 2, plan.amendment);
    await sign(coordinator, path, plan.members, members, 2);
  }
  const memberIds = new Map([...members].map(([key, member]) => [key, member.id]));
  return { id: pact.id, plan, coordinator, memberIds };
}

async function publish(coordinator: Client, path: string, number: number, text: string): Promise<void> {
  const versions = await coordinator.list<VersionAnswer>(`${path}/versions`);
  const there = versions.find((version) => version.number === number);
  if (!there) await coordinator.post(`${path}/versions`, { text });
  if (!there?.publishedAt) await coordinator.post(`${path}/versions/${number}/publication`, {});
}

async function advance(coordinator: Client, path: string, from: string, to: string): Promise<void> {
  const { state } = await coordinator.get<PactAnswer>(path);
  const [now, goal] = [WAY.indexOf(state), WAY.indexOf(to)];
  if (now < 0 || from === to) return;
  for (const next of WAY.slice(now + 1, goal + 1))
    await coordinator.post(`${path}/transitions`, { to: next });
}

async function join(
  coordinator: Client,
  path: string,
  plans: readonly MemberPlan[],
  actorIds: ReadonlyMap<string, string>,
): Promise<Map<string, MemberAnswer>> {
  const there = new Map(
    (await coordinator.list<MemberAnswer>(`${path}/members`)).map((each) => [each.actorId, each]),
  );
  const members = new Map<string, MemberAnswer>();
  for (const { actorKey, role, joinedOn } of plans) {
    const actorId = actorIds.get(actorKey)!;
    const member =
      there.get(actorId) ??
      (await coordinator.post<MemberAnswer>(`${path}/members`, { actorId, role, joinedOn }));
    members.set(actorKey, member);
  }
  return members;
}

async function sign(
  coordinator: Client,
  path: string,
  plans: readonly MemberPlan[],
  members: ReadonlyMap<string, MemberAnswer>,
  versionNumber: number,
): Promise<void> {
  for (const { actorKey, signature } of plans) {
    const member = members.get(actorKey)!;
    if (!signature || (member.signedVersionNumber ?? 0) >= versionNumber) continue;
    await coordinator.put(`${path}/members/${member.id}/signature`, { versionNumber, ...signature });
  }
}
