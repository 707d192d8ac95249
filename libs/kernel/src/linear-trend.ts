/** A value at an equally spaced moment, such as the number of a quarter. */
export interface Moment {
  readonly at: number;
  readonly value: number;
}

export interface LinearTrend {
  readonly n: number;
  /** Change from one moment to the next. */
  readonly slope: number;
  /** 95 % confidence interval of the slope. */
  readonly slopeInterval: readonly [number, number];
  /** The line at a moment, and the 95 % interval in which one further value is expected. */
  readonly at: (moment: number) => { readonly value: number; readonly interval: readonly [number, number] };
}

const FEWEST_FOR_TREND = 3;
export const MOST_FOR_TREND = 24;

/** Student's t, two-sided 95 %, for 1 to 22 degrees of freedom. */
const T_95 = [
  12.7062047, 4.3026527, 3.1824463, 2.7764451, 2.5705818, 2.4469119, 2.3646243, 2.3060041, 2.2621572,
  2.2281389, 2.2009852, 2.1788128, 2.1603687, 2.1447867, 2.1314495, 2.1199053, 2.1098156, 2.100922, 2.0930241,
  2.0859634, 2.0796138, 2.0738731,
];

/**
 * Ordinary least squares through the last 24 values at most. Undefined for fewer than three, which leave nothing to
 * tell how far values lie from their line. Moments without a value are simply left out.
 */
export function linearTrend(moments: readonly Moment[]): LinearTrend | undefined {
  const used = moments.slice(-MOST_FOR_TREND);
  const n = used.length;
  const quantile = T_95[n - FEWEST_FOR_TREND];
  if (quantile === undefined) return undefined;
  const meanAt = mean(used.map(({ at }) => at));
  const meanValue = mean(used.map(({ value }) => value));
  const spread = sum(used.map(({ at }) => (at - meanAt) ** 2));
  if (spread === 0) return undefined;
  const slope = sum(used.map(({ at, value }) => (at - meanAt) * (value - meanValue))) / spread;
  const line = (at: number): number => meanValue + slope * (at - meanAt);
  const residuals = sum(used.map(({ at, value }) => (value - line(at)) ** 2));
  const deviation = Math.sqrt(residuals / (n - 2));
  const around = (centre: number, error: number): [number, number] => [
    centre - quantile * error,
    centre + quantile * error,
  ];
  return {
    n,
    slope,
    slopeInterval: around(slope, deviation / Math.sqrt(spread)),
    at: (moment) => ({
      value: line(moment),
      interval: around(line(moment), deviation * Math.sqrt(1 + 1 / n + (moment - meanAt) ** 2 / spread)),
    }),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
