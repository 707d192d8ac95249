/**
 * Cells are values as PostgreSQL writes them in a text row: backslashes doubled. Tabs and line breaks never occur in them,
 * because no field takes control characters.
 */
export const NULL_CELL = '\\N';

const BACKSLASHES = /\\/g;
const QUOTES = /"/g;

export const textCell = (text: string): string =>
  text.includes('\\') ? text.replace(BACKSLASHES, '\\\\') : text;

export const bytesCell = (hex: string): string => `\\\\x${hex}`;

/** The same value as an element of an array literal, which doubles backslashes too. */
const elementOf = (cell: string): string =>
  cell === NULL_CELL ? 'NULL' : `"${cell.replace(QUOTES, '\\"')}"`;

export const arrayOf = (cells: readonly string[]): string => `{${cells.map(elementOf).join(',')}}`;

/** Of ids and other values that need no quotes. */
export const plainArrayOf = (values: readonly string[]): string => `{${values.join(',')}}`;
