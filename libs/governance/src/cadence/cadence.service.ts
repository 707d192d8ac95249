import { Injectable } from '@nestjs/common';
import { PactsService } from '#pacts';
import { Database, jsonSql, notFound, Resource, versionMismatch } from '#platform';
import type { CadenceRequest } from './cadence.dto.js';

const { jsonText, scalar } = jsonSql;

/** What holds where a pact has chosen nothing. */
const DEFAULTS = { consultations: 2, verifications: 1, noticeDays: 60 } as const;

/** The rules of each pact: its own, or those that hold where it has none. */
export const CADENCE = `(
  select p.id as pact_id, coalesce(c.version, 0) as version,
    coalesce(c.consultations_a_year, ${DEFAULTS.consultations}) as consultations_a_year,
    coalesce(c.verification_meetings_a_year, ${DEFAULTS.verifications}) as verification_meetings_a_year,
    coalesce(c.mandate_notice_days, ${DEFAULTS.noticeDays}) as mandate_notice_days
  from pact p left join cadence c on c.pact_id = p.id)`;

const BODY = jsonText({
  consultationsAYear: scalar('consultations_a_year'),
  verificationMeetingsAYear: scalar('verification_meetings_a_year'),
  mandateNoticeDays: scalar('mandate_notice_days'),
  version: scalar('version'),
});

@Injectable()
export class CadenceService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
  ) {}

  async get(pactId: string): Promise<Resource> {
    const row = await this.database
      .in(pactId)
      .one<{ version: number; body: string }>(
        `select version, ${BODY} as body from ${CADENCE} cadence where pact_id = $1`,
        [pactId],
      );
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  replace(pactId: string, version: number, rules: CadenceRequest): Promise<Resource> {
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      const replaced = await this.database.in(pactId).one(
        `insert into cadence as c
           (pact_id, consultations_a_year, verification_meetings_a_year, mandate_notice_days, version)
         select $1, $3, $4, $5, 1 where $2::int = coalesce((select version from cadence where pact_id = $1), 0)
         on conflict (pact_id) do update set consultations_a_year = excluded.consultations_a_year,
           verification_meetings_a_year = excluded.verification_meetings_a_year,
           mandate_notice_days = excluded.mandate_notice_days, version = c.version + 1, updated_at = now()
         returning version`,
        [pactId, version, rules.consultationsAYear, rules.verificationMeetingsAYear, rules.mandateNoticeDays],
      );
      if (replaced === undefined) throw versionMismatch();
      return this.get(pactId);
    });
  }
}
