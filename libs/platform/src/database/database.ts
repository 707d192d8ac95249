import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Pool, QueryConfig } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { AnnouncedQuery, EVERY_PACT } from './announced-query.js';
import { isLostConnection, isWorthRetrying } from './driver-fault.js';
import { PactDatabase } from './pact-database.js';
import { Transaction, type Actor } from './transaction.js';
import { Log } from '../logging/log.js';

const ATTEMPTS = 4;
const BACKOFF_MS = 15;
/** Statements that may wait for each connection of the pool. */
const MOST_WAITING = 50;

/** Nobody asked: the service acts by itself. */
const OURSELVES: Actor = { principal: 'patti' };

const announced = (statement: QueryConfig, pactId: string | undefined): QueryConfig | AnnouncedQuery =>
  pactId === undefined
    ? statement
    : new AnnouncedQuery(statement, { ...OURSELVES, pactId, isPlannedOnce: statement.name !== undefined });

/**
 * The one door to PostgreSQL. What stands in a pact is reached through `in`; what is asked here directly sees only what
 * all pacts share. Inside `transaction` every call joins it, however deep; outside, each is its own. Statements are
 * prepared under a name made of their text, which TypeORM's own `query` cannot do and which is worth half the time of a
 * short read.
 */
@Injectable()
export class Database {
  private readonly current = new AsyncLocalStorage<Transaction>();
  private readonly names = new Map<string, string>();
  private transactions = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  /** How the connections are used at this moment. */
  get poolUse(): { open: number; idle: number; waiting: number; most: number } {
    const { totalCount: open, idleCount: idle, waitingCount: waiting, options } = this.pool;
    return { open, idle, waiting, most: options.max ?? 0 };
  }

  /** So many statements wait for a connection that another would only wait, too. */
  get isOverloaded(): boolean {
    return this.pool.waitingCount > MOST_WAITING * (this.pool.options.max ?? 1);
  }

  /** The rows of this pact. */
  in(pactId: string): PactDatabase {
    return new PactDatabase(this, pactId);
  }

  /** The few things that can be listed over all pacts: which there are, and what is due in them. */
  get acrossPacts(): PactDatabase {
    return this.in(EVERY_PACT);
  }

  /** What is published of these pacts, read by one statement: no other rows of theirs are there (docs/adr/0025). */
  async queryAmong<Row>(pactIds: readonly string[], text: string, values: unknown[]): Promise<Row[]> {
    if (this.current.getStore()) throw new Error('a transaction belongs to one pact');
    const announcement = { ...OURSELVES, among: pactIds, isPlannedOnce: true };
    return this.send<Row>(new AnnouncedQuery(this.prepared(text, values), announcement));
  }

  /** What totals over these pacts are counted from (docs/adr/0031). Planned anew: hardly two questions are the same. */
  async countAmong<Row>(pactIds: readonly string[], text: string, values: unknown[]): Promise<Row[]> {
    if (this.current.getStore()) throw new Error('a transaction belongs to one pact');
    return this.send<Row>(new AnnouncedQuery({ text, values }, { ...OURSELVES, among: pactIds }));
  }

  /**
   * One pact after the other inside the transaction that runs: for what concerns a person wherever it is. Everything
   * else stays in one pact, and a transaction refuses to enter a second.
   */
  async inEach<T>(pactIds: readonly string[], work: (pact: PactDatabase) => Promise<T>): Promise<T[]> {
    const transaction = this.transactionNow();
    const results: T[] = [];
    for (const pactId of pactIds) {
      transaction.leavePact();
      results.push(await work(this.in(pactId)));
    }
    transaction.leavePact();
    return results;
  }

  query<Row>(text: string, values: unknown[] = [], pactId?: string): Promise<Row[]> {
    return this.run(this.prepared(text, values), pactId);
  }

  queryAlone<Row>(text: string, values: unknown[], pactId: string): Promise<Row[]> {
    const statement = this.prepared(text, values);
    return this.current.getStore()?.runAlone(statement, pactId) ?? this.run(statement, pactId);
  }

  /** Not prepared but planned each time, for statements of which the best plan changes as the tables fill. */
  queryAfresh<Row>(text: string, values: unknown[], pactId?: string): Promise<Row[]> {
    return this.run({ text, values }, pactId);
  }

  async one<Row>(text: string, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(text, values))[0];
  }

  /** TypeORM's manager, inside the transaction that runs. */
  manager(pactId?: string): Promise<EntityManager> {
    return this.transactionNow().manager(pactId);
  }

  /**
   * All or nothing. Joins an outer transaction; else there is one from the first statement on, and the work is repeated
   * when the database asks for that.
   */
  async transaction<T>(work: () => Promise<T>, actor: Actor = OURSELVES): Promise<T> {
    if (this.current.getStore()) return work();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work, actor);
      } catch (error) {
        if (!isWorthRetrying(error) || attempt === ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, BACKOFF_MS * attempt * (1 + Math.random())));
      }
    }
  }

  /** Runs once the transaction is durable; at once when there is none. */
  afterCommit(action: () => void): void {
    const transaction = this.current.getStore();
    if (transaction) transaction.afterCommit(() => this.attempt(action));
    else action();
  }

  /** What is durable is answered as such, whatever becomes of what waited for it. */
  private attempt(action: () => void): void {
    try {
      action();
    } catch {
      this.log.error('what had waited for a commit failed');
    }
  }

  private transactionNow(): Transaction {
    const transaction = this.current.getStore();
    if (transaction === undefined) throw new Error('this is done inside a transaction');
    return transaction;
  }

  private async run<Row>(statement: QueryConfig, pactId: string | undefined): Promise<Row[]> {
    const transaction = this.current.getStore();
    if (transaction !== undefined) return transaction.run(statement, pactId);
    return this.send<Row>(announced(statement, pactId));
  }

  private async send<Row>(statement: QueryConfig | AnnouncedQuery): Promise<Row[]> {
    const { rows } = await this.pool.query<Row & object>(statement as QueryConfig);
    return rows;
  }

  private async once<T>(work: () => Promise<T>, actor: Actor): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const transaction = new Transaction(runner, actor);
    this.transactions += 1;
    try {
      const result = await this.current.run(transaction, work);
      await transaction.commit();
      return result;
    } catch (error) {
      await this.takeBack(transaction, error);
      throw error;
    } finally {
      await runner.release();
      // Following every promise costs all requests; while no transaction runs there is nothing to follow.
      if (--this.transactions === 0) this.current.disable();
    }
  }

  /** The server takes back by itself what is left on a connection that ends. */
  private async takeBack(transaction: Transaction, after: unknown): Promise<void> {
    if (isLostConnection(after)) return transaction.abandon();
    await transaction.rollback().catch(() => {
      this.log.warn('rollback failed');
      return transaction.abandon();
    });
  }

  private prepared(text: string, values: unknown[]): QueryConfig {
    const known = this.names.get(text) ?? createHash('sha1').update(text).digest('base64url');
    this.names.set(text, known);
    return { name: known, text, values };
  }
}
