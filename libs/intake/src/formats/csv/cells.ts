import type { Column } from '../../kinds/columns.js';

/** How days and numbers are written in a file. */
export interface Writing {
  readonly dates: 'iso' | 'it';
  readonly decimals: 'point' | 'comma';
}

type Record = { [name: string]: unknown };
/** Puts what a cell says into a record. */
export type Setter = (record: Record, cell: string) => void;

const ITALIAN_DAY = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const NUMBERS = { point: /^-?\d+(\.\d+)?$/, comma: /^-?\d+(,\d+)?$/ };
/** As spreadsheets write them, in English and in Italian. */
const FLAGS = new Map([
  ['true', true],
  ['false', false],
  ['vero', true],
  ['falso', false],
]);
export const LIST_SEPARATOR = '|';

/**
 * What cannot be understood stays text, and is told by the check of its field, as if it had come as JSON. A day that
 * is written YYYY-MM-DD means the same everywhere.
 */
const CONVERSIONS: { readonly [form in Column['form']]: (cell: string, writing: Writing) => unknown } = {
  text: (cell) => cell,
  day: (cell, { dates }) => {
    const parts = dates === 'it' ? ITALIAN_DAY.exec(cell.trim()) : null;
    return parts === null ? cell.trim() : `${parts[3]}-${parts[2]}-${parts[1]}`;
  },
  number: (cell, { decimals }) => {
    const text = cell.trim();
    return NUMBERS[decimals].test(text) ? Number(text.replace(',', '.')) : text;
  },
  flag: (cell) => FLAGS.get(cell.trim().toLowerCase()) ?? cell,
  list: (cell) => cell.split(LIST_SEPARATOR).map((item) => item.trim()),
};

export function setterOf({ path, form, allowed }: Column, writing: Writing): Setter {
  const convert = CONVERSIONS[form];
  // Codes of a closed list have no spaces around them; other text is kept as it is.
  const value = (cell: string): unknown => convert(allowed ? cell.trim() : cell, writing);
  const [first, second] = path;
  if (second === undefined) {
    return (record, cell) => {
      record[first] = value(cell);
    };
  }
  return (record, cell) => {
    ((record[first] ??= {}) as Record)[second] = value(cell);
  };
}
