import { Injectable } from '@nestjs/common';
import { todayInRome, type Day } from '#kernel';
import { Database, Log } from '#platform';
import { checkStatement } from './check.sql.js';
import { REPORT } from './report.sql.js';

const LOCK = `select pg_advisory_xact_lock(hashtextextended('data quality ' || $1, 0))`;

/** Batches that have ended. Of one that is still written, and of one that goes on, the people are not known yet. */
const TAKE_BATCHES = `
  update outcome_batch set quality_checked_at = now()
  where pact_id = $1 and quality_checked_at is null and status not in ('queued', 'running')
  returning participants`;

/** Counting reads all records of the pact: of more than so many, not again after each push. */
const LARGE = 200_000;
const IS_REPORT_DUE = `
  select coalesce(sum((r ->> 'present')::int), 0) <= $2 or max(computed_at) < now() - interval '10 minutes' as due
  from quality_report cross join lateral jsonb_array_elements(records) as r where pact_id = $1`;

const EVERYBODY = checkStatement(false);
const SOME = checkStatement(true);

/** Holds the records of a pact against the rules. One check of a pact at a time; repeating one changes nothing. */
@Injectable()
export class QualityCheck {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** The people whom batches have touched since the last check. */
  async checkTouched(pactId: string): Promise<void> {
    await this.database.transaction(async () => {
      const batches = await this.take(pactId);
      const people = [...new Set(batches.flatMap(({ participants }) => participants))];
      if (people.length > 0) await this.check(pactId, SOME, [todayInRome(), people]);
      if (batches.length > 0 && (await this.isReportDue(pactId))) await this.report(pactId);
    });
  }

  /** Everybody: what can come true or stop to be by the calendar alone is found by this. */
  async checkAll(pactId: string, today: Day = todayInRome()): Promise<void> {
    await this.database.transaction(async () => {
      await this.take(pactId);
      await this.check(pactId, EVERYBODY, [today]);
      await this.report(pactId);
    });
  }

  private async report(pactId: string): Promise<void> {
    await this.database.in(pactId).queryAfresh(REPORT, [pactId]);
  }

  private async isReportDue(pactId: string): Promise<boolean> {
    const row = await this.database.in(pactId).one<{ due: boolean }>(IS_REPORT_DUE, [pactId, LARGE]);
    return row?.due === true;
  }

  private async take(pactId: string): Promise<{ participants: string[] }[]> {
    await this.database.in(pactId).query(LOCK, [pactId]);
    return this.database.in(pactId).query(TAKE_BATCHES, [pactId]);
  }

  private async check(pactId: string, statement: string, values: unknown[]): Promise<void> {
    const [found] = await this.database
      .in(pactId)
      .queryAfresh<{ opened: number; corrected: number }>(statement, [pactId, ...values]);
    this.log.info({ pactId, ...found }, 'data quality checked');
  }
}
