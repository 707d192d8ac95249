import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Text, Whole } from '../fields/index.js';
import { keyFor, Settings } from '../settings/settings.js';
import { Page } from './answers.js';
import { invalidParameter } from '../problems/http.problems.js';

const DEFAULT_LIMIT = 50;
const MAC_BYTES = 12;

/** What every list takes. Extend it with the list's own filters. */
export class PageQuery {
  @Whole({ min: 1, max: 100, optional: true, description: `Items a page; ${DEFAULT_LIMIT} unless told.` })
  limit?: number;

  @Text({ max: 1_000, optional: true, description: 'Where to go on: `nextCursor` of the page before.' })
  cursor?: string;
}

export const limitOf = (query: PageQuery): number => query.limit ?? DEFAULT_LIMIT;

/** Keyset paging with opaque, signed cursors: nothing is skipped or told twice while rows come and go. */
@Injectable()
export class Pages {
  private readonly key: Buffer;

  constructor(settings: Settings) {
    this.key = keyFor(settings, 'cursor');
  }

  /** The list of this name inside what these ids name. It takes the cursors that it gave, and no other list's. */
  of(query: PageQuery, name: string, ...inside: string[]): Listing {
    return new Listing(query, this.key, JSON.stringify([name, ...inside]));
  }
}

/** One list as it is asked for now. */
class Listing {
  /** The sort key of the last row of the page before, or nothing on the first page. */
  readonly after: string[] | undefined;

  constructor(
    private readonly query: PageQuery,
    private readonly key: Buffer,
    private readonly place: string,
  ) {
    this.after = query.cursor === undefined ? undefined : this.decode(query.cursor);
  }

  /** From `limit + 1` rows at most: a page, with a cursor when there is more. */
  page<Row extends { body: string }>(rows: readonly Row[], sortKey: (row: Row) => string[]): Page {
    const limit = limitOf(this.query);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return new Page(
      shown.map((row) => row.body),
      more ? this.encode(sortKey(last)) : undefined,
    );
  }

  private encode(sortKey: readonly string[]): string {
    const text = Buffer.from(JSON.stringify(sortKey));
    return Buffer.concat([this.mac(text), text]).toString('base64url');
  }

  private decode(cursor: string): string[] {
    const bytes = Buffer.from(cursor, 'base64url');
    const text = bytes.subarray(MAC_BYTES);
    const intact = bytes.length > MAC_BYTES && timingSafeEqual(bytes.subarray(0, MAC_BYTES), this.mac(text));
    if (!intact || bytes.toString('base64url') !== cursor) {
      throw invalidParameter({
        errors: [
          {
            pointer: '/cursor',
            code: 'unknown-cursor',
            detail: 'This is not a cursor that a page of this list gave.',
          },
        ],
      });
    }
    return JSON.parse(text.toString()) as string[];
  }

  private mac(text: Buffer): Buffer {
    return createHmac('sha256', this.key)
      .update(`${this.place}\n`)
      .update(text)
      .digest()
      .subarray(0, MAC_BYTES);
  }
}
