import type { PoolClient, QueryConfig, QueryResult } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import { AnnouncedQuery, type Announcement } from './announced-query.js';

/** On whose behalf a transaction works. */
export type Actor = Pick<Announcement, 'principal' | 'request'>;

/** One transaction, of one pact at a time. It begins with its first statement: until then it holds no connection. */
export class Transaction {
  private readonly whenDurable: (() => void)[] = [];
  private client: Promise<PoolClient> | undefined;
  private pactId: string | undefined;
  private isAnnounced = false;

  constructor(
    private readonly runner: QueryRunner,
    private readonly actor: Actor,
  ) {}

  /** @throws Error when it has worked in another pact already. */
  async run<Row>(statement: QueryConfig, pactId: string | undefined): Promise<Row[]> {
    const client = await this.begin();
    this.enter(pactId);
    const { rows } = this.isAnnounced
      ? await client.query(statement)
      : await this.announced(client, statement);
    return rows as Row[];
  }

  /** Goes out of the pact it works in; the next statement may enter another. */
  leavePact(): void {
    this.pactId = undefined;
    this.isAnnounced = false;
  }

  /** The connection itself, for what a statement cannot do. */
  async connection(pactId: string): Promise<PoolClient> {
    await this.run({ text: 'select' }, pactId);
    return this.begin();
  }

  async manager(pactId: string | undefined): Promise<EntityManager> {
    await this.run({ text: 'select' }, pactId);
    return this.runner.manager;
  }

  afterCommit(action: () => void): void {
    this.whenDurable.push(action);
  }

  async commit(): Promise<void> {
    if (this.client !== undefined) await this.runner.commitTransaction();
    this.whenDurable.forEach((action) => action());
  }

  async rollback(): Promise<void> {
    await this.client?.catch(() => undefined);
    if (this.runner.isTransactionActive) await this.runner.rollbackTransaction();
  }

  private begin(): Promise<PoolClient> {
    return (this.client ??= this.connect());
  }

  private async connect(): Promise<PoolClient> {
    const client = (await this.runner.connect()) as PoolClient;
    await this.runner.startTransaction();
    return client;
  }

  private enter(pactId: string | undefined): void {
    if (pactId === undefined || pactId === this.pactId) return;
    if (this.pactId !== undefined) throw new Error('a transaction belongs to one pact');
    this.pactId = pactId;
    this.isAnnounced = false;
  }

  private announced(client: PoolClient, statement: QueryConfig): Promise<QueryResult> {
    this.isAnnounced = true;
    return new Promise((resolve, reject) => {
      const query = new AnnouncedQuery(statement, { ...this.actor, pactId: this.pactId });
      client.query(
        query as never,
        undefined as never,
        ((error: Error | null, result: QueryResult) => (error ? reject(error) : resolve(result))) as never,
      );
    });
  }
}
