import { addDays, type Day } from '#kernel';
import { generateAgenda, type AgendaPlan } from './agenda.js';
import { generateActors, type ActorPlan } from './actors.js';
import { commonAgenda, generateMembers, pactText, pactTitle, type MemberPlan } from './agreements.js';
import { generateGovernance, type GovernancePlan } from './governance.js';
import { generateCommitments, type CommitmentPlan } from './commitments.js';
import { generatePlan, type PlanPlan } from './plan.js';
import { courseOf, type Course } from './pathways.js';
import { recordsKnownOn, type SourcedRecord } from './records.js';
import { TERRITORIES, type Territory } from './territories.js';

export interface NetworkOptions {
  readonly seed: number;
  /** The last day anything is known about. */
  readonly horizon: Day;
  /** 1 = 400 commitments and 6,000 pathways; actors and pacts stay the same. */
  readonly scale: number;
}

export interface PactPlan {
  readonly territory: Territory;
  readonly title: string;
  readonly commonAgenda: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly text: string;
  /** The text of a second version that most have signed too. */
  readonly amendment?: string;
  readonly members: readonly MemberPlan[];
  readonly commitments: readonly CommitmentPlan[];
  readonly pathways: number;
  readonly governance: GovernancePlan;
  readonly agenda: AgendaPlan;
  readonly plan: PlanPlan;
}

export interface Network extends NetworkOptions {
  readonly actors: readonly ActorPlan[];
  readonly pacts: readonly PactPlan[];
}

const COMMITMENTS = 400;
const PATHWAYS = 6000;
const MONTHS = 36;
const AMENDED = new Set(['bergamo', 'desio', 'milano']);

export function generateNetwork(options: NetworkOptions): Network {
  const actors = generateActors(options.seed);
  const byKey = new Map(actors.map((actor) => [actor.key, actor]));
  const pacts = TERRITORIES.map((territory, index) => planPact(options, territory, index, byKey));
  return { ...options, actors, pacts };
}

/** The day the first pacts begin; from it the horizon can be found again. */
export function networkStart(horizon: Day): Day {
  return monthsLater(addDays(horizon, 1), -MONTHS);
}

export function horizonOf(start: Day): Day {
  return addDays(monthsLater(start, MONTHS), -1);
}

/** Whatever happened in the pact's pathways, generated one by one so that nothing large is held. */
export function* coursesOf(network: NetworkOptions, pact: PactPlan): Generator<Course> {
  const { seed, horizon } = network;
  for (let index = 0; index < pact.pathways; index++) {
    yield courseOf({ seed, horizon, territory: pact.territory, startsOn: pact.startsOn }, index);
  }
}

export function* outcomesKnownOn(
  network: NetworkOptions,
  pact: PactPlan,
  day: Day,
): Generator<SourcedRecord> {
  for (const course of coursesOf(network, pact)) {
    yield* recordsKnownOn(network.seed, pact.territory, course, day);
  }
}

function planPact(
  options: NetworkOptions,
  territory: Territory,
  index: number,
  actors: ReadonlyMap<string, ActorPlan>,
): PactPlan {
  const { seed, horizon, scale } = options;
  const startsOn = monthsLater(networkStart(horizon), territory.startMonth);
  const members = generateMembers(seed, territory, [...actors.values()], startsOn);
  const setting = { seed, code: territory.code, position: index, actors, members, startsOn, horizon };
  return {
    territory,
    title: pactTitle(territory),
    commonAgenda: commonAgenda(territory),
    startsOn,
    endsOn: addDays(monthsLater(startsOn, 72), -1),
    text: pactText(territory, false),
    ...(AMENDED.has(territory.code) ? { amendment: pactText(territory, true) } : {}),
    members,
    commitments: generateCommitments(setting, partOf(COMMITMENTS * scale, index / 12, (index + 1) / 12)),
    pathways: partOf(PATHWAYS * scale, weightBefore(index), weightBefore(index + 1)),
    governance: generateGovernance({ seed, territory, members, startsOn, horizon }),
    agenda: generateAgenda({ seed, territory, startsOn, horizon }),
    plan: generatePlan({ seed, territory, startsOn, horizon }),
  };
}

/** Splits a whole total so that the parts, whatever the scale, add up to it. */
function partOf(total: number, from: number, to: number): number {
  return Math.floor(total * to + 1e-9) - Math.floor(total * from + 1e-9);
}

function weightBefore(index: number): number {
  return TERRITORIES.slice(0, index).reduce((sum, territory) => sum + territory.weight, 0) / 1000;
}

/** The first day of the month so many months later. */
function monthsLater(day: Day, months: number): Day {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const count = year * 12 + month - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}
