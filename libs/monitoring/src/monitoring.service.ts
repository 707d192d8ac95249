import { Injectable } from '@nestjs/common';
import { todayInRome, uuidv7 } from '#kernel';
import { Database, driverFault, Jobs, Log, notFound, Resource } from '#platform';
import { FiguresEngine, type Subject } from '#indicators';
import type { MonitoringRunRequest, Trigger } from './monitoring-run.dto.js';
import { executeRun } from './monitoring.jobs.js';
import { MonitoringQueries } from './monitoring.queries.js';

interface RunRow {
  readonly indicators: string[] | null;
  readonly periods: string[] | null;
  readonly subjects: Subject[] | null;
  readonly rebuild: boolean;
}

/** What a run is to do: what a caller may ask for, and what the marks tell. */
interface Wanted extends MonitoringRunRequest {
  readonly subjects?: readonly Subject[];
}

/** Runs of monitoring: asked for, executed by a worker, kept as history. */
@Injectable()
export class MonitoringService {
  constructor(
    private readonly database: Database,
    private readonly queries: MonitoringQueries,
    private readonly engine: FiguresEngine,
    private readonly jobs: Jobs,
    private readonly log: Log,
  ) {}

  /** The run is stored and a worker is woken, together or not at all. */
  async request(pactId: string, trigger: Trigger, by: string, wanted: Wanted = {}): Promise<string> {
    this.engine.check(wanted);
    const runId = uuidv7();
    await this.database.transaction(async () => {
      await this.database.in(pactId).query(
        `insert into monitoring_run (pact_id, id, trigger, status, requested_by, indicators, periods, subjects, rebuild)
         values ($1, $2, $3, 'queued', $4, $5, $6, $7, $8)`,
        [
          pactId,
          runId,
          trigger,
          by,
          wanted.indicators ?? null,
          wanted.periods ?? null,
          wanted.subjects ?? null,
          wanted.rebuild ?? false,
        ],
      );
      await this.jobs.enqueue(executeRun, { pactId, runId });
    });
    return runId;
  }

  async get(pactId: string, runId: string): Promise<Resource> {
    const row = await this.queries.show(pactId, runId);
    if (row === undefined) throw notFound();
    return new Resource(row.body);
  }

  /** Figures and the run's end are one transaction: a run that was cut off is simply executed again. */
  async execute(pactId: string, runId: string): Promise<void> {
    const run = await this.begin(pactId, runId);
    if (run === undefined) return;
    try {
      await this.database.transaction(() => this.compute(pactId, runId, run));
    } catch (error) {
      await this.fail(pactId, runId, error);
      throw error;
    }
  }

  /** Something has changed: takes the mark off and computes what it names. Nothing to do when another worker was faster. */
  async recompute(pactId: string): Promise<void> {
    const due = await this.database.transaction(async () => {
      const [mark] = await this.database
        .in(pactId)
        .query<{ subjects: Subject[] }>(
          `delete from recomputation_due where pact_id = $1 returning subjects`,
          [pactId],
        );
      if (mark === undefined) return undefined;
      const trigger = mark.subjects.includes('people') ? 'intake' : 'change';
      return this.request(pactId, trigger, 'patti', { subjects: mark.subjects });
    });
    if (due !== undefined) await this.execute(pactId, due);
  }

  private begin(pactId: string, runId: string): Promise<RunRow | undefined> {
    return this.database.in(pactId).one<RunRow>(
      `update monitoring_run set status = 'running', started_at = now()
       where pact_id = $1 and id = $2 and status <> 'succeeded'
       returning indicators, periods, subjects, rebuild`,
      [pactId, runId],
    );
  }

  private async compute(pactId: string, runId: string, run: RunRow): Promise<void> {
    const asOf = todayInRome();
    const { computed, changed, inputs } = await this.engine.compute(pactId, {
      runId,
      asOf,
      rebuild: run.rebuild,
      ...(run.subjects && { subjects: run.subjects }),
      ...(run.indicators && { indicators: run.indicators }),
      ...(run.periods && { periods: run.periods }),
    });
    await this.database.in(pactId).query(
      `update monitoring_run
       set status = 'succeeded', problem = null, finished_at = clock_timestamp(), as_of = $3,
           figures_computed = $4, figures_changed = $5, inputs = $6
       where pact_id = $1 and id = $2`,
      [pactId, runId, asOf, computed, changed, inputs === undefined ? null : JSON.stringify(inputs)],
    );
    this.log.info({ pactId, runId, computed, changed }, 'monitoring run succeeded');
  }

  private async fail(pactId: string, runId: string, error: unknown): Promise<void> {
    const problem = driverFault(error)?.code ?? (error instanceof Error ? error.name : 'unknown');
    await this.database
      .in(pactId)
      .query(
        `update monitoring_run set status = 'failed', problem = $3, finished_at = clock_timestamp() where pact_id = $1 and id = $2`,
        [pactId, runId, problem],
      );
  }
}
