import { stringify } from 'csv-stringify/sync';
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { LIST_SEPARATOR } from '../formats/csv/cells.js';
import { DELIMITERS, type Delimiter } from '../formats/csv/delimiter.js';
import type { Column } from '../kinds/columns.js';
import type { RecordKind } from '../kinds/define-kind.js';
import { exampleOf, templateColumns } from './record-kind.view.js';

const FORMULAS = { escape_formulas: true };
const WIDE = 60;

/** The header of a table of the kind, and nothing else. */
export const csvTemplate = (kind: RecordKind, delimiter: Delimiter): string =>
  stringify([templateColumns(kind).map(({ name }) => name)], {
    ...FORMULAS,
    delimiter: DELIMITERS[delimiter],
  });

type Cell = string | number | boolean | readonly string[];
type Cells = Readonly<Record<string, Cell>>;

/** What the example of the kind says in a column, as a cell. */
export function cellOf(kind: RecordKind, { path }: Column): string {
  const [first, second] = path;
  const value = exampleOf(kind)[first];
  const inner = (second === undefined ? value : (value as Cells | undefined)?.[second]) as Cell | undefined;
  return Array.isArray(inner) ? inner.join(LIST_SEPARATOR) : String(inner ?? '');
}

/** Every cell is typed as text, so that none is taken for a formula or turned into something else. */
const text = (value: string, bold = false) => ({
  value,
  type: String,
  format: '@',
  ...(bold && { fontWeight: 'bold' as const }),
});

const heading = (values: readonly string[]): Row => values.map((value) => text(value, true));

const EXPLANATION = [
  'Colonna / Column',
  'Obbligatoria / Required',
  'Significato',
  'Meaning',
  'Valori ammessi / Allowed values',
  'Come si scrive / How it is written',
  'Esempio / Example',
];

const FORMS: Readonly<Record<Column['form'], string>> = {
  text: 'testo / text',
  day: 'AAAA-MM-GG / YYYY-MM-DD (GG/MM/AAAA: dates=it)',
  number: 'numero, 12.5 / number, 12.5 (12,5: decimals=comma)',
  flag: 'true, false',
  list: `valori separati da ${LIST_SEPARATOR} / values separated by ${LIST_SEPARATOR}`,
};

const explained = (kind: RecordKind, column: Column): Row =>
  [
    column.name,
    column.required ? 'sì / yes' : '',
    column.label.it,
    column.label.en,
    (column.allowed ?? []).join(', '),
    FORMS[column.form],
    cellOf(kind, column),
  ].map((value) => text(value));

/** A workbook: the header to fill in under, and a sheet that explains each column in both languages. */
export function xlsxTemplate(kind: RecordKind): Promise<Buffer> {
  const columns = templateColumns(kind);
  return writeXlsxFile([
    {
      sheet: kind.kind,
      data: [heading(columns.map(({ name }) => name))],
      columns: columns.map(({ name }) => ({ width: name.length + 4 })),
      stickyRowsCount: 1,
    },
    {
      sheet: 'Spiegazioni - Explanations',
      data: [heading(EXPLANATION), ...columns.map((column) => explained(kind, column))],
      columns: EXPLANATION.map((title, place) => ({ width: place > 1 ? WIDE : title.length + 4 })),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}
