import { Injectable } from '@nestjs/common';
import { Database } from '#platform';

@Injectable()
export class SurveyQueries {
  constructor(private readonly database: Database) {}

  /** Nothing where there is no such entry. */
  reporter(pactId: string, table: string, id: string): Promise<{ actorId: string | null } | undefined> {
    return this.database
      .in(pactId)
      .one(`select reported_by_actor_id as "actorId" from ${table} where pact_id = $1 and id = $2`, [
        pactId,
        id,
      ]);
  }
}
