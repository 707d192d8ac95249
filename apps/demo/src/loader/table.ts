import type { Figure } from './monitoring.js';

export interface TableRow {
  readonly name: string;
  readonly figures: readonly Figure[];
}

interface Column {
  readonly title: readonly [string, string];
  readonly cell: (figures: readonly Figure[]) => string;
}

const SUPPRESSED = '·';
const MISSING = '–';

const COLUMNS: readonly Column[] = [
  { title: ['started', ''], cell: total('pathways_started', count) },
  { title: ['active', ''], cell: total('pathways_active', count) },
  { title: ['placed', '≤180 d'], cell: total('placement_rate_180', percent) },
  { title: ['kept', '90 d'], cell: total('job_retention_90', percent) },
  { title: ['their', '180 d'], cell: total('job_retention_180', percent) },
  { title: ['job', '365 d'], cell: total('job_retention_365', percent) },
  { title: ['of', 'jobs'], cell: sizeOf('job_retention_90') },
  { title: ['fulfilled', 'of due'], cell: total('fulfilment_rate', percent) },
  { title: ['EUR k', 'agreed'], cell: resource('resources_committed', 'money', thousandEuro) },
  { title: ['EUR k', 'given'], cell: resource('resources_delivered', 'money', thousandEuro) },
  { title: ['hours', 'agreed'], cell: resource('resources_committed', 'staff_time', count) },
  { title: ['hours', 'given'], cell: resource('resources_delivered', 'staff_time', count) },
  { title: ['systems', 'of 4'], cell: total('systems_represented', count) },
];

export const LEGEND = [
  'placed: started a job within 180 days; kept their job: Kaplan–Meier over all jobs found, open ones censored',
  'fulfilled: of the commitments due; EUR and staff hours: agreed, and delivered with the receiver’s confirmation',
  `${SUPPRESSED} suppressed: so few people that someone could be recognised`,
  `${MISSING} none, or not known because nobody was observed for that long`,
];

/** Lines of a table with right-aligned figures. */
export function renderTable(rows: readonly TableRow[]): string[] {
  const head = [0, 1].map((line) => [
    line === 0 ? '' : 'Pact',
    ...COLUMNS.map((column) => column.title[line as 0 | 1]),
  ]);
  const body = rows.map((row) => [row.name, ...COLUMNS.map((column) => column.cell(row.figures))]);
  const widths = head[0]!.map((_, index) =>
    Math.max(...[...head, ...body].map((line) => line[index]!.length)),
  );
  const text = (line: readonly string[]) =>
    line
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!)))
      .join('  ');
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [...head.map((line) => text(line).trimEnd()), rule, ...body.map(text)];
}

function total(indicator: string, format: (value: number) => string): Column['cell'] {
  return (figures) => show(find(figures, indicator, {}), format);
}

function resource(indicator: string, kind: string, format: (value: number) => string): Column['cell'] {
  return (figures) => show(find(figures, indicator, { resourceKind: kind }), format);
}

function sizeOf(indicator: string): Column['cell'] {
  return (figures) => {
    const figure = find(figures, indicator, {});
    if (figure?.n !== undefined) return count(figure.n);
    return show(figure, () => MISSING);
  };
}

function find(
  figures: readonly Figure[],
  indicator: string,
  breakdown: Figure['breakdown'],
): Figure | undefined {
  const wanted = JSON.stringify(breakdown);
  return figures.find((each) => each.indicator === indicator && JSON.stringify(each.breakdown) === wanted);
}

function show(figure: Figure | undefined, format: (value: number) => string): string {
  if (figure && figure.suppression !== 'none') return SUPPRESSED;
  return figure?.value === null || figure === undefined ? MISSING : format(figure.value);
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

function thousandEuro(cents: number): string {
  return (cents / 100_000).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
