import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf } from '#platform';
import {
  ASSESSMENT,
  ATTRIBUTES,
  EMPLOYMENT_SPELL,
  LABOUR_STATUS,
  PATHWAY,
  QUALIFICATION,
  SERVICE,
} from './case-data.json.js';
import { IN_REACH, personInReach } from './case-data.queries.js';
import type { RecordHistoryQuery } from './record-history.dto.js';
import type { Reach } from './reach.rules.js';

const { instant, json, jsonText, optional, scalar } = jsonSql;

/** Records whose history can be asked for: where they lie, how they are told, whose they are. */
interface Remembered {
  readonly kind: string;
  readonly table: string;
  readonly body: string;
  readonly inReach: string;
}

/** Whoever answers for the person answers for them. */
const ofPerson = (kind: string, table: string, body: string): Remembered => ({
  kind,
  table,
  body,
  inReach: personInReach('v.participant_id'),
});

const REMEMBERED = {
  attributes: ofPerson('participant', 'participant_record', ATTRIBUTES),
  pathway: { kind: 'pathway', table: 'pathway', body: PATHWAY, inReach: IN_REACH },
  employmentSpell: ofPerson('employment', 'employment_spell', EMPLOYMENT_SPELL),
  labourStatus: ofPerson('labour_status', 'labour_status', LABOUR_STATUS),
  qualification: ofPerson('qualification', 'qualification', QUALIFICATION),
  assessment: ofPerson('assessment', 'assessment', ASSESSMENT),
  service: ofPerson('service', 'service_delivered', SERVICE),
} as const satisfies Record<string, Remembered>;
export type RememberedName = keyof typeof REMEMBERED;

/** All that the record `$4` of the pact `$1` has ever said, as rows of its table. */
const versions = ({ table, kind }: Remembered): string => `known as (
    select t as version, null::timestamptz as until, $4::uuid as place from ${table} t where t.pact_id = $1 and t.id = $4
    union all
    select jsonb_populate_record(t, h.said || jsonb_build_object('recorded_at', h.recorded_at)), h.replaced_at, h.id
    from ${table} t join record_history h on h.pact_id = $1 and h.record_id = t.id and h.kind = '${kind}'
    where t.pact_id = $1 and t.id = $4
  ), v as (select (version).*, until, place from known)`;

const told = (body: string): string =>
  jsonText({
    since: instant('recorded_at'),
    until: optional(instant('until')),
    withdrawn: scalar('deleted'),
    said: optional(json(`case when not deleted then ${body} end`)),
  });

export interface VersionRow {
  readonly sortKey: string[];
  readonly body: string;
}

interface RecordInReach {
  readonly pactId: string;
  readonly recordId: string;
  readonly reach: Reach;
}

@Injectable()
export class RecordHistoryQueries {
  constructor(private readonly database: Database) {}

  /** Whom the record is about, by the last it said; nothing where that is out of reach. */
  async personOf(
    name: RememberedName,
    { pactId, recordId, reach }: RecordInReach,
  ): Promise<string | undefined> {
    const remembered = REMEMBERED[name];
    const row = await this.database.in(pactId).one<{ participantId: string }>(
      `with ${versions(remembered)}, last as (
         select * from v where not deleted order by recorded_at desc, coalesce(until, 'infinity') desc limit 1
       )
       select participant_id as "participantId" from last v where ${remembered.inReach}`,
      [pactId, reach.actorId ?? null, reach.accessPoints, recordId],
    );
    return row?.participantId;
  }

  /** Newest first. What it said of somebody else, by mistake, is left out. */
  versions(
    name: RememberedName,
    { pactId, recordId }: RecordInReach,
    participantId: string,
    query: RecordHistoryQuery,
    after: readonly string[] | undefined,
  ): Promise<VersionRow[]> {
    const remembered = REMEMBERED[name];
    return this.database.in(pactId).query(
      `with ${versions(remembered)}, ordered as (
         select *, coalesce(until, 'infinity') as end, ($3::date + 1)::timestamp at time zone 'Europe/Rome' as evening
         from v where deleted or participant_id = $2
       )
       select array[recorded_at::text, "end"::text, place::text] as "sortKey", ${told(remembered.body)} as body
       from ordered
       where ($5::timestamptz is null or (recorded_at, "end", place) < ($5, $6::timestamptz, $7::uuid))
         and ($3::date is null or recorded_at < evening and "end" >= evening)
       order by recorded_at desc, "end" desc, place desc limit $8`,
      [
        pactId,
        participantId,
        query.on ?? null,
        recordId,
        after?.[0] ?? null,
        after?.[1] ?? null,
        after?.[2] ?? null,
        limitOf(query) + 1,
      ],
    );
  }
}
