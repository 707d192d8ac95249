import pg, { type Connection, type QueryConfig } from 'pg';

/** For whom a statement runs: row-level security and the audit trail read it (migrations 0006 and later). */
export interface Announcement {
  /** The one pact whose rows are there. */
  readonly pactId?: string | undefined;
  /** Who is acting, as an id. */
  readonly principal?: string | undefined;
  /** The request or job that it happens in. */
  readonly request?: string | undefined;
}

/** No pact's id: with it, what tells of all pacts can be listed, and nothing that stands in a pact is there. */
export const EVERY_PACT = '00000000-0000-0000-0000-000000000000';

const ANNOUNCE = {
  name: 'announce',
  // A row for the answer would only have to be read and thrown away.
  text: `select where concat(set_config('patti.pact', $1, true), set_config('patti.principal', $2, true),
    set_config('patti.request', $3, true)) is null`,
};

const valuesOf = ({ pactId, principal, request }: Announcement): string[] => [
  pactId ?? '',
  principal ?? '',
  request ?? '',
];

interface Handlers {
  prepare(connection: Connection): void;
  handleCommandComplete(message: object, connection: Connection): void;
}

/** Parses the announcement once, so that every statement of this connection can go with it. */
export const prepareAnnouncements = (client: pg.ClientBase): Promise<unknown> =>
  client.query({ ...ANNOUNCE, values: valuesOf({}) });

const BaseQuery = pg.Query as unknown as new (config: QueryConfig) => pg.Query & Handlers;

/**
 * A statement and, in the same message and the same transaction before it, for whom it runs. Outside a transaction
 * block both are one transaction of their own: the announcement ends with the statement, whatever comes of it, and
 * costs no round trip.
 */
export class AnnouncedQuery extends BaseQuery {
  private isAnnounced = false;

  constructor(
    config: QueryConfig,
    private readonly announcement: Announcement,
  ) {
    // Without values it would be sent as plain text, which nothing can go with.
    super({ ...config, queryMode: 'extended' } as QueryConfig);
  }

  override prepare(connection: Connection): void {
    const statement = connection as unknown as { bind(of: object): void; execute(of: object): void };
    statement.bind({ statement: ANNOUNCE.name, values: valuesOf(this.announcement) });
    statement.execute({});
    super.prepare(connection);
  }

  override handleCommandComplete(message: object, connection: Connection): void {
    if (this.isAnnounced) super.handleCommandComplete(message, connection);
    else this.isAnnounced = true;
  }
}
