import type { IndicatorDefinition } from '../definition/definition.js';

export const indicator: IndicatorDefinition = {
  code: 'attendance_rate',
  version: 1,
  label: { it: 'Partecipazione alle riunioni', en: 'Attendance of meetings' },
  rule: {
    it: 'Tra i posti di chi faceva parte dell’organismo nel giorno della riunione, per le riunioni tenute nel periodo, quota di quelli presenti o rappresentati per delega. Dove nulla è stato registrato il posto non conta.',
    en: 'Among the seats of those who were in the body on the day of the meeting, over meetings that took place in the period, the share present or represented by a delegate. A seat of which nothing was recorded does not count.',
  },
  formula: 'seats present or delegated ÷ seats of which something was recorded',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'organisations',
  fact: 'attendance',
  leftOut: [{ reason: 'not-observed', when: [{ column: 'status', known: false }] }],
  period: { kind: 'flow', on: 'held_on' },
  measure: { kind: 'share', having: [{ column: 'status', in: ['present', 'delegated'] }] },
  breakdowns: [['system']],
  examples: [
    {
      title: { it: 'Due riunioni', en: 'Two meetings' },
      asOf: '2026-12-31',
      rows: [
        { held_on: '2026-02-10', status: 'present', system: 'public' },
        { held_on: '2026-02-10', status: 'delegated', system: 'community' },
        { held_on: '2026-02-10', status: 'excused', system: 'third_sector' },
        { held_on: '2026-02-10', system: 'economic_productive' },
        { held_on: '2026-05-12', status: 'absent', system: 'public' },
      ],
      figures: [
        { period: '2026', value: 0.5, numerator: 2, denominator: 4, leftOut: { 'not-observed': 1 } },
        { period: '2026-02', value: 0.666667, numerator: 2, denominator: 3 },
        { period: '2026', breakdown: { system: 'public' }, value: 0.5 },
      ],
    },
  ],
};
