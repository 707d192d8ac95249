import type { Part } from './part.js';
import type { Batch } from './batch-results.js';

/**
 * One thing wrong with one row. The row is named by its place alone: what the partner calls it may be told by the
 * service, but a terminal or a log is no place for it.
 */
export interface Fault {
  /** Place of the row in the file, from 1; a header and blank lines do not count. */
  readonly row: number;
  readonly line?: number;
  /** Of a table: the name in its header. */
  readonly column?: string;
  /** Of an XML document: the element. */
  readonly element?: string;
  /** JSON pointer into the record. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

export function faultsOf(part: Part, results: Batch['results']): Fault[] {
  return results.flatMap(({ index, outcome, errors = [] }) =>
    outcome === 'rejected' ? errors.map((error) => ({ ...placeOf(part, index), ...remarkOf(error) })) : [],
  );
}

function placeOf({ rowsBefore, lines }: Part, index: number): Pick<Fault, 'row' | 'line'> {
  const line = lines[index];
  return { row: rowsBefore + index + 1, ...(line !== undefined && { line }) };
}

function remarkOf(error: Omit<Fault, 'row' | 'line'>): Omit<Fault, 'row' | 'line'> {
  const { column, element, pointer, code, detail } = error;
  return {
    ...(column !== undefined && { column }),
    ...(element !== undefined && { element }),
    pointer,
    code,
    detail,
  };
}
