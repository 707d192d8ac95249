import { Injectable } from '@nestjs/common';
import type { RecordOrigin } from '#pathways';
import { Database } from '#platform';
import type { Communication } from './spell.rules.js';

/** Whoever derives spells of a source in a pact is alone with them until the commit. */
const HOLD = `select pg_advisory_xact_lock(hashtextextended('relations ' || $1 || ' ' || $2, 0))`;

/** Relations that these communications speak of, or others that name, or are named by, the same ones. */
const CONCERNED = `
  with said as (
    select external_id, relation, replaces from employment_communication
    where pact_id = $1 and source = $2 and external_id = any($3::text[])
  ), named as (select external_id as key from said union select replaces from said where replaces is not null)
  select distinct relation from employment_communication
  where pact_id = $1 and source = $2
    and (external_id in (select key from named) or replaces in (select key from named))`;

/** All that is known of these relations, and what speaks of the same communications elsewhere. */
const KNOWN = `
  with own as (
    select external_id, replaces from employment_communication
    where pact_id = $1 and source = $2 and relation = any($3::text[])
  ), named as (select external_id as key from own union select replaces from own where replaces is not null)
  select external_id as key, relation, event, doing, replaces, sent_at::text as "sentAt", started_on as "startedOn",
    planned_end_on as "plannedEndOn", transformed_on as "transformedOn", becomes_permanent as "becomesPermanent",
    ended_on as "endedOn", end_reason as "endReason", contract, trim_scale(hours_per_week)::text as "hoursPerWeek",
    encode(employer_key, 'hex') as "employerKey", sector, participant_id as "participantId"
  from employment_communication
  where pact_id = $1 and source = $2
    and (external_id in (select key from named) or replaces in (select key from named) or relation = any($3::text[]))`;

@Injectable()
export class CommunicationsQueries {
  constructor(private readonly database: Database) {}

  async hold({ pactId, source }: RecordOrigin): Promise<void> {
    await this.database.in(pactId).query(HOLD, [pactId, source]);
  }

  async relationsOf({ pactId, source }: RecordOrigin, keys: readonly string[]): Promise<string[]> {
    const rows = await this.database
      .in(pactId)
      .query<{ relation: string }>(CONCERNED, [pactId, source, keys]);
    return rows.map(({ relation }) => relation);
  }

  known({ pactId, source }: RecordOrigin, relations: readonly string[]): Promise<Communication[]> {
    return this.database.in(pactId).query(KNOWN, [pactId, source, relations]);
  }
}
