import type { FigureJson } from './publication.js';

/** A column of the plain files: its name, what kind of value it holds, and what it says of a figure. */
export interface Column {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';
  readonly of: (figure: FigureJson) => unknown;
}

const field = (name: keyof FigureJson, type: Column['type']): Column => ({
  name,
  type,
  of: (figure) => figure[name],
});

const KEYS = [
  field('id', 'string'),
  field('indicator', 'string'),
  field('definitionVersion', 'integer'),
  field('pactId', 'string'),
  field('period', 'string'),
];

const NUMBERS: readonly Column[] = [
  field('value', 'number'),
  field('numerator', 'number'),
  field('denominator', 'number'),
  field('n', 'integer'),
  field('atRisk', 'integer'),
  field('ended', 'integer'),
  field('median', 'integer'),
  field('standardError', 'number'),
  { name: 'ci95Low', type: 'number', of: ({ ci95 }) => ci95?.[0] },
  { name: 'ci95High', type: 'number', of: ({ ci95 }) => ci95?.[1] },
  field('participants', 'integer'),
  field('lowerQuartile', 'integer'),
  field('upperQuartile', 'integer'),
  field('improved', 'integer'),
  field('stable', 'integer'),
  field('declined', 'integer'),
  field('meanChange', 'number'),
  field('nodes', 'integer'),
  field('arcs', 'integer'),
  field('normalised', 'number'),
];

const ORIGIN: readonly Column[] = [
  field('unit', 'string'),
  field('asOf', 'date'),
  field('computedAt', 'datetime'),
  field('runId', 'string'),
  field('revision', 'integer'),
  { name: 'reported', type: 'integer', of: ({ coverage }) => coverage.reported },
  { name: 'expected', type: 'integer', of: ({ coverage }) => coverage.expected },
  field('suppression', 'string'),
  field('missing', 'string'),
  { name: 'target', type: 'number', of: ({ target }) => target?.value },
  { name: 'baseline', type: 'number', of: ({ target }) => target?.baseline?.value },
  { name: 'attainment', type: 'number', of: ({ target }) => target?.attainment },
  { name: 'isMet', type: 'boolean', of: ({ target }) => target?.isMet },
];

/** One column for each breakdown there is: a file has the same columns whatever it was asked for. */
export const columnsOf = (breakdowns: readonly string[]): Column[] => [
  ...KEYS,
  ...breakdowns.map((name): Column => ({ name, type: 'string', of: ({ breakdown }) => breakdown[name] })),
  ...NUMBERS,
  ...ORIGIN,
];
