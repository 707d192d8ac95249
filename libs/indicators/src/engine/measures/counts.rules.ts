import { GRANULARITIES, type Granularity } from '#kernel';
import type { Measure } from '../../definition/definition.js';
import {
  count,
  list,
  sumOfHundredths,
  FROM_HUNDREDTHS,
  type Aggregate,
  type Measuring,
  type Rows,
} from '../measuring.rules.js';
import { shareOf } from '../numbers.rules.js';
import { conditionSql, columnsOfCondition } from '../../definition/condition.rules.js';

type Of<K extends Measure['kind']> = Extract<Measure, { kind: K }>;

/** These numbers of who came, and of a stock the same numbers of who left. */
const comeAndGone = (rows: Rows, ...numbers: ((of: Rows) => Aggregate)[]): Aggregate[] =>
  [rows, ...(rows.until === undefined ? [] : [{ ...rows, on: rows.until }])].flatMap((of) =>
    numbers.map((number) => number(of)),
  );

export const counting: Measuring<Of<'count'>> = {
  columns: ({ having = [] }) => having.flatMap(columnsOfCondition),
  aggregates: ({ having = [] }, rows) => comeAndGone(rows, (of) => count(of, ...having.map(conditionSql))),
  finish: (_measure, { counts: [value = 0] }, { unit }) => ({ unit, numbers: { value } }),
};

export const distinctCells: Measuring<Of<'distinct'>> = {
  columns: () => [],
  aggregates: (_measure, rows) => comeAndGone(rows, (of) => count(of)),
  finish: (_measure, { counts: [value = 0] }, { unit }) => ({ unit, numbers: { value } }),
};

/**
 * How far back the participant was seen last, in steps: 1 in no earlier row of the month, 2 of the quarter, 3 of the
 * half-year, 4 of the year, 5 of all. So first rows add up over months, where participants would not.
 */
const STEPS = [...GRANULARITIES, undefined];

export const firstRows = (rows: Rows): Aggregate[] =>
  STEPS.map((granularity) => count(rows, isFirstIn(granularity)));

/** What the first row of a participant in a period fulfils. */
export const isFirstIn = (granularity: Granularity | undefined): string =>
  `first_in > ${STEPS.indexOf(granularity)}`;

export const participantsIn = (firsts: readonly number[], granularity: Granularity | undefined): number =>
  firsts[STEPS.indexOf(granularity)] ?? 0;

export const participants: Measuring<Of<'participants'>> = {
  columns: () => ['first_in'],
  aggregates: (_measure, rows) => firstRows(rows),
  finish: (_measure, { counts }, { unit, granularity }) => ({
    unit,
    numbers: { value: participantsIn(counts, granularity) },
  }),
};

export const share: Measuring<Of<'share'>> = {
  columns: ({ having }) => having.flatMap(columnsOfCondition),
  aggregates: ({ having }, rows) =>
    comeAndGone(
      rows,
      (of) => count(of),
      (of) => count(of, ...having.map(conditionSql)),
    ),
  finish: (_measure, { counts: [denominator = 0, numerator = 0] }, { unit }) =>
    shareOf(numerator, denominator, unit),
};

export const amount: Measuring<Of<'sum'>> = {
  columns: ({ column, unit }) => [column, unit],
  aggregates: (measure, rows) => [
    sumOfHundredths(rows, measure.column),
    list(rows, `distinct ${measure.unit}`),
  ],
  finish: (_measure, { counts: [hundredths = 0], lists: [units = []] }, { unit }) => {
    const [first, ...others] = new Set(units);
    if (others.length > 0) return { unit, numbers: { value: null }, missing: 'units-differ' };
    return {
      unit: first === undefined ? unit : String(first),
      numbers: { value: hundredths / FROM_HUNDREDTHS },
    };
  },
};

export const amountShare: Measuring<Of<'sum_share'>> = {
  columns: ({ part, whole }) => [part, whole],
  aggregates: ({ part, whole }, rows) =>
    comeAndGone(
      rows,
      (of) => sumOfHundredths(of, whole),
      (of) => sumOfHundredths(of, part),
    ),
  finish: (_measure, { counts: [whole = 0, part = 0] }, { unit }) =>
    shareOf(part / FROM_HUNDREDTHS, whole / FROM_HUNDREDTHS, unit),
};
