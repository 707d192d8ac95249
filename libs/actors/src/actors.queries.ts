import { Injectable } from '@nestjs/common';
import { containing, Database, instantJson, limitOf } from '#platform';
import type { ActorListQuery } from './actor.dto.js';

const BODY = `json_strip_nulls(json_build_object(
  'id', id, 'name', name, 'system', system, 'kind', kind, 'taxCode', tax_code, 'territory', to_json(territory),
  'contacts', contacts, 'webPage', web_page, 'competences', to_json(competences), 'services', services,
  'version', version, 'createdAt', ${instantJson('created_at')}, 'updatedAt', ${instantJson('updated_at')}
))::text as body`;

export interface ActorRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

@Injectable()
export class ActorsQueries {
  constructor(private readonly database: Database) {}

  show(id: string): Promise<ActorRow | undefined> {
    return this.database.one(`select id, version, ${BODY} from actor where id = $1`, [id]);
  }

  list(query: ActorListQuery, after: string[] | undefined): Promise<ActorRow[]> {
    return this.database.query(
      `select id, version, ${BODY} from actor
       where ($1::uuid is null or id > $1)
         and ($2::text is null or system = $2)
         and ($3::text is null or kind = $3)
         and ($4::text is null or name ilike $4)
       order by id limit $5`,
      [after?.[0] ?? null, query.system ?? null, query.kind ?? null, containing(query.q), limitOf(query) + 1],
    );
  }
}
