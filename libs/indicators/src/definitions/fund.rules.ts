import type { Condition } from '../definition/condition.rules.js';
import type { Example, IndicatorDefinition, Labels, LeftOut } from '../definition/definition.js';
import { FUND_CUTS } from './cuts.rules.js';

type Row = Readonly<Record<string, unknown>>;

/** What tells one common indicator of the European Social Fund Plus from another. */
interface FundIndicator {
  readonly code: string;
  readonly label: Labels;
  readonly rule: Labels;
  readonly formula: string;
  readonly having: readonly Condition[];
  /** For the example: what rows that count say, and what others do. */
  readonly counted: readonly Row[];
  readonly others: readonly Row[];
}

/** An output: participants by what holds at their start. One record per participant and measure. */
export function fundOutput({ having, counted, others, ...said }: FundIndicator): IndicatorDefinition {
  return {
    ...fundCommon(said),
    period: { kind: 'flow', on: 'started_on' },
    measure: having.length > 0 ? { kind: 'count', having } : { kind: 'count' },
    examples: [
      exampleOf(
        { it: 'Chi conta e chi no, all’avvio', en: 'Who counts and who does not, at the start' },
        counted,
        others,
        { started_on: '2026-01-10' },
      ),
    ],
  };
}

interface FundResult extends FundIndicator {
  /** Days after the exit, or the column with the day, from which on the result is told. */
  readonly mature: { readonly days: number } | { readonly by: string };
  readonly where?: readonly Condition[];
  /** What says that nobody knows. */
  readonly unknown?: readonly Condition[];
}

/** A result: participants who have left, by the period of their exit, once the time to look has passed. */
export function fundResult(result: FundResult): IndicatorDefinition {
  const { having, counted, others, mature, where, unknown, ...said } = result;
  const leftOut: LeftOut[] = unknown ? [{ reason: 'not-observed', when: unknown }] : [];
  const dated = { started_on: '2025-11-01', ended_on: '2026-01-10', half_year_on: '2026-07-10' };
  return {
    ...fundCommon(said),
    ...(where && { where }),
    ...(leftOut.length > 0 && { leftOut }),
    period: { kind: 'cohort', on: 'ended_on', mature },
    measure: { kind: 'count', having },
    examples: [
      exampleOf(
        { it: 'Chi conta e chi no, dopo l’uscita', en: 'Who counts and who does not, after the exit' },
        counted,
        others,
        dated,
      ),
    ],
  };
}

const fundCommon = (said: Pick<FundIndicator, 'code' | 'label' | 'rule' | 'formula'>) =>
  ({
    ...said,
    version: 1,
    unit: 'participant',
    direction: 'up',
    type: 'performance',
    counts: 'persons',
    fact: 'pathway',
    breakdowns: FUND_CUTS,
  }) as const;

/** Each row that counts is told of a woman, the others of men. */
const exampleOf = (title: Labels, counted: readonly Row[], others: readonly Row[], dated: Row): Example => ({
  title,
  asOf: '2026-12-31',
  rows: [
    ...counted.map((row) => ({ ...dated, sex: 'F', ...row })),
    ...others.map((row) => ({ ...dated, sex: 'M', ...row })),
  ],
  figures: [
    { period: '2026-01', value: counted.length },
    { period: '2026', value: counted.length },
    { period: '2026-01', breakdown: { sex: 'F' }, value: counted.length },
    ...(others.length > 0 ? [{ period: '2025', value: 0 }] : []),
  ],
});
