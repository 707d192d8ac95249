/** How many durations of this length ended, and how many were still open (censored) at it. */
export interface DurationCount {
  readonly time: number;
  readonly ended: number;
  readonly censored: number;
}

/** One distinct time: who was at risk there, and what holds after it. */
export interface SurvivalStep extends DurationCount {
  readonly atRisk: number;
  /** P(T > time). */
  readonly survival: number;
  /** Greenwood's sum Σ d/(n(n − d)) up to and with this time; infinite once nobody is left. */
  readonly greenwood: number;
}

export interface RetentionEstimate {
  /** P(T ≥ k); null when nothing observed says so. */
  readonly value: number | null;
  readonly standardError: number | null;
  readonly ci95: readonly [number, number] | null;
  /** Durations that reached k. */
  readonly atRisk: number;
  readonly n: number;
  readonly ended: number;
  readonly censored: number;
  /** Smallest time at which at most half are left. */
  readonly median: number | null;
}

/** How long it takes: the times by which a quarter, half and three quarters have had the event; null where not seen. */
export interface TimeEstimate {
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  readonly n: number;
  readonly ended: number;
  readonly censored: number;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;
/** Products of fractions that are one half on paper may miss it by a rounding. */
const ROUNDING = 1e-12;

/** Kaplan–Meier. Counts of one time may come in several pieces and in any order. */
export function survivalTable(counts: Iterable<DurationCount>): SurvivalStep[] {
  const times = merge(counts);
  const steps: SurvivalStep[] = [];
  let atRisk = times.reduce((sum, each) => sum + each.ended + each.censored, 0);
  let survival = 1;
  let greenwood = 0;
  for (const { time, ended, censored } of times) {
    // Endings come before censorings on ties: who is censored at a time was at risk there.
    survival *= (atRisk - ended) / atRisk;
    greenwood += ended === 0 ? 0 : ended / (atRisk * (atRisk - ended));
    steps.push({ time, ended, censored, atRisk, survival, greenwood });
    atRisk -= ended + censored;
  }
  return steps;
}

/**
 * Retention at k days = P(T ≥ k), the product over the times before k, with Greenwood's standard error and the
 * 95 % log-log interval: [1, 1] while nobody has left, null when nobody is left.
 */
export function retentionAt(table: readonly SurvivalStep[], k: number): RetentionEstimate {
  const before = table.filter((step) => step.time < k).at(-1) ?? START;
  const reached = table.find((step) => step.time >= k);
  const counts = countsOf(table, reached?.atRisk ?? 0);
  const isObserved = reached !== undefined || (table.length > 0 && before.censored === 0);
  return isObserved
    ? { ...interval(before.survival, before.greenwood), ...counts }
    : { value: null, standardError: null, ci95: null, ...counts };
}

/** Time to an event: the smallest times at which at most three quarters, half and a quarter are still without it. */
export function timeToEvent(table: readonly SurvivalStep[]): TimeEstimate {
  const { n, ended, censored, median } = countsOf(table, 0);
  return {
    lowerQuartile: timeAtMost(table, 0.75),
    median,
    upperQuartile: timeAtMost(table, 0.25),
    n,
    ended,
    censored,
  };
}

/** Before the first time everybody is there. */
const START = { survival: 1, greenwood: 0, censored: 0 };

type Counts = Pick<RetentionEstimate, 'atRisk' | 'n' | 'ended' | 'censored' | 'median'>;

function countsOf(table: readonly SurvivalStep[], atRisk: number): Counts {
  const ended = table.reduce((sum, step) => sum + step.ended, 0);
  const censored = table.reduce((sum, step) => sum + step.censored, 0);
  return { atRisk, n: ended + censored, ended, censored, median: timeAtMost(table, 0.5) };
}

/** The smallest time after which at most this share is left. */
function timeAtMost(table: readonly SurvivalStep[], share: number): number | null {
  return table.find((step) => step.survival <= share + ROUNDING)?.time ?? null;
}

function interval(
  value: number,
  greenwood: number,
): Pick<RetentionEstimate, 'value' | 'standardError' | 'ci95'> {
  if (value === 1) return { value, standardError: 0, ci95: [1, 1] };
  if (value === 0) return { value, standardError: null, ci95: null };
  const root = Math.sqrt(greenwood);
  const q = (Z * root) / Math.log(value);
  return { value, standardError: value * root, ci95: [value ** Math.exp(-q), value ** Math.exp(q)] };
}

function merge(counts: Iterable<DurationCount>): DurationCount[] {
  const byTime = new Map<number, { time: number; ended: number; censored: number }>();
  for (const { time, ended, censored } of counts) {
    const known = byTime.get(time);
    if (known) {
      known.ended += ended;
      known.censored += censored;
    } else if (ended + censored > 0) {
      byTime.set(time, { time, ended, censored });
    }
  }
  return [...byTime.values()].sort((a, b) => a.time - b.time);
}
