import { Injectable } from '@nestjs/common';
import { RECORD_TABLES } from '#intake';
import { Database, Settings, type PactDatabase } from '#platform';

/** Of `$2` months. */
const AGO = `now() - make_interval(months => $2)`;

/**
 * The last pathway has ended so long ago. Of who has none, nothing has been heard for so long; an open one keeps its
 * person, however old it is.
 */
const PEOPLE = `
  select p.id from participant p
  cross join lateral (
    select max(coalesce(w.ended_on, 'infinity')) as last from pathway w
    where w.pact_id = $1 and w.participant_id = p.id and not w.deleted
  ) pathway
  where p.pact_id = $1 and case when pathway.last is null
    then p.created_at < ${AGO} and not exists (${RECORD_TABLES.map(
      ({ name }) => `
      select from ${name} t where t.pact_id = $1 and t.participant_id = p.id and t.recorded_at >= ${AGO}`,
    ).join(' union all')})
    else pathway.last < (${AGO})::date end
  order by p.id limit $3
  for update of p`;

/** Withdrawn records only keep older messages from bringing themselves back. */
const WITHDRAWN = `
  with ${RECORD_TABLES.map(
    ({ name, kind }) => `${kind}_gone as (
    delete from ${name} where pact_id = $1 and participant_id is null and recorded_at < ${AGO} returning 1
  )`,
  ).join(', ')}
  select (${RECORD_TABLES.map(({ kind }) => `(select count(*) from ${kind}_gone)`).join(' + ')})::integer as count`;

const counted = (statement: string): string =>
  `with gone as (${statement} returning 1) select count(*)::integer as count from gone`;

const HISTORY = counted(`delete from record_history where pact_id = $1 and replaced_at < ${AGO}`);

/** What had been wrong, and was put right. What is wrong still stays as long as its records. */
const FINDINGS = counted(
  `delete from quality_finding where pact_id = $1 and state = 'corrected' and changed_at < ${AGO}`,
);

const RESULTS = counted(`
  delete from outcome_batch_results r using outcome_batch b
  where r.pact_id = $1 and b.pact_id = $1 and b.id = r.batch_id and b.received_at < ${AGO}`);

const BATCH_PEOPLE = `
  update outcome_batch set participants = '{}'
  where pact_id = $1 and received_at < ${AGO} and facts_refreshed_at is not null and participants <> '{}'`;

/** Rows of a batch that failed, and that nobody had taken up again, do not wait for ever. */
const GIVEN_UP = `
  with batch as (
    update outcome_batch set status = 'cancelled'
    where pact_id = $1 and status = 'failed' and pending > 0 and moved_at < now() - interval '30 days' returning id
  )
  delete from outcome_batch_chunk where pact_id = $1 and batch_id in (select id from batch)`;

const ANSWERS = counted(`delete from idempotency_key where created_at < now() - make_interval(hours => $1)`);

/** What has been kept long enough, kind by kind. Part of a transaction of the caller; each tells how much went. */
@Injectable()
export class ExpiryStore {
  constructor(
    private readonly database: Database,
    private readonly periods: Settings,
  ) {}

  /** People of whom everything goes, so many at once. Nothing is written about them until the transaction ends. */
  async duePeople(pact: PactDatabase, limit: number): Promise<string[]> {
    const values = [pact.pactId, this.periods.retentionCaseDataMonths, limit];
    return (await pact.query<{ id: string }>(PEOPLE, values)).map((row) => row.id);
  }

  withdrawn(pact: PactDatabase): Promise<number> {
    return countOf(pact, WITHDRAWN, [pact.pactId, this.periods.retentionCaseDataMonths]);
  }

  history(pact: PactDatabase): Promise<number> {
    return countOf(pact, HISTORY, [pact.pactId, this.periods.retentionHistoryMonths]);
  }

  findings(pact: PactDatabase): Promise<number> {
    return countOf(pact, FINDINGS, [pact.pactId, this.periods.retentionHistoryMonths]);
  }

  async batchResults(pact: PactDatabase): Promise<number> {
    const values = [pact.pactId, this.periods.retentionBatchResultsMonths];
    await pact.query(GIVEN_UP, [pact.pactId]);
    await pact.query(BATCH_PEOPLE, values);
    return countOf(pact, RESULTS, values);
  }

  accesses(pact: PactDatabase): Promise<number> {
    const sql = `select expire_accesses(now() - make_interval(months => $1)) as count`;
    return countOf(pact, sql, [this.periods.retentionAccessLogMonths]);
  }

  answers(): Promise<number> {
    return countOf(this.database, ANSWERS, [this.periods.retentionAnswersHours]);
  }
}

async function countOf(on: Pick<PactDatabase, 'one'>, statement: string, values: unknown[]): Promise<number> {
  return (await on.one<{ count: number }>(statement, values))?.count ?? 0;
}
