export interface Goal {
  readonly value: number;
  readonly direction: 'up' | 'down';
  readonly baseline?: { readonly value: number };
}

export interface Attainment {
  /** How much of the way from the baseline to the target is done: 0 at the baseline, 1 at the target. */
  readonly attainment?: number;
  readonly isMet: boolean;
}

/**
 * How a value stands to its target. Without a baseline, or with one that is the target already, there is no way to
 * measure: then it is only said whether the target is met. The way is neither cut at 1 nor at 0: who has gone beyond
 * the target, or fallen behind the baseline, is told so.
 */
export function attainmentOf(value: number, { value: target, direction, baseline }: Goal): Attainment {
  const isMet = direction === 'up' ? value >= target : value <= target;
  if (baseline === undefined || baseline.value === target) return { isMet };
  // There is no such thing as −0 of the way.
  const attainment = (value - baseline.value) / (target - baseline.value) + 0;
  return { attainment, isMet };
}
