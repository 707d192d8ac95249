import { GRANULARITIES, parsePeriod, periodsBetween, SINCE_START, type Day, type Granularity } from '#kernel';

/** What the catalogue offers, as far as a selection must know it. */
export interface Offer {
  readonly codes: readonly string[];
  readonly breakdowns: readonly string[];
  /** For each code, the cuts it is published by. */
  readonly cutsOf: (code: string) => readonly (readonly string[])[];
}

export interface Wish {
  readonly indicator?: string | undefined;
  readonly period?: string | undefined;
  readonly granularity?: Granularity | undefined;
  readonly by?: string | undefined;
  readonly asOf?: Day | undefined;
}

/** The figures that are asked for: pairs of indicator and dimensions, in these periods. */
export interface Selection {
  readonly indicators: readonly string[];
  readonly dimensions: readonly string[];
  readonly periods: readonly string[];
  readonly asOf: Day | null;
}

export interface Refusal {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** What was asked for, or why it cannot be: with the values that could. */
export function select(wish: Wish, offer: Offer): Selection | Refusal[] {
  const codes = wish.indicator === undefined ? [...offer.codes] : items(wish.indicator);
  const by = wish.by === undefined ? [] : items(wish.by);
  const periods = periodsOf(wish.period ?? SINCE_START, wish.granularity);
  const refusals = [
    ...unknownOf(codes, offer.codes, 'indicator'),
    ...unknownOf(by, offer.breakdowns, 'by'),
    ...(periods ? [] : [unknownPeriod]),
  ];
  if (refusals.length > 0 || periods === undefined) return refusals;
  const pairs = codes.flatMap((code) =>
    dimensionsWithin(offer.cutsOf(code), by).map((dimensions) => ({ code, dimensions })),
  );
  return {
    indicators: pairs.map((pair) => pair.code),
    dimensions: pairs.map((pair) => pair.dimensions),
    periods,
    asOf: wish.asOf ?? null,
  };
}

const items = (list: string): string[] => [...new Set(list.split(',').map((item) => item.trim()))].sort();

function unknownOf(given: readonly string[], allowed: readonly string[], name: string): Refusal[] {
  if (given.every((each) => allowed.includes(each))) return [];
  return [{ pointer: `/${name}`, code: 'unknown-value', detail: `One or more of ${allowed.join(', ')}.` }];
}

const unknownPeriod: Refusal = {
  pointer: '/period',
  code: 'period',
  detail: `Like 2026-03, 2026-Q1, 2026-H1, 2026, ${SINCE_START}, or from..to with a granularity of ${GRANULARITIES.join(', ')}.`,
};

/** The total, and each cut made of nothing but the breakdowns that were named. */
function dimensionsWithin(cuts: readonly (readonly string[])[], by: readonly string[]): string[] {
  const fitting = cuts.filter((cut) => cut.every((name) => by.includes(name)));
  return ['', ...fitting.map((cut) => [...cut].sort().join(','))];
}

function periodsOf(code: string, granularity: Granularity | undefined): string[] | undefined {
  const period = parsePeriod(code);
  if (period === undefined) return undefined;
  if (period.kind !== 'range' && granularity === undefined) return [code];
  return periodsBetween(granularity ?? 'month', period.from, period.to).map((each) => each.code);
}
