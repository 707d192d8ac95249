import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { isWorthRetrying } from './driver-fault.js';
import { Log } from '../logging/log.js';

const ATTEMPTS = 4;
const BACKOFF_MS = 15;
/** Statements that may wait for each connection of the pool. */
const MOST_WAITING = 50;

interface Scope {
  readonly runner: QueryRunner;
  readonly client: PoolClient;
  readonly afterCommit: (() => void)[];
}

/**
 * The one door to PostgreSQL. Inside `transaction` every call joins it, however deep; outside, each is its own.
 * Statements are prepared under a name made of their text, which TypeORM's own `query` cannot do and which is worth
 * half the time of a short read.
 */
@Injectable()
export class Database {
  private readonly scope = new AsyncLocalStorage<Scope>();
  private readonly names = new Map<string, string>();
  private transactions = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  /** So many statements wait for a connection that another would only wait, too. */
  get isOverloaded(): boolean {
    return this.pool.waitingCount > MOST_WAITING * (this.pool.options.max ?? 1);
  }

  async query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    const statement = { name: this.nameOf(text), text, values };
    const result = await (this.scope.getStore()?.client ?? this.pool).query(statement);
    return result.rows as Row[];
  }

  /** Not prepared but planned each time, for statements of which the best plan changes as the tables fill. */
  async queryAfresh<Row>(text: string, values: unknown[]): Promise<Row[]> {
    const result = await (this.scope.getStore()?.client ?? this.pool).query(text, values);
    return result.rows as Row[];
  }

  async one<Row>(text: string, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(text, values))[0];
  }

  /** `copy … from stdin` with rows in PostgreSQL's text format: a third of what an INSERT of them costs. */
  async copy(statement: string, rows: Buffer): Promise<void> {
    const client = this.scope.getStore()?.client;
    if (client === undefined) throw new Error('rows are copied inside a transaction');
    await pipeline(Readable.from([rows]), client.query(copyFrom(statement)));
  }

  /** TypeORM's manager, inside the same transaction. */
  get manager(): EntityManager {
    return this.scope.getStore()?.runner.manager ?? this.dataSource.manager;
  }

  /** All or nothing. Joins an outer transaction; else begins one, and repeats it when the database asks for that. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.scope.getStore()) return work();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        if (!isWorthRetrying(error) || attempt === ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, BACKOFF_MS * attempt * (1 + Math.random())));
      }
    }
  }

  /** Runs once the transaction is durable; at once when there is none. */
  afterCommit(action: () => void): void {
    const scope = this.scope.getStore();
    if (scope) scope.afterCommit.push(action);
    else action();
  }

  private async once<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    this.transactions += 1;
    try {
      const client = (await runner.connect()) as PoolClient;
      const scope: Scope = { runner, client, afterCommit: [] };
      await runner.startTransaction();
      const result = await this.scope.run(scope, work);
      await runner.commitTransaction();
      scope.afterCommit.forEach((action) => action());
      return result;
    } catch (error) {
      if (runner.isTransactionActive)
        await runner.rollbackTransaction().catch(() => this.log.warn('rollback failed'));
      throw error;
    } finally {
      await runner.release();
      // Following every promise costs all requests; while no transaction runs there is nothing to follow.
      if (--this.transactions === 0) this.scope.disable();
    }
  }

  private nameOf(text: string): string {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const name = createHash('sha1').update(text).digest('base64url');
    this.names.set(text, name);
    return name;
  }
}
