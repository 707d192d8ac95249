import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { Database } from '#platform';
import type { Subject } from '../facts/fact.js';
import type { CompiledRow, ListItem } from './tally.rules.js';

/** What the last whole computation of a subject came from, and how many figures it made. */
export interface Remembered {
  readonly print: string;
  readonly figures: number;
}

/** One print for all that figures follow from: what is the same makes the same figures. */
export const printOf = (causes: readonly unknown[], rows: readonly CompiledRow[]): string =>
  createHash('sha1')
    .update(JSON.stringify(causes))
    .update(rows.map(textOf).sort().join('\n'))
    .digest('base64url');

/** In which order rows and lists come is up to the plan of the statement, and means nothing. */
const textOf = ({ lists, ...row }: CompiledRow): string =>
  JSON.stringify([row, lists?.map((list) => list && [...list].sort(inAnyOrder)) ?? null]);

const inAnyOrder = (a: ListItem, b: ListItem): number => (a < b ? -1 : a > b ? 1 : 0);

/** What has been computed last, so that what would come out the same need not be worked out. */
@Injectable()
export class RememberedStore {
  constructor(private readonly database: Database) {}

  async last(pactId: string): Promise<Partial<Record<Subject, Remembered>>> {
    const row = await this.database
      .in(pactId)
      .one<{ computed: Partial<Record<Subject, Remembered>> }>(
        `select computed from indicator_state where pact_id = $1`,
        [pactId],
      );
    return row?.computed ?? {};
  }

  /** Notes the day of a computation, and forgets what is not given: after a computation in part, nothing is known of the whole. */
  async replace(pactId: string, computed: Partial<Record<Subject, Remembered>>, asOf: Day): Promise<void> {
    await this.database.in(pactId).query(
      `insert into indicator_state (pact_id, computed, as_of) values ($1, $2, $3)
       on conflict (pact_id) do update set computed = excluded.computed, as_of = excluded.as_of`,
      [pactId, JSON.stringify(computed), asOf],
    );
  }
}
