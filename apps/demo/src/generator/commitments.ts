import { addDays, daysBetween, type Day } from '#kernel';
import type { ActorPlan } from './actors.js';
import type { MemberPlan } from './agreements.js';
import {
  confirmedDeliveries,
  disputedDelivery,
  split,
  type DeliveryPlan,
  type Schedule,
} from './deliveries.js';
import { OFFERS, type Offer } from './offers.js';
import { Random } from './random.js';

export type CommitmentState =
  | 'draft'
  | 'proposed'
  | 'agreed'
  | 'active'
  | 'renegotiating'
  | 'fulfilled'
  | 'partly_fulfilled'
  | 'breached'
  | 'released';

export interface CommitmentPlan extends Schedule {
  readonly key: string;
  readonly title: string;
  readonly promisorKey: string;
  /** Empty: the pact as a whole. */
  readonly beneficiaryKeys: readonly string[];
  readonly kind: string;
  readonly unit: string;
  readonly competence?: string;
  /** Code of the measure that it serves. */
  readonly measure: string;
  readonly milestones: readonly { readonly dueOn: Day; readonly quantity: number }[];
  readonly conditionalOnKey?: string;
  /** Where it stands once everything was said and the monitoring has closed what is past its end. */
  readonly target: CommitmentState;
  readonly deliveries: readonly DeliveryPlan[];
}

const STATES: readonly (readonly [CommitmentState, number])[] = [
  ['draft', 5],
  ['proposed', 7],
  ['agreed', 8],
  ['active', 33],
  ['renegotiating', 4],
  ['fulfilled', 24],
  ['partly_fulfilled', 8],
  ['breached', 6],
  ['released', 5],
];

/** How many promise something back to who promised to them, on condition that they keep their word. */
const RECIPROCAL_SHARE = 0.12;

export interface CommitmentSetting {
  readonly seed: number;
  readonly code: string;
  /** Its place among the pacts. */
  readonly position: number;
  readonly actors: ReadonlyMap<string, ActorPlan>;
  readonly members: readonly MemberPlan[];
  readonly startsOn: Day;
  readonly horizon: Day;
}

export function generateCommitments(setting: CommitmentSetting, count: number): CommitmentPlan[] {
  const plans: CommitmentPlan[] = [];
  for (let index = 0; index < count; index++) {
    const earlier = plans[plans.length - 1];
    plans.push(commitment(setting, index, earlier));
  }
  return plans;
}

function commitment(setting: CommitmentSetting, index: number, earlier?: CommitmentPlan): CommitmentPlan {
  const random = Random.of(setting.seed, 'commitment', setting.code, index);
  const target = targetOf(setting, index, random);
  const signed = setting.members.filter((member) => member.signature !== undefined);
  const reciprocal = mayAnswer(earlier, target) && random.chance(RECIPROCAL_SHARE) ? earlier : undefined;
  const promisorKey = reciprocal?.beneficiaryKeys[0] ?? random.pick(signed).actorKey;
  const others = signed.map((member) => member.actorKey).filter((key) => key !== promisorKey);
  const beneficiaryKeys = reciprocal ? [reciprocal.promisorKey] : beneficiaries(random, others);
  const offer = random.pick(offersOf(setting.actors.get(promisorKey)!));
  const promise = schedule(random, offer, target, setting);
  return {
    ...promise,
    key: `${setting.code}/${index}`,
    title: `${offer.title} (${setting.code.toUpperCase()}-${String(index + 1).padStart(3, '0')})`,
    promisorKey,
    beneficiaryKeys,
    kind: offer.kind,
    unit: offer.unit,
    measure: offer.measure,
    ...(offer.competence ? { competence: offer.competence } : {}),
    milestones: milestones(random, promise),
    ...(reciprocal ? { conditionalOnKey: reciprocal.key } : {}),
    target,
    deliveries: deliveries(random, promise, target, setting.horizon),
  };
}

/** The first nine of a pact show every state; each pact begins with another, so that a few pacts show all, too. */
function targetOf({ position }: CommitmentSetting, index: number, random: Random): CommitmentState {
  if (index >= STATES.length) return random.weighted(STATES);
  return STATES[(index + position * 4) % STATES.length]![0];
}

function mayAnswer(earlier: CommitmentPlan | undefined, target: CommitmentState): boolean {
  const stands = earlier?.target === 'fulfilled' || earlier?.target === 'active';
  return stands && earlier.beneficiaryKeys.length > 0 && target !== 'draft';
}

function beneficiaries(random: Random, others: readonly string[]): string[] {
  const count = random.weighted([
    [0, 30],
    [1, 50],
    [2, 20],
  ]);
  return random.shuffled(others).slice(0, count);
}

function offersOf(actor: ActorPlan): Offer[] {
  return OFFERS.filter((offer) => offer.systems.includes(actor.system));
}

/** What is closed ended before the horizon; what is open ends long enough after it to stay open a while. */
function schedule(
  random: Random,
  offer: Offer,
  target: CommitmentState,
  setting: CommitmentSetting,
): Schedule {
  const quantity = offer.step * random.whole(...offer.steps);
  const { horizon, startsOn: earliest } = setting;
  if (['draft', 'proposed', 'agreed'].includes(target)) {
    const startsOn = addDays(horizon, random.whole(35, 120));
    return { quantity, startsOn, endsOn: addDays(startsOn, random.whole(90, 540)) };
  }
  if (['active', 'renegotiating', 'released'].includes(target)) {
    const startsOn = addDays(horizon, -random.whole(60, 420));
    return { quantity, startsOn, endsOn: addDays(horizon, random.whole(120, 600)) };
  }
  const startsOn = addDays(earliest, random.whole(10, 500));
  return { quantity, startsOn, endsOn: addDays(startsOn, random.whole(90, 300)) };
}

function milestones(random: Random, promise: Schedule): CommitmentPlan['milestones'] {
  if (random.chance(0.5)) return [];
  const parts = split(random, promise.quantity, random.whole(2, 3));
  const length = daysBetween(promise.startsOn, promise.endsOn);
  return parts.map((quantity, index) => ({
    dueOn: addDays(promise.startsOn, Math.floor((length * (index + 1)) / parts.length)),
    quantity,
  }));
}

function deliveries(
  random: Random,
  promise: Schedule,
  target: CommitmentState,
  horizon: Day,
): DeliveryPlan[] {
  switch (target) {
    case 'fulfilled':
      return confirmedDeliveries(random, promise, 1, lastDay(random, promise.endsOn, horizon));
    case 'partly_fulfilled':
      return atLeastOne(random, promise, 0.3 + random.next() * 0.5, promise.endsOn);
    case 'breached':
      return random.chance(0.6) ? [disputedDelivery(random, promise, promise.endsOn)] : [];
    case 'active':
      return running(random, promise, horizon);
    case 'renegotiating':
    case 'released':
      return random.chance(0.5) ? confirmedDeliveries(random, promise, random.next() * 0.4, horizon) : [];
    default:
      return [];
  }
}

function atLeastOne(random: Random, promise: Schedule, share: number, until: Day): DeliveryPlan[] {
  return confirmedDeliveries(random, promise, Math.max(share, 1 / promise.quantity), until);
}

/** One in five was delivered in full, but late. */
function lastDay(random: Random, endsOn: Day, horizon: Day): Day {
  if (!random.chance(0.2)) return endsOn;
  const late = addDays(endsOn, random.whole(5, 45));
  return late < horizon ? late : horizon;
}

/** Some parts confirmed, now and then one disputed, and the latest perhaps not yet looked at. */
function running(random: Random, promise: Schedule, horizon: Day): DeliveryPlan[] {
  const done = random.chance(0.75) ? confirmedDeliveries(random, promise, random.next() * 0.6, horizon) : [];
  const tenth = Math.max(1, Math.floor(promise.quantity / 10));
  const waiting = random.chance(0.2) ? [{ deliveredOn: horizon, quantity: tenth }] : [];
  const disputed = random.chance(0.12) ? [disputedDelivery(random, promise, horizon)] : [];
  return [...done, ...disputed, ...waiting];
}
