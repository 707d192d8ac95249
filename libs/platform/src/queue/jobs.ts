import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { Database } from '../database/database.js';
import { driverFault } from '../database/driver-fault.js';
import { Log } from '../logging/log.js';
import { defineBacklog } from '../metrics/backlog.js';
import { Settings } from '../settings/settings.js';
import { openQueue, type JobQueue } from './backend.js';
import { bounded } from './bounded.js';
import { RETRIES } from './failure.js';
import { allJobKinds, type JobData, type JobKind } from './job.js';

const SEND_MS = 5_000;
const CLOSE_MS = 6_000;

defineBacklog({ name: 'outbox', oldest: 'select min(created_at) as since from outbox' });

interface OutboxRow {
  id: string;
  job: string;
  data: JobData;
  dedupe_key: string | null;
  delay_ms: number;
}

/**
 * Enqueues through an outbox: the row joins the transaction that makes the work necessary, and becomes a job after
 * the commit. A queue that is away loses nothing; the rows wait, and `flush` finds them later.
 */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly queues = new Map<string, JobQueue>();
  private flushing: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly log: Log,
  ) {}

  /** `dedupe`: while one such job waits for its delay to pass, another changes nothing. */
  async enqueue<Data extends JobData>(
    job: JobKind<Data>,
    data: Data,
    options: { dedupe?: string; delayMs?: number } = {},
  ): Promise<void> {
    await this.database.query(
      `insert into outbox (id, job, data, dedupe_key, delay_ms) values ($1, $2, $3, $4, $5)`,
      [uuidv7(), job.name, JSON.stringify(data), options.dedupe ?? null, options.delayMs ?? 0],
    );
    this.database.afterCommit(() => void this.flush());
  }

  /** Turns what lies in the outbox into jobs. Never throws: what could not be sent stays for the next time. */
  flush(): Promise<void> {
    this.flushing ??= this.sendAll()
      .catch((error: unknown) =>
        this.log.warn({ ...driverFault(error) }, 'the queue cannot be reached; jobs wait'),
      )
      .finally(() => (this.flushing = undefined));
    return this.flushing;
  }

  queue(name: string): JobQueue {
    const open = this.queues.get(name) ?? openQueue(name, this.settings);
    if (!this.queues.has(name))
      open.on('error', (error) => this.log.warn({ ...driverFault(error) }, 'queue connection'));
    this.queues.set(name, open);
    return open;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flushing;
    await Promise.allSettled([...this.queues.values()].map((queue) => bounded(queue.close(), CLOSE_MS)));
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const rows = await this.database.query<OutboxRow>(
        `select id, job, data, dedupe_key, delay_ms from outbox order by id limit 200`,
      );
      for (const row of rows) await bounded(this.send(row), SEND_MS);
      if (rows.length === 0) return;
      await this.database.query(`delete from outbox where id = any($1)`, [rows.map((row) => row.id)]);
    }
  }

  private async send(row: OutboxRow): Promise<void> {
    const kind = allJobKinds().find((job) => job.name === row.job);
    if (kind === undefined) return;
    const dedupe = row.dedupe_key && {
      deduplication: { id: `${row.job}-${row.dedupe_key}`, ttl: row.delay_ms },
    };
    // The outbox row's id: sending it twice, after a crash in between, makes one job.
    await this.queue(kind.queue).add(row.job, row.data, {
      ...RETRIES,
      jobId: row.id,
      delay: row.delay_ms,
      ...dedupe,
    });
  }
}
