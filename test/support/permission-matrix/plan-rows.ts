import { randomUUID } from 'node:crypto';
import { callOf, GRID, PAYMENT, PROGRESS, VOUCHER } from './plan-stage.js';
import type { Row } from './row.js';

const plain: Row = () => ({});

/** How the operations of plans, funding and departments are asked. */
export const PLAN_ROWS: Readonly<Record<string, Row>> = {
  unit_create: () => ({ body: { name: `Ufficio ${randomUUID()}` } }),
  unit_list: plain,
  unit_show: plain,
  unit_change: () => ({ body: { name: 'Ufficio nuovo' } }),
  measure_create: () => ({
    body: { code: randomUUID(), title: { it: 'Misura' }, cells: [{ grid: 'grid-1', cell: 'firms' }] },
  }),
  measure_list: plain,
  measure_show: plain,
  measure_change: () => ({ body: { title: { en: 'Measure' }, durationMonths: 6 } }),
  measure_move: ({ spareMeasureId }) => ({ ids: { measureId: spareMeasureId }, body: { to: 'approved' } }),
  measure_transition_list: plain,
  measure_progress_report: () => ({ body: PROGRESS }),
  measure_progress_list: plain,
  open_question_list: plain,
  funding_programme_create: () => ({ body: { code: randomUUID(), kind: 'national', title: { it: 'PON' } } }),
  funding_programme_list: plain,
  funding_programme_show: plain,
  funding_programme_change: () => ({ body: { title: { en: 'ESF+' } } }),
  call_create: ({ ids }) => ({ body: { ...callOf(ids['programmeId'] ?? ''), code: randomUUID() } }),
  call_list: plain,
  call_show: plain,
  call_change: () => ({ body: { title: { en: 'Call' }, isCompetitive: false } }),
  funding_line_create: ({ ids: { measureId, programmeId } }) => ({
    body: { measureId, programmeId, amountCents: 1_000, startsOn: '2025-01-01' },
  }),
  funding_line_list: plain,
  funding_line_show: plain,
  funding_line_change: () => ({ body: { endsOn: '2027-12-31' } }),
  expenditure_record: ({ ids: { lineId } }) => ({ body: { ...PAYMENT, fundingLineId: lineId } }),
  expenditure_list: plain,
  expenditure_show: plain,
  voucher_issue: ({ ids: { measureId } }) => ({ body: { ...VOUCHER, measureId } }),
  voucher_list: plain,
  voucher_total_list: plain,
  voucher_show: plain,
  voucher_use: () => ({ body: { usedOn: '2025-04-01', usedCents: 100 } }),
  grid_create: () => ({ body: { ...GRID, code: randomUUID() } }),
  grid_list: plain,
  grid_show: plain,
  grid_change: () => ({ body: { title: { en: 'Grid' } } }),
  grid_cell_list: plain,
  grid_coverage_show: plain,

  objective_line_of_sight_show: plain,
  commitment_line_of_sight_show: plain,
  line_of_sight_gap_list: plain,
};
