import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Principal } from '#identity';
import { Pseudonyms } from '#pathways';
import { Settings } from '#platform';
import { RowReader } from '../rows/row-reader.js';
import { CHUNK_ROWS, readAhead, type Arrival } from './arrival.js';
import type { BatchPushQuery } from './batch.dto.js';
import { HOW_TO_SHARE, sourceTaken, sourceToldTwice } from './batch.problems.js';
import { SourcesQueries } from '../sources/sources.queries.js';
import { BatchesStore } from './batches.store.js';
import { rowsOf } from './request-rows.js';
import { RowFeed } from './row-feed.js';
import { defaultSource, maySpeakFor } from '../sources/source.js';

/** Reads the beginning of what is pushed, and with it whose it is. */
@Injectable()
export class Arrivals {
  /** Of a request that is repeated after a conflict the body has already been read. */
  private readonly known = new WeakMap<Request, Arrival>();

  constructor(
    private readonly pseudonyms: Pseudonyms,
    private readonly queries: SourcesQueries,
    private readonly store: BatchesStore,
    private readonly settings: Settings,
  ) {}

  async of(request: Request, principal: Principal, query: BatchPushQuery): Promise<Arrival> {
    const arrival = this.known.get(request) ?? (await this.read(request, principal, query));
    this.known.set(request, arrival);
    return arrival;
  }

  /** A batch that is longer waits, rather than to hold on to what others need. */
  isLong(request: Request, { isWhole }: Arrival): boolean {
    return !isWhole || Number(request.headers['content-length'] ?? 0) > this.settings.directBatchBytes;
  }

  /** Part of a transaction. Two keys may have come with the same new source at the same moment. */
  async claim({ source, isNewSource }: Arrival, principal: Principal): Promise<void> {
    if (!isNewSource) return;
    await this.store.claim(source, principal.id);
    if (!maySpeakFor(principal, source, await this.queries.holderOf(source))) throw sourceTaken();
  }

  private async read(request: Request, principal: Principal, query: BatchPushQuery): Promise<Arrival> {
    const feed = new RowFeed(
      rowsOf(request, { query, pseudonyms: this.pseudonyms }),
      new RowReader(this.pseudonyms),
      CHUNK_ROWS,
    );
    const ahead = await readAhead(feed, this.settings.directBatchRows);
    const source = feed.source ?? defaultSource(principal);
    if (query.source !== undefined && query.source !== source) throw sourceToldTwice();
    const holder = await this.queries.holderOf(source);
    if (!maySpeakFor(principal, source, holder)) throw sourceTaken({ detail: HOW_TO_SHARE });
    return {
      feed,
      ahead,
      source,
      isNewSource: holder.ownerId === undefined,
      isWhole: feed.isEmpty,
      begun: false,
    };
  }
}
