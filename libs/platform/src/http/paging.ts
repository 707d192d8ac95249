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

/** Lists are told apart by the class of their query, so that a cursor of one is none of another. */
const listOf = (query: PageQuery): string => query.constructor.name;

/** Keyset paging with opaque, signed cursors: nothing is skipped or told twice while rows come and go. */
@Injectable()
export class Pages {
  private readonly key: Buffer;

  constructor(settings: Settings) {
    this.key = keyFor(settings, 'cursor');
  }

  /** The sort key of the last row of the page before, or nothing on the first page. */
  after(query: PageQuery): string[] | undefined {
    return query.cursor === undefined ? undefined : this.decode(query.cursor, listOf(query));
  }

  /** From `limit + 1` rows at most: a page, with a cursor when there is more. */
  page<Row extends { body: string }>(
    rows: readonly Row[],
    query: PageQuery,
    key: (row: Row) => string[],
  ): Page {
    const limit = limitOf(query);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const more = rows.length > limit && last !== undefined;
    return new Page(
      shown.map((row) => row.body),
      more ? this.encode(key(last), listOf(query)) : undefined,
    );
  }

  private encode(key: readonly string[], list: string): string {
    const text = Buffer.from(JSON.stringify(key));
    return Buffer.concat([this.mac(text, list), text]).toString('base64url');
  }

  private decode(cursor: string, list: string): string[] {
    const bytes = Buffer.from(cursor, 'base64url');
    const text = bytes.subarray(MAC_BYTES);
    const intact =
      bytes.length > MAC_BYTES && timingSafeEqual(bytes.subarray(0, MAC_BYTES), this.mac(text, list));
    if (!intact || bytes.toString('base64url') !== cursor) {
      throw invalidParameter({
        errors: [
          { pointer: '/cursor', code: 'unknown-cursor', detail: 'This is not a cursor that a page gave.' },
        ],
      });
    }
    return JSON.parse(text.toString()) as string[];
  }

  private mac(text: Buffer, list: string): Buffer {
    return createHmac('sha256', this.key).update(`${list}\n`).update(text).digest().subarray(0, MAC_BYTES);
  }
}
