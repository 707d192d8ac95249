import { select, type Offer } from './figures-selection.rules.js';

const offer: Offer = {
  codes: ['pathways_started', 'resources_committed'],
  breakdowns: ['sex', 'system', 'resourceKind'],
  cutsOf: (code) =>
    code === 'pathways_started'
      ? [['sex'], ['system']]
      : [['resourceKind'], ['system'], ['resourceKind', 'system']],
};

describe('a selection of figures', () => {
  it('is every total since the start unless told otherwise', () => {
    expect(select({}, offer)).toEqual({
      indicators: ['pathways_started', 'resources_committed'],
      dimensions: ['', ''],
      periods: ['since-start'],
      asOf: null,
    });
  });

  it('takes the cells that are cut by the breakdowns named, alone or crossed, and the total', () => {
    expect(select({ indicator: 'resources_committed', by: 'system,resourceKind' }, offer)).toMatchObject({
      dimensions: ['', 'resourceKind', 'system', 'resourceKind,system'],
    });
    expect(select({ indicator: 'pathways_started', by: 'sex' }, offer)).toMatchObject({
      dimensions: ['', 'sex'],
    });
  });

  it.each([
    [{ period: '2026-Q1' }, ['2026-Q1']],
    [{ period: '2026-Q1', granularity: 'month' }, ['2026-01', '2026-02', '2026-03']],
    [{ period: '2025-11..2026-01' }, ['2025-11', '2025-12', '2026-01']],
    [{ period: '2025-11-15..2026-01-02', granularity: 'quarter' }, ['2025-Q4', '2026-Q1']],
    [{ period: '2025..2026', granularity: 'half' }, ['2025-H1', '2025-H2', '2026-H1', '2026-H2']],
  ] as const)('of %p has the periods %p', (wish, periods) => {
    expect(select(wish, offer)).toMatchObject({ periods });
  });

  it('is refused with the values that are known', () => {
    expect(select({ indicator: 'nonsense', by: 'sex,colour', period: '2026-13' }, offer)).toEqual([
      expect.objectContaining({
        pointer: '/indicator',
        detail: expect.stringContaining('resources_committed'),
      }),
      expect.objectContaining({ pointer: '/by', detail: expect.stringContaining('resourceKind') }),
      expect.objectContaining({ pointer: '/period', detail: expect.stringContaining('since-start') }),
    ]);
  });
});
