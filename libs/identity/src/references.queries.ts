import { Injectable } from '@nestjs/common';
import { isUuid } from '#kernel';
import { Database } from '#platform';

/** Whether there is what a request refers to. These tables belong to libs that come later, so they are only asked. */
@Injectable()
export class ReferencesQueries {
  constructor(private readonly database: Database) {}

  async pactExists(id: string): Promise<boolean> {
    if (!isUuid(id)) return false;
    return (await this.database.in(id).one(`select from pact where id = $1`, [id])) !== undefined;
  }

  async actorExists(id: string): Promise<boolean> {
    return (await this.database.one(`select from actor where id = $1`, [id])) !== undefined;
  }

  /** Those of these pacts that there are. */
  async knownPacts(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.acrossPacts.query<{ id: string }>(
      `select id from pact where id = any($1)`,
      [ids],
    );
    return rows.map((row) => row.id);
  }
}
