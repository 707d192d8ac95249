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
  private hasBegun = false;
  private isAnnounced = false;

  constructor(
    private readonly runner: QueryRunner,
    private readonly actor: Actor,
  ) {}

  /** @throws Error when it has worked in another pact already. */
  async run<Row>(statement: QueryConfig, pactId: string | undefined): Promise<Row[]> {
    const client = await this.connection();
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

  /** Like `run`; while nothing has begun, the statement commits as it runs and nothing has begun after it either. */
  async runAlone<Row>(statement: QueryConfig, pactId: string): Promise<Row[]> {
    if (this.hasBegun) return this.run(statement, pactId);
    const { rows } = await sent(await this.connection(), statement, { ...this.actor, pactId });
    return rows as Row[];
  }

  async manager(pactId: string | undefined): Promise<EntityManager> {
    await this.run({ text: 'select' }, pactId);
    return this.runner.manager;
  }

  afterCommit(action: () => void): void {
    this.whenDurable.push(action);
  }

  async commit(): Promise<void> {
    await this.end('commit');
    this.whenDurable.forEach((action) => action());
  }

  rollback(): Promise<void> {
    return this.end('rollback');
  }

  private async end(how: 'commit' | 'rollback'): Promise<void> {
    if (!this.hasBegun) return;
    const ended = await (await this.client)?.query(how);
    // PostgreSQL takes the commit of a transaction that has failed for a rollback, and says so only here.
    if (ended?.command !== how.toUpperCase()) throw new Error('the transaction had failed before its end');
  }

  private connection(): Promise<PoolClient> {
    return (this.client ??= this.runner.connect() as Promise<PoolClient>);
  }

  private enter(pactId: string | undefined): void {
    if (pactId === undefined || pactId === this.pactId) return;
    if (this.pactId !== undefined) throw new Error('a transaction belongs to one pact');
    this.pactId = pactId;
    this.isAnnounced = false;
  }

  private announced(client: PoolClient, statement: QueryConfig): Promise<QueryResult> {
    const isFirst = !this.hasBegun;
    this.isAnnounced = true;
    this.hasBegun = true;
    return sent(client, statement, { ...this.actor, pactId: this.pactId, isFirst });
  }
}

function sent(client: PoolClient, statement: QueryConfig, announcement: Announcement): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    client.query(
      new AnnouncedQuery(statement, announcement) as never,
      undefined as never,
      ((error: Error | null, result: QueryResult) => (error ? reject(error) : resolve(result))) as never,
    );
  });
}
