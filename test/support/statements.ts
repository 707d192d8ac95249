import pg from 'pg';

interface Sent {
  readonly text?: string;
}
type Query = (this: pg.Client, ...given: unknown[]) => unknown;

/** The statements that this process sends to PostgreSQL while something is done: nothing else may go on meanwhile. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  const texts: string[] = [];
  client.query = function counted(...given) {
    const [statement] = given as [string | Sent];
    texts.push(typeof statement === 'string' ? statement : (statement.text ?? ''));
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return texts;
}
