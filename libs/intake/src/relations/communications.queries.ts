import { Injectable } from '@nestjs/common';
import type { RecordOrigin } from '#pathways';
import { Database } from '#platform';
import type { Communication } from './spell.rules.js';

/** Whoever derives spells of a source in a pact is alone with them until the commit. */
const HOLD = `select pg_advisory_xact_lock(hashtextextended('relations ' || $1 || ' ' || $2, 0))`;

/** Rows of the source in the pact, found by an index whatever the planner knows of the table. */
const having = (column: string, key: string): string => `
  cross join lateral (
    select * from employment_communication t
    where t.pact_id = $1 and t.source = $2 and t.${column} = ${key} offset 0
  ) c`;

/** What some communications are called, and what they name. */
const KEYS = `key as (
  select external_id as key from said union select replaces from said where replaces is not null
)`;

/** Relations that these communications speak of, or others that name, or are named by, the same ones. */
const CONCERNED = `
  with said as (
    select c.* from unnest($3::text[]) as u(key) ${having('external_id', 'u.key')}
  ), ${KEYS}
  select c.relation from key ${having('external_id', 'key.key')}
  union select c.relation from key ${having('replaces', 'key.key')}`;

/** All that is known of these relations, and what speaks of the same communications elsewhere. */
const KNOWN = `
  with said as (
    select c.* from unnest($3::text[]) as u(relation) ${having('relation', 'u.relation')}
  ), ${KEYS}, known as (
    select * from said
    union select c.* from key ${having('external_id', 'key.key')}
    union select c.* from key ${having('replaces', 'key.key')}
  )
  select external_id as key, relation, event, doing, replaces, sent_at::text as "sentAt", started_on as "startedOn",
    planned_end_on as "plannedEndOn", transformed_on as "transformedOn", becomes_permanent as "becomesPermanent",
    ended_on as "endedOn", end_reason as "endReason", contract, trim_scale(hours_per_week)::text as "hoursPerWeek",
    encode(employer_key, 'hex') as "employerKey", sector, participant_id as "participantId"
  from known`;

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
