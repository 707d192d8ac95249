import type { Day } from '#kernel';
import { isRunning, type CommitmentState } from '../commitments/commitment.rules.js';

export const VERDICTS = ['confirmed', 'disputed'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A line of the ledger. Quantities have at most two decimals; a counter-entry is negative. */
export interface Entry {
  readonly id: string;
  readonly deliveredOn: Day;
  readonly quantity: number;
  readonly correctsId?: string;
  /** The latest one. A counter-entry has none: it follows the delivery that it corrects. */
  readonly verdict?: Verdict;
}

/** What the ledger adds up to. `delivered` is all that was recorded, whatever was said of it. */
export interface Sums {
  readonly delivered: number;
  readonly confirmed: number;
  readonly disputed: number;
}

/** Quantities are added in hundredths, where numbers are exact. */
export const hundredths = (quantity: number): number => Math.round(quantity * 100);

/** What is left of each delivery after its counter-entries, in hundredths. */
function netOf(entries: readonly Entry[]): Map<string, number> {
  const net = new Map<string, number>();
  for (const { id, correctsId, quantity } of entries) {
    const on = correctsId ?? id;
    net.set(on, (net.get(on) ?? 0) + hundredths(quantity));
  }
  return net;
}

const deliveriesIn = (entries: readonly Entry[]): Entry[] =>
  entries.filter(({ correctsId }) => correctsId === undefined);

export function sumsOf(entries: readonly Entry[]): Sums {
  const net = netOf(entries);
  const deliveries = deliveriesIn(entries);
  const total = (of: readonly Entry[]) => of.reduce((sum, { id }) => sum + (net.get(id) ?? 0), 0) / 100;
  return {
    delivered: total(deliveries),
    confirmed: total(deliveries.filter(({ verdict }) => verdict === 'confirmed')),
    disputed: total(deliveries.filter(({ verdict }) => verdict === 'disputed')),
  };
}

/** The delivery day on which the confirmed quantity reached what was promised; nothing while it has not. */
export function fulfilledOn(entries: readonly Entry[], promised: number): Day | undefined {
  const net = netOf(entries);
  const confirmed = deliveriesIn(entries).filter(({ verdict }) => verdict === 'confirmed');
  let sum = 0;
  for (const { id, deliveredOn } of confirmed.toSorted((a, b) => (a.deliveredOn < b.deliveredOn ? -1 : 1))) {
    sum += net.get(id) ?? 0;
    if (sum >= hundredths(promised)) return deliveredOn;
  }
  return undefined;
}

interface Promise {
  readonly state: CommitmentState;
  readonly quantity: number;
  readonly endsOn: Day;
}

/** Where a running commitment stands by its ledger and the calendar. Others stay where they are. */
export function stateByLedger(promise: Promise, confirmed: number, today: Day): CommitmentState {
  if (!isRunning(promise.state)) return promise.state;
  if (hundredths(confirmed) >= hundredths(promise.quantity)) return 'fulfilled';
  if (today <= promise.endsOn) return 'active';
  return confirmed > 0 ? 'partly_fulfilled' : 'breached';
}

export type EntryRefusal = 'unknown-delivery' | 'is-counter-entry' | 'below-zero';

/** Why a counter-entry may not be made; nothing when it may. */
export function refusalOfCounterEntry(
  entries: readonly Entry[],
  correctsId: string,
  quantity: number,
): EntryRefusal | undefined {
  const corrected = entries.find(({ id }) => id === correctsId);
  if (corrected === undefined) return 'unknown-delivery';
  if (corrected.correctsId !== undefined) return 'is-counter-entry';
  return (netOf(entries).get(correctsId) ?? 0) + hundredths(quantity) < 0 ? 'below-zero' : undefined;
}
