import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { columnsOf, type Column } from './columns.rules.js';
import { whole, type FileFormat, type Publication } from './publication.js';
import { nameOf, type Language } from './words.rules.js';

/** A workbook with the figures and what each indicator means. Texts are texts: nothing in it is ever a formula. */
export const xlsx: FileFormat = {
  mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  fileName: 'figures.xlsx',
  write: (publication) => whole(workbook(publication)),
};

function workbook({ figures, indicators, breakdowns, language }: Publication): Promise<Uint8Array> {
  const columns = columnsOf(breakdowns);
  const rows = figures.map((figure) => columns.map(({ of }) => cell(of(figure))));
  return writeXlsxFile([
    {
      sheet: nameOf('figures', language),
      stickyRowsCount: 1,
      columns: columns.map(({ type }) => ({ width: WIDTHS[type] })),
      data: [head(columns.map(({ name }) => name)), ...rows],
    },
    {
      sheet: nameOf('definitions', language),
      stickyRowsCount: 1,
      columns: DEFINITION_WIDTHS.map((width) => ({ width })),
      data: [head(DEFINITION_COLUMNS), ...definitions(indicators, language)],
    },
  ]).toBuffer();
}

const WIDTHS: Readonly<Record<Column['type'], number>> = {
  string: 20,
  integer: 12,
  number: 14,
  boolean: 8,
  date: 12,
  datetime: 26,
};

const DEFINITION_COLUMNS = ['indicator', 'version', 'label', 'rule', 'formula', 'unit', 'direction', 'type'];
const DEFINITION_WIDTHS = [24, 8, 36, 90, 50, 12, 10, 14];

const definitions = (indicators: Publication['indicators'], language: Language): Row[] =>
  indicators.map(({ code, version, label, rule, formula, unit, direction, type }) =>
    [code, version, label[language], rule[language], formula, unit, direction, type].map(cell),
  );

const head = (names: readonly string[]): Row =>
  names.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));

/** The type is always told: a text that looks like a formula or a number stays the text it is. */
function cell(value: unknown): Row[number] {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return { value: typeof value === 'string' ? value : JSON.stringify(value), type: String };
}
