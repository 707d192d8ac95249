import { columnsOf } from './columns.rules.js';
import { csvText } from './csv-text.js';
import type { FileFormat, Publication } from './publication.js';

/** RFC 4180, UTF-8, nothing that a spreadsheet would run. What is not there is empty. */
export const csv: FileFormat = {
  mediaTypes: ['text/csv'],
  fileName: 'figures.csv',
  write: ({ figures, breakdowns }: Publication) => {
    const columns = columnsOf(breakdowns);
    const names = columns.map(({ name }) => name);
    return csvText(names, lines(figures, columns));
  },
};

function* lines(figures: Publication['figures'], columns: ReturnType<typeof columnsOf>): Iterable<unknown[]> {
  for (const figure of figures) yield columns.map(({ of }) => of(figure) ?? null);
}
