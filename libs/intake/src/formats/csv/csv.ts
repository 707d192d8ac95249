import { CsvError, parse, type Options, type Parser } from 'csv-parse';
import { finished } from 'node:stream/promises';
import { malformedRequest, type Problem } from '#platform';
import type { Column } from '../../kinds/columns.js';
import type { RecordKind } from '../../kinds/define-kind.js';
import { ConvertedRow, MAX_ROW_BYTES, Unreadable, type RawRow } from '../../rows/row.js';
import type { BatchInput } from '../input.js';
import { setterOf, type Setter, type Writing } from './cells.js';
import { delimiterOf, DELIMITERS, peekHeader, type Delimiter } from './delimiter.js';
import { readHeader } from './header.js';
import { placeFinder } from './place.js';
import { soundText } from '../sound-text.js';

export interface CsvOptions extends Partial<Writing> {
  readonly kind: RecordKind;
  readonly delimiter?: Delimiter;
}

const RAGGED = new Unreadable({
  pointer: '',
  code: 'ragged-row',
  detail: 'The row has more or fewer cells than the header.',
});

/** What the parser says of a file that cannot be read on, by the code it gives. */
const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'something stands between a closing quote and the next delimiter',
  INVALID_OPENING_QUOTE: 'a quote stands in a cell that does not begin with one',
  CSV_MAX_RECORD_SIZE: `a row has more than ${MAX_ROW_BYTES} bytes: is a quote left open?`,
};

/**
 * A table of records of one kind (RFC 4180), read in constant memory. What makes a row doubtful is told of the row;
 * what makes all that follows doubtful refuses the whole.
 */
export class CsvInput implements BatchInput {
  readonly isOneText = false;
  private readonly writing: Writing;
  private columns: readonly Column[] = [];
  private setters: readonly Setter[] = [];
  private place: ConvertedRow['place'] = () => undefined;

  constructor(
    private readonly chunks: AsyncIterable<Buffer>,
    private readonly named: string | undefined,
    private readonly options: CsvOptions,
  ) {
    this.writing = { dates: options.dates ?? 'iso', decimals: options.decimals ?? 'point' };
  }

  source(): string | undefined {
    return this.named;
  }

  async *rows(): AsyncGenerator<RawRow[]> {
    const { header, all } = await peekHeader(soundText(this.chunks));
    const { delimiter } = this.options;
    const parser = parse(parsing(delimiter ? DELIMITERS[delimiter] : delimiterOf(header)));
    let tables: string[][] = [];
    const take = (): RawRow[] => {
      const rows = this.read(tables);
      tables = [];
      return rows;
    };
    parser.on('data', (cells: string[]) => tables.push(cells));
    const end = finished(parser).catch((error: unknown) => error);
    for await (const chunk of all) {
      await written(parser, chunk);
      yield take();
    }
    parser.end();
    const error = await end;
    if (error !== undefined) throw refusal(error);
    yield take();
    if (this.columns.length === 0) readHeader([], this.options.kind);
  }

  private read(tables: readonly (readonly string[])[]): RawRow[] {
    const rows: RawRow[] = [];
    for (const cells of tables) {
      if (cells.every(isBlank)) continue;
      if (this.columns.length === 0) this.begin(cells);
      else rows.push(this.row(cells));
    }
    return rows;
  }

  private begin(names: readonly string[]): void {
    const { kind } = this.options;
    this.columns = readHeader(names, kind);
    this.setters = this.columns.map((column) => setterOf(column, this.writing));
    this.place = placeFinder(this.columns, this.writing);
  }

  private row(cells: readonly string[]): RawRow {
    if (cells.length !== this.setters.length) return RAGGED;
    const record = {};
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at]!;
      if (!isBlank(cell)) this.setters[at]!(record, cell);
    }
    return new ConvertedRow(this.options.kind, record, this.place);
  }
}

const isBlank = (cell: string): boolean => cell === '' || cell.trim() === '';

const parsing = (delimiter: string): Options => ({
  delimiter,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: MAX_ROW_BYTES,
});

const written = (parser: Parser, chunk: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.write(chunk, (error) => (error ? reject(refusal(error)) : resolve()));
  });

function refusal(error: unknown): Problem {
  if (!(error instanceof CsvError)) throw error;
  const { lines } = error as unknown as { lines?: number };
  return malformedRequest({
    detail: `The table cannot be read from line ${lines ?? 1} on: ${FAULTS[error.code] ?? 'it is not a table'}.`,
  });
}
