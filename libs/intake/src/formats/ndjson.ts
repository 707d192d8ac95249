import { isAscii, isUtf8 } from 'node:buffer';
import { MAX_ROW_BYTES, TOO_LONG, Unreadable, type TextRow } from '../rows/row.js';
import type { BatchInput } from './input.js';

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = '\ufeff';
const BLANK = /^[ \t\r]*$/;

const NOT_UTF8 = new Unreadable({ pointer: '', code: 'not-utf8', detail: 'The row is not valid UTF-8.' });

/**
 * One row a line, in constant memory however the bytes are cut. Blank lines are no rows; a carriage return before
 * the end of a line, a byte order mark before the first and a missing end of the last do not matter.
 */
export class NdjsonInput implements BatchInput {
  readonly isOneText = false;

  constructor(
    private readonly chunks: AsyncIterable<Buffer>,
    private readonly named: string | undefined,
  ) {}

  source(): string | undefined {
    return this.named;
  }

  async *rows(): AsyncGenerator<TextRow[]> {
    const lines = new LineCutter();
    for await (const chunk of this.chunks) yield lines.push(chunk);
    yield lines.end();
  }
}

class LineCutter {
  /** The pieces of a line that has not ended yet. */
  private open: Buffer[] = [];
  private openBytes = 0;
  /** The open line has become too long: it was told, and the rest of it is skipped. */
  private skipping = false;
  private atStart = true;

  push(chunk: Buffer): TextRow[] {
    const rows: TextRow[] = [];
    const last = chunk.lastIndexOf(NEWLINE);
    if (last >= 0) {
      const first = chunk.indexOf(NEWLINE);
      this.closeLine(chunk.subarray(0, first), rows);
      if (last > first) this.wholeLines(chunk.subarray(first + 1, last), rows);
    }
    this.extend(chunk.subarray(last + 1), rows);
    return rows;
  }

  end(): TextRow[] {
    const rows: TextRow[] = [];
    this.closeLine(Buffer.alloc(0), rows);
    return rows;
  }

  private extend(piece: Buffer, rows: TextRow[]): void {
    if (this.skipping || piece.length === 0) return;
    this.open.push(piece);
    this.openBytes += piece.length;
    if (this.openBytes <= MAX_ROW_BYTES) return;
    rows.push(TOO_LONG);
    this.skipping = true;
    this.open = [];
  }

  private closeLine(piece: Buffer, rows: TextRow[]): void {
    this.extend(piece, rows);
    if (!this.skipping && this.openBytes > 0) this.wholeLines(Buffer.concat(this.open), rows);
    this.open = [];
    this.openBytes = 0;
    this.skipping = false;
    this.atStart = false;
  }

  /** Bytes that begin and end with a line. Decoded in one go where all of them are sound. */
  private wholeLines(bytes: Buffer, rows: TextRow[]): void {
    if (!isUtf8(bytes)) return this.lineByLine(bytes, rows);
    const text = isAscii(bytes) ? bytes.toString('latin1') : bytes.toString();
    for (const line of text.split('\n')) this.line(line, rows);
  }

  private lineByLine(bytes: Buffer, rows: TextRow[]): void {
    for (let start = 0; start <= bytes.length;) {
      const newline = bytes.indexOf(NEWLINE, start);
      const end = newline < 0 ? bytes.length : newline;
      const line = bytes.subarray(start, end);
      if (isUtf8(line)) this.line(line.toString(), rows);
      else rows.push(line.length > MAX_ROW_BYTES ? TOO_LONG : NOT_UTF8);
      this.atStart = false;
      start = end + 1;
    }
  }

  private line(text: string, rows: TextRow[]): void {
    const line = this.atStart && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    this.atStart = false;
    if (isTooLong(text)) rows.push(TOO_LONG);
    else if (!BLANK.test(line)) rows.push(line);
  }
}

/** No character takes more than three bytes for each unit of its length. */
const isTooLong = (text: string): boolean =>
  text.length * 3 > MAX_ROW_BYTES && Buffer.byteLength(text) > MAX_ROW_BYTES;
