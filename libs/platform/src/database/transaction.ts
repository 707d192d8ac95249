import type { Client, PoolClient, QueryConfig, QueryResult } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import { AnnouncedQuery, type Announcement } from './announced-query.js';

/** On whose behalf a transaction works. */
export type Actor = Pick<Announcement, 'principal' | 'request'>;

/** A commit that waits for the disk waits for all that was committed before it, too; to wait, it must have a content. */
const WAIT_FOR_DISK = `select pg_logical_emit_message(true, 'patti', '')`;

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
    if (this.isAnnounced) return (await client.query<Row & object>(statement)).rows;
    const isFirst = !this.hasBegun;
    this.isAnnounced = true;
    this.hasBegun = true;
    return this.send<Row>(client, statement, { pactId: this.pactId, isFirst });
  }

  /** Goes out of the pact it works in; the next statement may enter another. */
  leavePact(): void {
    this.pactId = undefined;
    this.isAnnounced = false;
  }

  /** Like `run`; while nothing has begun, the statement commits as it runs and nothing has begun after it either. */
  async runAlone<Row>(statement: QueryConfig, pactId: string): Promise<Row[]> {
    if (this.hasBegun) return this.run(statement, pactId);
    return this.send<Row>(await this.connection(), statement, { pactId });
  }

  async manager(pactId: string | undefined): Promise<EntityManager> {
    await this.run({ text: 'select' }, pactId);
    return this.runner.manager;
  }

  afterCommit(action: () => void): void {
    this.whenDurable.push(action);
  }

  /**
   * First the commit, then the disk: whoever waits for a lock of this transaction need not wait for the disk too, and
   * all that commit meanwhile are written together. Nobody is answered before it is written.
   */
  async commit(): Promise<void> {
    await this.end('commit');
    await (await this.client)?.query(WAIT_FOR_DISK);
    this.whenDurable.forEach((action) => action());
  }

  rollback(): Promise<void> {
    return this.end('rollback');
  }

  /** Nobody knows any more in what state the connection is: it is not used again. */
  async abandon(): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    void (client as Client | undefined)?.end();
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

  private async send<Row>(client: PoolClient, statement: QueryConfig, of: Announcement): Promise<Row[]> {
    const query = new AnnouncedQuery(statement, { ...this.actor, ...of, isWrittenLater: true });
    const { rows } = await new Promise<QueryResult>((resolve, reject) => {
      const settle = (error: Error | null, result: QueryResult): void =>
        error ? reject(error) : resolve(result);
      client.query(query as never, undefined as never, settle as never);
    });
    return rows as Row[];
  }
}
