import { Injectable } from '@nestjs/common';
import { Database, defineBacklog, jsonSql, limitOf } from '#platform';
import type { MonitoringRunListQuery } from './monitoring-run.dto.js';

const { code, instant, jsonText, list, optional, scalar } = jsonSql;

const BODY = jsonText({
  id: code('id'),
  trigger: code('trigger'),
  status: code('status'),
  indicators: optional(list('indicators')),
  periods: optional(list('periods')),
  asOf: optional(code('as_of')),
  figuresComputed: optional(scalar('figures_computed')),
  figuresChanged: optional(scalar('figures_changed')),
  problem: optional(code('problem')),
  requestedAt: instant('requested_at'),
  startedAt: optional(instant('started_at')),
  finishedAt: optional(instant('finished_at')),
});

defineBacklog({
  name: 'recomputation',
  oldest: 'select min(since) as since from recomputation_due',
  isAcrossPacts: true,
});
defineBacklog({
  name: 'monitoring_run',
  oldest: `select min(requested_at) as since from monitoring_run where status in ('queued', 'running')`,
  isAcrossPacts: true,
});

interface RunRow {
  readonly id: string;
  readonly body: string;
}

export interface PactAndRun {
  readonly pactId: string;
  readonly runId: string;
}

@Injectable()
export class MonitoringQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, runId: string): Promise<RunRow | undefined> {
    return this.database
      .in(pactId)
      .one(`select id, ${BODY} as body from monitoring_run where pact_id = $1 and id = $2`, [pactId, runId]);
  }

  /** Newest first. */
  list(pactId: string, query: MonitoringRunListQuery, after: string[] | undefined): Promise<RunRow[]> {
    return this.database.in(pactId).query(
      `select id, ${BODY} as body from monitoring_run
       where pact_id = $1 and ($2::uuid is null or id < $2) and ($3::text is null or status = $3)
       order by id desc limit $4`,
      [pactId, after?.[0] ?? null, query.status ?? null, limitOf(query) + 1],
    );
  }

  async openPacts(): Promise<string[]> {
    const rows = await this.database.acrossPacts.query<{ id: string }>(
      `select id from pact where state not in ('draft', 'closed') order by id`,
    );
    return rows.map((row) => row.id);
  }

  /** Runs that should have been taken up, or finished, some time ago. */
  forgottenRuns(): Promise<PactAndRun[]> {
    return this.database.acrossPacts.query(
      `select pact_id as "pactId", id as "runId" from monitoring_run
       where status = 'queued' and requested_at < now() - interval '1 minute'
          or status = 'running' and started_at < now() - interval '10 minutes'`,
    );
  }

  async forgottenRecomputations(): Promise<string[]> {
    const rows = await this.database.acrossPacts.query<{ pactId: string }>(
      `select pact_id as "pactId" from recomputation_due where since < now() - interval '1 minute'`,
    );
    return rows.map((row) => row.pactId);
  }
}
