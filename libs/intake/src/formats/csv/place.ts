import type { Column } from '../../kinds/columns.js';
import type { Place } from '../../rows/row.js';

/** Tells in which column of a file stands what a JSON pointer into a record points at. */
export function placeFinder(columns: readonly Column[]): (pointer: string) => Place | undefined {
  const byPointer = new Map<string, Place>();
  for (const { name, path } of [...columns].reverse()) {
    // Of a value made of several columns as a whole, the first is told.
    byPointer.set(`/${path[0]}`, { column: name });
  }
  for (const { name, path } of columns) byPointer.set(`/${path.join('/')}`, { column: name });
  return (pointer) => byPointer.get(pointer);
}
