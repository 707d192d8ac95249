import { addDays, daysBetween, type Day } from '#kernel';
import type { Random } from './random.js';

export interface DeliveryPlan {
  readonly deliveredOn: Day;
  readonly quantity: number;
  readonly note?: string;
  readonly evidence?: { readonly url: string; readonly sha256: string };
  /** Absent: nobody has looked at it yet. */
  readonly verdict?: 'confirmed' | 'disputed';
  readonly verdictNote?: string;
}

export interface Schedule {
  readonly quantity: number;
  readonly startsOn: Day;
  readonly endsOn: Day;
}

const NOTES = [
  'Consegnato come previsto',
  'Prima parte',
  'Saldo',
  'Verbale agli atti',
  'Svolto presso la sede',
];
const OBJECTIONS = [
  'Quantità inferiore a quella dichiarata',
  'Non risulta al beneficiario',
  'Manca il registro',
];

/** Spreads `share` of what was promised over one to four confirmed deliveries up to `until`. */
export function confirmedDeliveries(
  random: Random,
  promise: Schedule,
  share: number,
  until: Day,
): DeliveryPlan[] {
  const total = Math.floor(promise.quantity * share);
  const parts = split(random, total, random.whole(1, 4));
  const days = Math.max(0, daysBetween(promise.startsOn, until));
  const dates = parts.map(() => addDays(promise.startsOn, random.whole(0, days))).toSorted();
  return parts.map((quantity, index) => ({
    deliveredOn: dates[index]!,
    quantity,
    ...remark(random),
    verdict: 'confirmed' as const,
  }));
}

/** One delivery that the beneficiary does not accept. */
export function disputedDelivery(random: Random, promise: Schedule, until: Day): DeliveryPlan {
  const days = Math.max(0, daysBetween(promise.startsOn, until));
  return {
    deliveredOn: addDays(promise.startsOn, random.whole(0, days)),
    quantity: Math.max(1, Math.floor(promise.quantity * 0.2)),
    verdict: 'disputed',
    verdictNote: random.pick(OBJECTIONS),
  };
}

/** Whole parts, each at least one, that add up to the total. */
export function split(random: Random, total: number, wanted: number): number[] {
  const parts: number[] = [];
  let left = total;
  for (let rest = Math.min(wanted, total); rest > 1; rest--) {
    const part = Math.max(1, Math.floor((left / rest) * (0.6 + random.next() * 0.6)));
    parts.push(Math.min(part, left - (rest - 1)));
    left -= parts[parts.length - 1]!;
  }
  return left > 0 ? [...parts, left] : parts;
}

function remark(random: Random): Pick<DeliveryPlan, 'note' | 'evidence'> {
  if (random.chance(0.4)) return {};
  const note = random.pick(NOTES);
  if (random.chance(0.6)) return { note };
  const sha256 = Array.from({ length: 64 }, () => random.whole(0, 15).toString(16)).join('');
  return { note, evidence: { url: `https://documenti.example/patti/${sha256.slice(0, 12)}.pdf`, sha256 } };
}
