import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { PARTS } from '../parts/index.js';
import type { Kept, PartName } from '../parts/part.js';

/** What a pact has of a part, and what a template said of it. */
interface ContentRow {
  readonly part: PartName;
  readonly id: string;
  readonly kept: Kept;
  readonly isExported: boolean;
  readonly isOpen: boolean;
}

interface SaidRow {
  readonly part: PartName;
  readonly key: string;
  readonly said: string;
}

/** Everything of which templates are made, in the order in which it came to be. */
const CONTENT =
  PARTS.map(
    ({ name, read }) => `select '${name}' as part, id, kept, is_exported as "isExported", is_open as "isOpen"
    from (${read}) as "${name}"`,
  ).join('\n union all ') + '\n order by id';

@Injectable()
export class PactContentQueries {
  constructor(private readonly database: Database) {}

  /** All of it, by one statement. */
  read(pactId: string): Promise<ContentRow[]> {
    return this.database.in(pactId).query<ContentRow>(CONTENT, [pactId]);
  }

  /** Which templates have said what of it. */
  said(pactId: string): Promise<SaidRow[]> {
    return this.database
      .in(pactId)
      .query<SaidRow>('select part, code as key, said from template_item where pact_id = $1', [pactId]);
  }
}

/** A short form of a text: two that differ have two. */
export const printOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
