import { Injectable } from '@nestjs/common';
import { sourcesOf, type Principal } from '#identity';
import { SourcesQueries } from './sources.queries.js';

/** The sources that a caller is told of. */
@Injectable()
export class OwnSources {
  constructor(private readonly queries: SourcesQueries) {}

  /** Those that a partner speaks for, which is what it may push under (source.ts); of everybody else all: undefined. */
  async of(principal: Principal): Promise<readonly string[] | undefined> {
    if (principal.kind !== 'partner') return undefined;
    const told = sourcesOf(principal.scopes);
    return told.length > 0 ? told : this.queries.heldBy(principal.id);
  }
}
