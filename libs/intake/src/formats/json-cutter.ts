import { decodeUtf8, jsonCharacters, malformedRequest, type Problem } from '#platform';
import { MAX_ROW_BYTES, TOO_LONG, type TextRow } from '../rows/row.js';

const { QUOTE, COMMA, OPEN_BRACKET, BACKSLASH, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE } = jsonCharacters;
const MAX_ENVELOPE_BYTES = 65_536;

/** Depth inside the list of records, which is a member of the outermost object. */
const IN_LIST = 2;
const BEFORE_LIST = /[{,][ \t\r\n]*"records"[ \t\r\n]*:[ \t\r\n]*\[$/;
const BLANK = /^[ \t\r\n]*$/;

const notJson = (): Problem => malformedRequest({ detail: 'The body is not valid JSON.' });

/**
 * Cuts `{"source": …, "records": [{…}, {…}]}` into its records without ever holding all of it. What stands around
 * the records is kept as text, and is valid JSON exactly when the body is, the records aside.
 */
export class JsonCutter {
  private depth = 0;
  private inString = false;
  private escaped = false;
  private inRecords = false;

  private readonly around: Buffer[] = [];
  private aroundBytes = 0;
  private opening: string | undefined;
  private hasEnded = false;
  private row: Buffer[] = [];
  private rowBytes = 0;
  private rowCount = 0;
  private rows: TextRow[] = [];

  /** The rows that ended in this chunk. */
  push(chunk: Buffer): TextRow[] {
    this.rows = [];
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (this.inString) this.stringByte(byte);
      else if (this.isBorder(byte)) {
        this.keep(chunk.subarray(start, at));
        start = this.cross(byte) ? at + 1 : at;
      }
    }
    this.keep(chunk.subarray(start));
    return this.rows;
  }

  /** What stands around the records; as long as they go on, what stands before them. */
  envelope(): string {
    return this.opening !== undefined && !this.hasEnded ? `${this.opening}]}` : this.textAround();
  }

  end(): void {
    this.hasEnded = true;
  }

  private textAround(): string {
    return decodeUtf8(Buffer.concat(this.around));
  }

  private stringByte(byte: number): void {
    if (this.escaped) this.escaped = false;
    else if (byte === BACKSLASH) this.escaped = true;
    else if (byte === QUOTE) this.inString = false;
  }

  /** Follows the structure; tells where a row or the list of rows begins or ends. */
  private isBorder(byte: number): boolean {
    switch (byte) {
      case QUOTE:
        this.inString = true;
        return false;
      case OPEN_BRACE:
        this.depth += 1;
        return false;
      case OPEN_BRACKET:
        this.depth += 1;
        return this.depth === IN_LIST && !this.inRecords;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        this.depth -= 1;
        return this.inRecords && this.depth < IN_LIST;
      default:
        return byte === COMMA && this.inRecords && this.depth === IN_LIST;
    }
  }

  /** Whether the byte at the border has been dealt with; otherwise it belongs to what follows. */
  private cross(byte: number): boolean {
    if (byte === OPEN_BRACKET) {
      this.keep(Buffer.of(byte));
      const text = this.textAround();
      this.inRecords = BEFORE_LIST.test(text);
      if (this.inRecords) this.opening = text;
      return true;
    }
    if (byte === CLOSE_BRACE) throw notJson();
    const isLast = byte === CLOSE_BRACKET;
    this.endRow(isLast);
    this.inRecords = !isLast;
    return !isLast;
  }

  private keep(piece: Buffer): void {
    if (piece.length === 0) return;
    if (this.inRecords) {
      this.rowBytes += piece.length;
      if (this.rowBytes <= MAX_ROW_BYTES) this.row.push(piece);
      return;
    }
    this.around.push(piece);
    this.aroundBytes += piece.length;
    if (this.aroundBytes > MAX_ENVELOPE_BYTES) {
      throw malformedRequest({ detail: 'There is too much around the records.' });
    }
  }

  private endRow(isLast: boolean): void {
    const isTooLong = this.rowBytes > MAX_ROW_BYTES;
    const text = isTooLong ? '' : decodeUtf8(Buffer.concat(this.row));
    this.row = [];
    this.rowBytes = 0;
    if (isTooLong) this.rows.push(TOO_LONG);
    else if (!BLANK.test(text)) this.rows.push(text);
    else if (isLast && this.rowCount === 0) return;
    else throw notJson();
    this.rowCount += 1;
  }
}
