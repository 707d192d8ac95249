import type { Figure } from './monitoring.js';
import { renderTable } from './table.js';

const figure = (indicator: string, value: number | null, more: Partial<Figure> = {}): Figure => ({
  indicator,
  value,
  breakdown: {},
  suppression: 'none',
  ...more,
});

describe('the table of figures', () => {
  const lines = renderTable([
    {
      name: 'Milano',
      figures: [
        figure('pathways_started', 1230),
        figure('job_retention_90', 0.80512, { n: 700 }),
        figure('job_retention_365', null),
        figure('fulfilment_rate', null, { suppression: 'primary' }),
        figure('resources_committed', 12_345_678, { breakdown: { resourceKind: 'money' } }),
      ],
    },
    { name: 'Alto e Basso Pavese', figures: [figure('pathways_started', 9)] },
  ]);

  it('gives every row the same width, figures to the right', () => {
    const [milano, pavese] = lines.slice(-2);
    expect(milano!.length).toBe(pavese!.length);
    expect(milano).toMatch(/^Milano +1,230 /);
    expect(pavese).toMatch(/^Alto e Basso Pavese +9 /);
  });

  it('shows shares as percentages, cents as thousands of euros, and how many stand behind', () => {
    expect(lines.at(-2)).toContain('80.5 %');
    expect(lines.at(-2)).toContain(' 700 ');
    expect(lines.at(-2)).toContain(' 123.5 ');
  });

  it('tells what is suppressed from what is not known', () => {
    expect(lines.at(-2)).toContain('·');
    expect(lines.at(-1)).not.toContain('·');
    expect(lines.at(-1)).toContain('–');
  });
});
