import { Injectable } from '@nestjs/common';
import { FACT_TABLES } from '#indicators';
import { recomputePact, RECORD_TABLES } from '#intake';
import { Database, Jobs, type PactDatabase } from '#platform';
import { LINE, LINE_IS_ABOUT, RECORDS_ABOUT, STRETCHES_ABOUT } from './records-about.js';

export interface Removed {
  readonly records: number;
  readonly history: number;
  readonly reportedRows: number;
}

/** Of a line about them, place and outcome stay: the counts of the batch remain true. */
const BLOT_OUT_RESULTS = `
  with ${RECORDS_ABOUT}, ${STRETCHES_ABOUT}, line as (
    select s.batch_id, s.position, l.place, l.line, ${LINE_IS_ABOUT} as is_about
    from stretch s cross join lateral string_to_table(s.results, E'\\n') with ordinality as l(line, place)
  ), blotted as (
    select batch_id, position, count(*) filter (where is_about) as rows, string_agg(
      case when is_about
        then format('{"index":%s,"outcome":%s}', ${LINE} -> 'index', ${LINE} -> 'outcome')
        else line end, E'\\n' order by place) as results
    from line group by batch_id, position
  ), changed as (
    update outcome_batch_results r set results = b.results from blotted b
    where r.pact_id = $1 and r.batch_id = b.batch_id and r.position = b.position and b.rows > 0
    returning b.rows
  )
  select coalesce(sum(rows), 0)::integer as count from changed`;

/** Records and what they said before, in one statement: each tells whose the other is. */
const REMOVE_RECORDS = `
  with ${RECORDS_ABOUT}, history as (
    delete from record_history h
    where h.pact_id = $1 and (h.said ->> 'participant_id' = any($2::text[])
      or h.record_id in (select id from about) and h.said ->> 'participant_id' is null)
    returning 1
  ), ${RECORD_TABLES.map(
    ({ name, kind }) => `${kind}_removed as (
    delete from ${name} t using about a where t.pact_id = $1 and a.kind = '${kind}' and t.id = a.id returning 1
  )`,
  ).join(', ')}
  select (select count(*) from history)::integer as history,
    (${RECORD_TABLES.map(({ kind }) => `(select count(*) from ${kind}_removed)`).join(' + ')})::integer as records`;

const LEAVE_BATCHES = `
  update outcome_batch set participants = array(
    select id from unnest(participants) with ordinality as u(id, place) where id <> all($2::uuid[]) order by place)
  where pact_id = $1 and participants && $2::uuid[]`;

/** Chunks that have been written of batches that go on. Rows that wait are not brought in any more: ChunkWriter. */
const LEAVE_CHUNKS = `
  update outcome_batch_chunk set touched = array(select id from unnest(touched) as id where id <> all($2::uuid[]))
  where pact_id = $1 and touched && $2::uuid[]`;

const LEAVE_FACTS = FACT_TABLES.map(
  (table) => `delete from ${table} where pact_id = $1 and participant_id = any($2::uuid[])`,
);

/** What was wrong with their data, and with it what was said of that. */
const LEAVE_FINDINGS = `delete from quality_finding where pact_id = $1 and participant_id = any($2::uuid[])`;

/** Answers to pushes name records: whoever repeats such a request asks anew. */
const FORGET_ANSWERS = `delete from idempotency_key where route like any($1)`;
const pushesInto = (pactId: string): string => `/v1/pacts/${pactId}/outcome-batches%`;

/** Takes people out of a pact, from every table that tells of them. Part of a transaction of the caller. */
@Injectable()
export class Eraser {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  async removeFrom(pact: PactDatabase, people: readonly string[]): Promise<Removed> {
    const parameters = [pact.pactId, people];
    const reported = await pact.one<{ count: number }>(BLOT_OUT_RESULTS, parameters);
    const removed = await pact.one<{ history: number; records: number }>(REMOVE_RECORDS, parameters);
    for (const statement of [...LEAVE_FACTS, LEAVE_FINDINGS, LEAVE_BATCHES, LEAVE_CHUNKS])
      await pact.query(statement, parameters);
    await pact.query(`select blot_out_accesses($1)`, [people]);
    await pact.query(`delete from participant where pact_id = $1 and id = any($2::uuid[])`, parameters);
    await this.requestFigures(pact);
    return {
      records: removed?.records ?? 0,
      history: removed?.history ?? 0,
      reportedRows: reported?.count ?? 0,
    };
  }

  /** Figures that were published stay: they tell of many. Those to come are without. */
  private async requestFigures(pact: PactDatabase): Promise<void> {
    await pact.query(`select mark_due($1, '{people}')`, [pact.pactId]);
    await this.jobs.enqueue(recomputePact, { pactId: pact.pactId });
  }

  async forgetAnswers(pactIds: readonly string[]): Promise<void> {
    await this.database.query(FORGET_ANSWERS, [pactIds.map(pushesInto)]);
  }
}
