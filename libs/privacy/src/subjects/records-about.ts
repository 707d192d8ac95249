import { RECORD_TABLES } from '#intake';

/** Withdrawn records belong to nobody any more; their history tells whose they were. */
const recordsOf = (table: string, kind: string): string => `
  select '${kind}' as kind, t.id, t.source, t.external_id from ${table} t
  where t.pact_id = $1 and t.participant_id = any($2::uuid[])
  union all
  select '${kind}', t.id, t.source, t.external_id from ${table} t
  where t.pact_id = $1 and t.participant_id is null and t.id in (
    select record_id from record_history
    where pact_id = $1 and kind = '${kind}' and said ->> 'participant_id' = any($2::text[]))`;

/**
 * The records of every kind about the people in $2, in the pact $1: the head of a statement. A new kind of record is
 * covered because it is one.
 */
export const RECORDS_ABOUT = `about as materialized (
  ${RECORD_TABLES.map(({ name, kind }) => recordsOf(name, kind)).join('\n  union all')}
)`;

/**
 * Stretches of batch results in which one of these records is named, with the source of their batch. For many people,
 * to read every line is faster than to look for each of them.
 */
export const STRETCHES_ABOUT = `stretch as materialized (
  select r.batch_id, r.position, r.results, b.source, b.received_at
  from outcome_batch_results r join outcome_batch b on b.pact_id = r.pact_id and b.id = r.batch_id
  where r.pact_id = $1 and (cardinality($2::uuid[]) > 20 or exists (
    select from about a where a.source = b.source and strpos(r.results, to_json(a.external_id)::text) > 0))
)`;

/** The JSON of one line of results, of which the last is empty. */
export const LINE = `nullif(line, '')::jsonb`;

/** Whether the line is about one of the records; for a statement with both of the above. */
export const LINE_IS_ABOUT = `coalesce(
  (s.source, ${LINE} ->> 'externalId') in (select source, external_id from about), false)`;
