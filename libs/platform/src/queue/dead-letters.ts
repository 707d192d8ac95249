import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import * as jsonSql from '../database/json-text.js';
import { Database } from '../database/database.js';
import { limitOf, Pages } from '../http/paging.js';
import { Resource, type Page } from '../http/answers.js';
import { notFound } from '../problems/http.problems.js';
import type { DeadLetterListQuery, ReplayRequest } from './dead-letter.dto.js';
import { alreadyReplayed } from './dead-letter.problems.js';
import { allJobKinds, type JobData } from './job.js';
import { Jobs } from './jobs.js';

const { code, instant, jsonText, json, optional, scalar, text } = jsonSql;

const BODY = jsonText({
  id: code('id'),
  job: text('job'),
  data: json('data'),
  code: text('code'),
  attempts: scalar('attempts'),
  since: instant('since'),
  failedAt: instant('failed_at'),
  replayedAt: optional(instant('replayed_at')),
  replayedBy: optional(text('replayed_by')),
});

export interface FailedJob {
  readonly job: string;
  readonly data: JobData;
  readonly code: string;
  readonly attempts: number;
}

interface Replayed {
  readonly job: string;
  readonly data: JobData;
  readonly body: string;
}

/** Jobs that nobody tries any more. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly pages: Pages,
  ) {}

  /** The same job once more is the same letter, until it is replayed. Answers how many there are to look at. */
  async add({ job, data, code: why, attempts }: FailedJob): Promise<number> {
    await this.database.query(
      `insert into dead_letter (id, job, data, code, attempts) values ($1, $2, $3, $4, $5)
       on conflict (job, data) where replayed_at is null do update
         set code = excluded.code, attempts = dead_letter.attempts + excluded.attempts, failed_at = now()`,
      [uuidv7(), job, JSON.stringify(data), why, attempts],
    );
    return this.waiting();
  }

  async waiting(): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(*)::integer as count from dead_letter where replayed_at is null`,
    );
    return row?.count ?? 0;
  }

  /** Newest first. */
  async list(query: DeadLetterListQuery): Promise<Page> {
    const list = this.pages.of(query, 'dead-letters');
    const rows = await this.database.query<{ id: string; body: string }>(
      `select id, ${BODY} as body from dead_letter
       where ($1::uuid is null or id < $1) and ($2::text is null or job = $2) and ($3::text is null or code = $3)
         and ($4::boolean is null or (replayed_at is not null) = $4)
       order by id desc limit $5`,
      [
        list.after?.[0] ?? null,
        query.job ?? null,
        query.code ?? null,
        query.replayed ?? null,
        limitOf(query) + 1,
      ],
    );
    return list.page(rows, (row) => [row.id]);
  }

  async show(id: string): Promise<Resource> {
    const row = await this.database.one<{ body: string }>(
      `select ${BODY} as body from dead_letter where id = $1`,
      [id],
    );
    if (row === undefined) throw notFound();
    return new Resource(row.body);
  }

  /** The job is given to the queue again, and its letter says by whom. */
  async replay(id: string, by: string): Promise<Resource> {
    const [replayed] = await this.take('id = $2', [by, id]);
    if (replayed !== undefined) return new Resource(replayed.body);
    await this.show(id);
    throw alreadyReplayed();
  }

  async replayAll({ job, code: why, from, to }: ReplayRequest, by: string): Promise<Resource> {
    const range = `($2::text is null or job = $2) and ($3::text is null or code = $3)
      and ($4::timestamptz is null or failed_at >= $4) and ($5::timestamptz is null or failed_at < $5)`;
    const replayed = await this.take(range, [by, job ?? null, why ?? null, from ?? null, to ?? null]);
    return new Resource(JSON.stringify({ replayed: replayed.length }));
  }

  private take(condition: string, values: unknown[]): Promise<Replayed[]> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<Replayed>(
        `update dead_letter set replayed_at = now(), replayed_by = $1
         where replayed_at is null and ${condition} returning job, data, ${BODY} as body`,
        values,
      );
      for (const row of rows) {
        const kind = allJobKinds().find(({ name }) => name === row.job);
        if (kind !== undefined) await this.jobs.enqueue(kind, row.data);
      }
      return rows;
    });
  }
}
