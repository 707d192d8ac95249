import { setTimeout as wait } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { startApi, type Client, type TestApi } from './api.js';
import { testSettings } from './database.js';
import { pactWithMembers, type PactWithMembers } from './pact-with-members.js';

export const ASYNC = { Prefer: 'respond-async' };
export const NDJSON = { 'Content-Type': 'application/x-ndjson' };
const UNDER_WAY = ['queued', 'running'];
const PATIENCE_MS = 40_000;

export const record = (externalId: string, more: object = {}) => ({
  kind: 'pathway',
  externalId,
  participant: { scheme: 'own', value: `person of ${externalId}` },
  startedOn: '2025-01-10',
  ...more,
});
export const records = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => record(`${name}:${index}`));
export const lines = (name: string, count: number): string =>
  records(name, count)
    .map((each) => JSON.stringify(each))
    .join('\n');

/** A pact to push into, and a worker that comes and goes. Batches of more than 6,000 rows wait. */
export class WaitingStage {
  private constructor(
    readonly api: TestApi,
    readonly database: pg.Client,
    readonly pact: PactWithMembers,
    readonly partner: Client,
  ) {}

  static async set(): Promise<WaitingStage> {
    const api = await startApi({ DIRECT_BATCH_ROWS: '6000' });
    const database = new pg.Client(api.databaseUrl);
    await database.connect();
    const pact = await pactWithMembers(api, 0);
    return new WaitingStage(api, database, pact, await pact.keyOf('partner'));
  }

  worker: INestApplicationContext | undefined;

  get path(): string {
    return `${this.pact.path}/outcome-batches`;
  }

  async startWorker(): Promise<INestApplicationContext> {
    return (this.worker ??= await createWorker(testSettings(this.api.databaseUrl)));
  }

  async stopWorker(): Promise<void> {
    await this.worker?.close();
    this.worker = undefined;
  }

  async clear(): Promise<void> {
    await this.stopWorker();
    await this.database.end();
    await this.api.close();
  }

  async ended(id: string) {
    for (const until = Date.now() + PATIENCE_MS; ; await wait(20)) {
      const { body } = await this.partner.get(`${this.path}/${id}`);
      if (!UNDER_WAY.includes(body.status)) return body;
      if (Date.now() > until) throw new Error(`still ${body.status}`);
    }
  }

  /** Waits until so many rows are there. */
  async has(count: number, sql: string, values: unknown[] = []): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; (await this.count(sql, values)) !== count; await wait(20)) {
      if (Date.now() > until) throw new Error(`never ${count} in ${sql}`);
    }
  }

  async count(sql: string, values: unknown[] = []): Promise<number> {
    const { rows } = await this.database.query<{ n: string }>(`select count(*) as n from ${sql}`, values);
    return Number(rows[0]?.n);
  }

  stored(name: string): Promise<number> {
    return this.count(`pathway where external_id like $1`, [`${name}:%`]);
  }

  chunks(id: string): Promise<number> {
    return this.count(`outcome_batch_chunk where batch_id = $1`, [id]);
  }
}
