import type { FieldError } from '#platform';
import { parsePeriod } from '#kernel';
import type { IndicatorDefinition } from '../definition/definition.js';
import type { Goal } from './attainment.rules.js';

/** What was asked for, as far as the definition of the indicator decides whether it can be. */
export interface TargetWish {
  readonly indicator: string;
  readonly period: string;
  readonly breakdown?: Readonly<Record<string, string>>;
  readonly baseline?: { readonly value: number; readonly period?: string };
  readonly value: number;
  readonly direction?: Goal['direction'];
  readonly ownerMemberId?: string;
}

/** A target for the indicator as it is defined, or what stands against it. */
export function checkTarget(
  wish: TargetWish,
  definition: IndicatorDefinition,
): { readonly direction: Goal['direction'] } | FieldError[] {
  const defined = definition.direction === 'none' ? undefined : definition.direction;
  const direction = wish.direction ?? defined;
  const faults = [
    ...periodFaults(wish),
    ...breakdownFaults(wish.breakdown ?? {}, definition),
    ...ownerFaults(wish, definition),
    ...directionFaults(wish, direction, defined),
  ];
  return direction === undefined || faults.length > 0 ? faults : { direction };
}

const isComputed = (code: string): boolean => {
  const kind = parsePeriod(code)?.kind;
  return kind !== undefined && kind !== 'range';
};

function periodFaults({ period, baseline }: TargetWish): FieldError[] {
  const detail = 'Like 2026-03, 2026-Q1, 2026-H1, 2026 or since-start.';
  return [
    ...(isComputed(period) ? [] : [{ pointer: '/period', code: 'period', detail }]),
    ...(baseline?.period === undefined || isComputed(baseline.period)
      ? []
      : [{ pointer: '/baseline/period', code: 'period', detail }]),
  ];
}

function breakdownFaults(
  breakdown: Readonly<Record<string, string>>,
  { code, breakdowns }: IndicatorDefinition,
): FieldError[] {
  const names = Object.keys(breakdown).sort().join(',');
  const cuts = breakdowns.map((cut) => [...cut].sort().join(','));
  if (names === '' || cuts.includes(names)) return [];
  const detail =
    cuts.length === 0 ? `${code} has no breakdown.` : `${code} is broken down by ${cuts.join('; ')}.`;
  return [{ pointer: '/breakdown', code: 'unknown-breakdown', detail }];
}

/** Of what happens to a population nobody is the owner, so nobody is blamed for it. */
function ownerFaults({ ownerMemberId }: TargetWish, { type }: IndicatorDefinition): FieldError[] {
  if ((ownerMemberId === undefined) === (type === 'population')) return [];
  return type === 'population'
    ? [
        {
          pointer: '/ownerMemberId',
          code: 'has-no-owner',
          detail: 'A population indicator has no owner: nobody is blamed for it.',
        },
      ]
    : [{ pointer: '/ownerMemberId', code: 'required', detail: 'A performance indicator has an owner.' }];
}

function directionFaults(
  { value, baseline }: TargetWish,
  direction: Goal['direction'] | undefined,
  defined: Goal['direction'] | undefined,
): FieldError[] {
  if (direction === undefined) {
    return [{ pointer: '/direction', code: 'required', detail: 'The indicator leaves open what is good.' }];
  }
  if (defined !== undefined && direction !== defined) {
    const detail = `By its definition the indicator is to go ${defined}.`;
    return [{ pointer: '/direction', code: 'against-definition', detail }];
  }
  const isBehind =
    baseline !== undefined && (direction === 'up' ? value < baseline.value : value > baseline.value);
  const detail = 'From the baseline, this lies in the direction that is not wanted.';
  return isBehind ? [{ pointer: '/value', code: 'against-direction', detail }] : [];
}
