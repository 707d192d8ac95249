import type { IndicatorDefinition } from '../definition/definition.js';
import { checkTarget, type TargetWish } from './target.rules.js';

const definition = (more: Partial<IndicatorDefinition> = {}) =>
  ({
    code: 'completion_rate',
    type: 'performance',
    direction: 'up',
    breakdowns: [['sex'], ['system', 'resourceKind']],
    ...more,
  }) as IndicatorDefinition;

const OWNER = 'a member';
const wish: TargetWish = { indicator: 'completion_rate', period: '2026', value: 0.7, ownerMemberId: OWNER };
const places = (found: ReturnType<typeof checkTarget>): unknown =>
  Array.isArray(found) ? found.map(({ pointer, code }) => [pointer, code]) : found;

describe('a target', () => {
  it('takes its direction from the definition', () => {
    expect(checkTarget(wish, definition())).toEqual({ direction: 'up' });
    expect(checkTarget(wish, definition({ direction: 'down' }))).toEqual({ direction: 'down' });
  });

  it('is told its direction where the definition leaves it open', () => {
    expect(places(checkTarget(wish, definition({ direction: 'none' })))).toEqual([
      ['/direction', 'required'],
    ]);
    expect(checkTarget({ ...wish, direction: 'down' }, definition({ direction: 'none' }))).toEqual({
      direction: 'down',
    });
  });

  it.each([
    [{ direction: 'down' }, '/direction', 'against-definition'],
    [{ period: '2026-01..2026-03' }, '/period', 'period'],
    [{ period: 'soon' }, '/period', 'period'],
    [{ baseline: { value: 0.5, period: '2025-13' } }, '/baseline/period', 'period'],
    [{ baseline: { value: 0.8 } }, '/value', 'against-direction'],
    [{ breakdown: { ageGroup: '55+' } }, '/breakdown', 'unknown-breakdown'],
    [{ breakdown: { system: 'public' } }, '/breakdown', 'unknown-breakdown'],
    [{ ownerMemberId: undefined }, '/ownerMemberId', 'required'],
  ] as [Partial<TargetWish>, string, string][])('with %p is refused at %s', (more, pointer, code) => {
    expect(places(checkTarget({ ...wish, ...more }, definition()))).toEqual([[pointer, code]]);
  });

  it('takes every cut that the indicator has, and none that it has not', () => {
    const crossed = { ...wish, breakdown: { system: 'public', resourceKind: 'money' } };
    expect(checkTarget(crossed, definition())).toEqual({ direction: 'up' });
    expect(places(checkTarget(crossed, definition({ breakdowns: [] })))).toEqual([
      ['/breakdown', 'unknown-breakdown'],
    ]);
  });

  it('has no owner where the indicator is of a population', () => {
    const population = definition({ type: 'population' });
    expect(places(checkTarget(wish, population))).toEqual([['/ownerMemberId', 'has-no-owner']]);
    const { ownerMemberId: _, ...unowned } = wish;
    expect(checkTarget(unowned, population)).toEqual({ direction: 'up' });
  });
});
