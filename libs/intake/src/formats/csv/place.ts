import type { FieldError } from '#platform';
import type { Column } from '../../kinds/columns.js';
import type { Place } from '../../rows/row.js';
import type { Writing } from './cells.js';

/** What a cell has to look like, where a fault says it of JSON: by its code and the form of its column. */
const WRITTEN: { readonly [fault: string]: (writing: Writing) => string } = {
  'day in day': ({ dates }) =>
    dates === 'it'
      ? 'This must be a calendar day, DD/MM/YYYY or YYYY-MM-DD, from 01/01/1900 to 31/12/2100.'
      : 'This must be a calendar day, YYYY-MM-DD, from 1900-01-01 to 2100-12-31; DD/MM/YYYY is read with dates=it.',
  'wrong-type in number': ({ decimals }) =>
    decimals === 'comma'
      ? 'This must be a number, with a decimal comma where it has decimals, like 20,5.'
      : 'This must be a number, with a decimal point where it has decimals, like 20.5; a comma is read with decimals=comma.',
  'wrong-type in flag': () => 'This must be true or false, VERO or FALSO.',
};

/** Tells in which column of a file stands what a fault of a record points at: of an item of a list, that of the list. */
export function placeFinder(
  columns: readonly Column[],
  writing: Writing,
): (fault: FieldError) => Place | undefined {
  const byPointer = new Map<string, Column>();
  // Of a value made of several columns as a whole, the first is told.
  for (const column of [...columns].reverse()) byPointer.set(`/${column.path[0]}`, column);
  for (const column of columns) byPointer.set(`/${column.path.join('/')}`, column);
  return ({ pointer, code }) => {
    const column = byPointer.get(pointer) ?? byPointer.get(pointer.slice(0, pointer.lastIndexOf('/')));
    if (column === undefined) return undefined;
    const detail = WRITTEN[`${code} in ${column.form}`]?.(writing);
    return { column: column.name, ...(detail !== undefined && { detail }) };
  };
}
