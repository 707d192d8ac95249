import pg from 'pg';

interface Sent {
  readonly text?: string;
  readonly values?: readonly unknown[];
}
type Query = (this: pg.Client, ...given: unknown[]) => unknown;

/**
 * The statements about a pact that this process sends to PostgreSQL while something is done. Those that do not name it
 * are of nobody's request: connections that open, uses of keys that are noted now and then.
 */
export async function statementsAbout(pactId: string, work: () => Promise<unknown>): Promise<string[]> {
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  const texts: string[] = [];
  client.query = function counted(...given) {
    const { text = '', values = [] } = given[0] as Sent;
    if (values.includes(pactId)) texts.push(text);
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return texts;
}
