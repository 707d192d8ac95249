import { malformedRequest } from '#platform';
import type { BatchInput } from '../formats/input.js';
import { isFit, type RawRow, type ReadRow } from '../rows/row.js';
import { NOT_JSON, type RowReader } from '../rows/row-reader.js';

/** The rows of a batch as chunks of one size, read as they are asked for. */
export class RowFeed {
  private readonly raw: AsyncIterator<readonly RawRow[]>;
  private waiting: ReadRow[] = [];
  private count = 0;
  private exhausted = false;

  constructor(
    private readonly input: BatchInput,
    private readonly reader: RowReader,
    private readonly size: number,
  ) {
    this.raw = input.rows()[Symbol.asyncIterator]();
  }

  get source(): string | undefined {
    return this.input.source();
  }

  /** Everything has been taken. */
  get isEmpty(): boolean {
    return this.exhausted && this.waiting.length === 0;
  }

  /** The next chunk; an empty one at the end. Reads one row too many, to know whether it is the last. */
  async take(): Promise<ReadRow[]> {
    while (!this.exhausted && this.waiting.length <= this.size) {
      const { done, value } = await this.raw.next();
      if (done) this.exhausted = true;
      else this.read(value);
    }
    const chunk = this.waiting.slice(0, this.size);
    this.waiting = this.waiting.slice(this.size);
    return chunk;
  }

  private read(raw: readonly RawRow[]): void {
    for (const each of raw) {
      const row = this.reader.read(this.count, each);
      if (this.input.isOneText && !isFit(row) && row.errors[0] === NOT_JSON) {
        throw malformedRequest({ detail: `The body is not valid JSON: see record ${this.count}.` });
      }
      this.waiting.push(row);
      this.count += 1;
    }
  }
}
