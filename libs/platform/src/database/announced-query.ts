import pg, { type Connection, type QueryConfig } from 'pg';

/** For whom a statement runs: row-level security and the audit trail read it (migrations 0006 and later). */
export interface Announcement {
  /** The one pact whose rows are there. */
  readonly pactId?: string | undefined;
  /** The pacts of which the published figures are there (migration 0022), and nothing else. */
  readonly among?: readonly string[] | undefined;
  /** Who is acting, as an id. */
  readonly principal?: string | undefined;
  /** The request or job that it happens in. */
  readonly request?: string | undefined;
  /** It is the first statement of a transaction block. */
  readonly isFirst?: boolean;
  /** Its commit frees its locks at once, and somebody waits for the disk after it. */
  readonly isWrittenLater?: boolean;
  /** One plan for all values: planning a list for those it was asked with takes longer than running it. */
  readonly isPlannedOnce?: boolean;
}

/** No pact's id: with it, what tells of all pacts can be listed, and nothing that stands in a pact is there. */
export const EVERY_PACT = '00000000-0000-0000-0000-000000000000';

const BEGIN = { name: 'begin', text: 'begin' };
const ANNOUNCE = {
  name: 'announce',
  // A row for the answer would only have to be read and thrown away.
  text: `select where concat(set_config('patti.pact', $1, true), set_config('patti.principal', $2, true),
    set_config('patti.request', $3, true), set_config('plan_cache_mode', $4, true),
    set_config('synchronous_commit', $5, true), set_config('patti.among', $6, true)) is null`,
};

const valuesOf = (announcement: Announcement): (string | null)[] => [
  announcement.pactId ?? '',
  announcement.principal ?? '',
  announcement.request ?? '',
  announcement.isPlannedOnce ? 'force_generic_plan' : 'auto',
  // Without a value the setting is what the server says.
  announcement.isWrittenLater ? 'off' : null,
  announcement.among?.join() ?? '',
];

interface Handlers {
  prepare(connection: Connection): void;
  handleCommandComplete(message: object, connection: Connection): void;
}

/** Parses what goes before a statement once, so that every statement of this connection can bring it along. */
export async function prepareAnnouncements(client: pg.ClientBase): Promise<void> {
  await client.query({ ...ANNOUNCE, values: valuesOf({}) });
  await client.query(BEGIN);
  await client.query('rollback');
}

const BaseQuery = pg.Query as unknown as new (config: QueryConfig) => pg.Query & Handlers;

/**
 * A statement and, in the same message and the same transaction before it, for whom it runs: that costs no round trip.
 * Outside a transaction block both are one transaction of their own, and the announcement ends with the statement,
 * whatever comes of it.
 */
export class AnnouncedQuery extends BaseQuery {
  /** What goes before the statement, and is not answered yet. */
  private ahead: number;

  constructor(
    config: QueryConfig,
    private readonly announcement: Announcement,
  ) {
    // Without values it would be sent as plain text, which nothing can go with.
    super({ ...config, queryMode: 'extended' } as QueryConfig);
    this.ahead = announcement.isFirst ? 2 : 1;
  }

  override prepare(connection: Connection): void {
    const statement = connection as unknown as { bind(of: object): void; execute(of: object): void };
    if (this.announcement.isFirst) {
      statement.bind({ statement: BEGIN.name });
      statement.execute({});
    }
    statement.bind({ statement: ANNOUNCE.name, values: valuesOf(this.announcement) });
    statement.execute({});
    super.prepare(connection);
  }

  override handleCommandComplete(message: object, connection: Connection): void {
    if (this.ahead === 0) super.handleCommandComplete(message, connection);
    else this.ahead -= 1;
  }
}
