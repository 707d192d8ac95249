import { Injectable } from '@nestjs/common';
import { Database, instantJson, limitOf } from '#platform';
import type { BatchListQuery } from './batch.dto.js';

const COUNTS = `'received', received, 'created', created, 'updated', updated, 'unchanged', unchanged,
  'deleted', deleted, 'rejected', rejected`;

/** What only a batch that was accepted first tells: how far it has come, and why it stopped. */
const OF_ACCEPTED = `case when was_accepted then concat(
  ', "progress" : ', json_build_object('processed', received - pending, 'received', received)::text,
  ', "problem" : ' || to_json(problem)::text) else '' end`;

/** All that is told of a batch, its rows aside, as JSON text. A dry run is stored only where it waited. */
export const batchHeader = (dryRun = 'dry_run'): string => `left(json_build_object(
  'id', id, 'source', source, 'status', status, 'mode', mode, 'dryRun', ${dryRun},
  'receivedAt', ${instantJson('received_at')},
  'counts', case when was_accepted then json_build_object(${COUNTS}, 'pending', pending)
    else json_build_object(${COUNTS}) end,
  'recomputation', json_build_object('runId', null)
)::text, -1) || ${OF_ACCEPTED} || '}'`;

const HEADER = `status, status in ('queued', 'running') as "isUnderWay", ${batchHeader()} as body`;

export interface BatchRow {
  readonly id: string;
  readonly received: number;
  readonly status: string;
  readonly isUnderWay: boolean;
  readonly body: string;
}

export interface ResultsRow {
  readonly position: number;
  readonly results: string;
}

/** `pushedBy`: only the batches of this key. */
@Injectable()
export class BatchesQueries {
  constructor(private readonly database: Database) {}

  /** Those of the ids that are actors, held against deletion until the end of the transaction. */
  async knownActors(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const sql = `select id from actor where id = any($1) order by id for key share`;
    return new Set((await this.database.query<{ id: string }>(sql, [ids])).map((row) => row.id));
  }

  show(pactId: string, batchId: string, pushedBy: string): Promise<BatchRow | undefined> {
    return this.database.in(pactId).one(
      `select id, received, ${HEADER} from outcome_batch
       where pact_id = $1 and id = $2 and pushed_by = $3`,
      [pactId, batchId, pushedBy],
    );
  }

  list(
    pactId: string,
    query: BatchListQuery,
    after: readonly string[] | undefined,
    pushedBy: string | undefined,
  ): Promise<BatchRow[]> {
    return this.database.in(pactId).query(
      `select id, received, ${HEADER} from outcome_batch
       where pact_id = $1
         and ($2::uuid is null or id < $2)
         and ($3::text is null or pushed_by = $3)
         and ($4::text is null or source = $4)
         and ($5::text is null or status = $5)
       order by id desc limit $6`,
      [
        pactId,
        after?.[0] ?? null,
        pushedBy ?? null,
        query.source ?? null,
        query.status ?? null,
        limitOf(query) + 1,
      ],
    );
  }

  /** The next stretch of results after `position`; with `rejectedOnly`, the next that holds a rejected row. */
  nextResults(
    pactId: string,
    batchId: string,
    position: number,
    rejectedOnly: boolean,
  ): Promise<ResultsRow | undefined> {
    return this.database.in(pactId).one(
      `select position, results from outcome_batch_results
       where pact_id = $1 and batch_id = $2 and position > $3 and (not $4 or rejected > 0)
       order by position limit 1`,
      [pactId, batchId, position, rejectedOnly],
    );
  }
}
