import type { EntityManager } from 'typeorm';

interface Asked {
  query<Row>(text: string, values: unknown[], pactId: string): Promise<Row[]>;
  queryAlone<Row>(text: string, values: unknown[], pactId: string): Promise<Row[]>;
  queryAfresh<Row>(text: string, values: unknown[], pactId: string): Promise<Row[]>;
  manager(pactId: string): Promise<EntityManager>;
}

/**
 * The rows of one pact, and the tables that all pacts share. Nothing of another pact is there, whatever a statement
 * forgets to say: row-level security looks at the pact that is announced with it (docs/adr/0013).
 */
export class PactDatabase {
  constructor(
    private readonly database: Asked,
    readonly pactId: string,
  ) {}

  query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.database.query<Row>(text, values, this.pactId);
  }

  async one<Row>(text: string, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(text, values))[0];
  }

  /** A statement that is all of a request's transaction commits as it runs, which saves a round trip. */
  async oneAlone<Row>(text: string, values: unknown[]): Promise<Row | undefined> {
    return (await this.database.queryAlone<Row>(text, values, this.pactId))[0];
  }

  queryAfresh<Row>(text: string, values: unknown[]): Promise<Row[]> {
    return this.database.queryAfresh<Row>(text, values, this.pactId);
  }

  /** TypeORM's manager, inside the transaction that runs. */
  manager(): Promise<EntityManager> {
    return this.database.manager(this.pactId);
  }
}
