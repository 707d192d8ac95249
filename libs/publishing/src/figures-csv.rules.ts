/** A figure as it is answered in JSON. */
export type FigureJson = Readonly<Record<string, unknown>> & {
  readonly breakdown: Readonly<Record<string, string>>;
  readonly coverage: { readonly reported: number; readonly expected: number };
  readonly ci95?: readonly [number, number];
};

const KEYS = ['id', 'indicator', 'definitionVersion', 'pactId', 'period'];
const NUMBERS = ['value', 'numerator', 'denominator', 'n', 'atRisk', 'ended', 'median', 'standardError'];
const INTERVAL = ['ci95Low', 'ci95High'];
const ORIGIN = [
  'unit',
  'asOf',
  'computedAt',
  'runId',
  'revision',
  'reported',
  'expected',
  'suppression',
  'missing',
];

export const csvColumns = (breakdowns: readonly string[]): string[] =>
  [KEYS, breakdowns, NUMBERS, INTERVAL, ORIGIN].flat();

/** The line of a figure. A breakdown that a figure is not cut by is left empty, as is a value that there is not. */
export function csvLine(figure: FigureJson, breakdowns: readonly string[]): unknown[] {
  const [ci95Low, ci95High] = figure.ci95 ?? [];
  const flat: Record<string, unknown> = {
    ...figure,
    ...figure.coverage,
    ...figure.breakdown,
    ci95Low,
    ci95High,
  };
  return csvColumns(breakdowns).map((column) => flat[column] ?? null);
}
