import type { IndicatorDefinition } from '../definition/definition.js';
import type { Compiled, CompiledColumn } from './compiler.rules.js';
import { columnOf, cutsOf, datesOf, keyOfGrouping, type Grouping } from './grouping.rules.js';
import { pieces, type CellMonths, type CompiledRow, type ListItem, type Tally } from './tally.rules.js';

/** The rows of a compiled statement, read once for all definitions. */
export class ReadRows {
  private readonly byGrouping: (readonly ReadRow[])[];

  constructor(
    private readonly compiled: Compiled,
    rows: readonly CompiledRow[],
  ) {
    const lists: ReadRow[][] = compiled.groupings.map(() => []);
    for (const row of rows) lists[row.grouping]?.push({ row, counts: numbersIn(row.counts) });
    this.byGrouping = lists;
  }

  /** Sorts the rows into the cells of one definition. */
  cellsOf(definition: IndicatorDefinition): CellMonths[] {
    const columns = this.compiled.columns.get(definition.code) ?? [];
    const wanted = new Set(
      datesOf(definition).flatMap((dated) => cutsOf(definition).map((cut) => keyOfGrouping({ dated, cut }))),
    );
    const cells = new Map<string, CellMonths>();
    for (const [index, grouping] of this.compiled.groupings.entries()) {
      if (!wanted.has(keyOfGrouping(grouping))) continue;
      for (const read of this.byGrouping[index] ?? []) addRow(cells, grouping, columns, read);
    }
    return [...cells.values()];
  }
}

interface ReadRow {
  readonly row: CompiledRow;
  readonly counts: readonly number[];
}

const numbersIn = (text: string): number[] => (text === '{}' ? [] : text.slice(1, -1).split(',').map(Number));

function addRow(
  cells: Map<string, CellMonths>,
  grouping: Grouping,
  columns: readonly CompiledColumn[],
  read: ReadRow,
): void {
  const tally = tallyOf(read, grouping.dated.on, columns);
  if (tally.counts.every((each) => each === 0) && tally.lists.every((each) => each.length === 0)) return;
  pieces(cellAt(cells, grouping, read.row).months, read.row.month.slice(0, 7)).push(tally);
}

/** An aggregate over the rows that another day dates says nothing here: it counts as 0. */
function tallyOf({ row, counts }: ReadRow, on: string, columns: readonly CompiledColumn[]): Tally {
  const tally = { counts: [] as number[], lists: [] as (readonly ListItem[])[] };
  for (const { isList, on: of, index } of columns) {
    if (isList) tally.lists.push((of === on ? row.lists?.[index] : undefined) ?? []);
    else tally.counts.push(of === on ? (counts[index] ?? 0) : 0);
  }
  return tally;
}

function cellAt(cells: Map<string, CellMonths>, { cut }: Grouping, row: CompiledRow): CellMonths {
  const values = cut.map((name) => row[columnOf(name) as `by_${string}`] ?? '');
  const key = `${cut.join()}\n${values.join('\n')}`;
  const known = cells.get(key);
  if (known) return known;
  const breakdown = Object.fromEntries(cut.map((name, index) => [name, values[index] ?? '']));
  const cell: CellMonths = { breakdown, months: new Map() };
  cells.set(key, cell);
  return cell;
}
