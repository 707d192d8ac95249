import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf } from '#platform';
import { todayInRome } from '#kernel';
import type { ProfessionalListQuery } from './professional.dto.js';

const { code, instant, json, jsonText, list, optional, scalar, text } = jsonSql;

const ENDORSEMENTS = `select coalesce('[' || string_agg('{"memberId":"' || e.member_id || '","endorsedOn":"'
    || e.endorsed_on || '"}', ',' order by e.endorsed_on, e.member_id) || ']', '[]')
  from professional_endorsement e where e.pact_id = p.pact_id and e.professional_id = p.id`;

const BODY = jsonText({
  id: code('p.id'),
  name: text('p.name'),
  roles: list('p.roles'),
  memberId: optional(code('p.member_id')),
  email: optional(text('p.email')),
  phone: optional(text('p.phone')),
  qualifications: json('p.qualifications'),
  endorsements: json(ENDORSEMENTS),
  territory: list('p.territory'),
  registeredOn: code('p.registered_on'),
  untilOn: optional(code('p.until_on')),
  version: scalar('p.version'),
  createdAt: instant('p.created_at'),
  updatedAt: instant('p.updated_at'),
});

export interface ProfessionalRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

@Injectable()
export class ProfessionalsQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, id: string): Promise<ProfessionalRow | undefined> {
    return this.database
      .in(pactId)
      .one(`select p.id, p.version, ${BODY} as body from professional p where p.pact_id = $1 and p.id = $2`, [
        pactId,
        id,
      ]);
  }

  list(
    pactId: string,
    query: ProfessionalListQuery,
    after: string[] | undefined,
  ): Promise<ProfessionalRow[]> {
    return this.database.in(pactId).query(
      `select p.id, p.version, ${BODY} as body from professional p
       where p.pact_id = $1 and ($2::uuid is null or p.id > $2)
         and ($4::text is null or $4 = any(p.roles))
         and ($5::uuid is null or p.member_id = $5)
         and ($6::text is null or p.territory = '{}' or $6 = any(p.territory))
         and ($7::date is null or p.until_on is null or p.until_on >= $7)
       order by p.id limit $3`,
      [
        pactId,
        after?.[0] ?? null,
        limitOf(query) + 1,
        query.role ?? null,
        query.memberId ?? null,
        query.municipality ?? null,
        query.includePast === true ? null : todayInRome(),
      ],
    );
  }
}
