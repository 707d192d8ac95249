import { csvColumns, csvLine } from './figures-csv.rules.js';

const figure = {
  id: 'f',
  indicator: 'job_retention_90',
  period: '2026-Q1',
  breakdown: { sex: 'F' },
  coverage: { reported: 1, expected: 2 },
  value: 0.75,
  ci95: [0.5, 0.9],
} as const;

describe('a figure as a line of CSV', () => {
  it('has one field for each column, empty where the figure has none', () => {
    const columns = csvColumns(['sex', 'system']);
    const line = csvLine(figure, ['sex', 'system']);
    expect(line).toHaveLength(columns.length);
    expect(Object.fromEntries(columns.map((column, index) => [column, line[index]]))).toMatchObject({
      indicator: 'job_retention_90',
      sex: 'F',
      system: null,
      value: 0.75,
      ci95Low: 0.5,
      ci95High: 0.9,
      reported: 1,
      expected: 2,
      numerator: null,
    });
  });
});
