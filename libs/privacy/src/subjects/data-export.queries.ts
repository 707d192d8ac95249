import { Injectable } from '@nestjs/common';
import { RECORD_TABLES } from '#intake';
import type { PactDatabase } from '#platform';
import { LINE, LINE_IS_ABOUT, RECORDS_ABOUT, STRETCHES_ABOUT } from './records-about.js';

const rowsOf = (table: string, condition: string, order = 'id'): string => `
  (select coalesce(jsonb_agg(to_jsonb(t) - 'pact_id' order by t.${order}), '[]')
   from ${table} t where t.pact_id = $1 and ${condition})`;

const THEIRS = 't.participant_id = any($2::uuid[])';
const SAID_OF_THEM = `t.finding_id in (
  select id from quality_finding where pact_id = $1 and participant_id = any($2::uuid[]))`;
const withdrawn = (table: string): string =>
  rowsOf(table, 'participant_id is null and t.id in (select id from about)');

/** Everything as its table holds it. `$1` pact, `$2` who. */
const HELD = `
  with ${RECORDS_ABOUT}, ${STRETCHES_ABOUT}
  select jsonb_build_object(
    'pact_id', p.id, 'title', p.title,
    'since', (select min(created_at) from participant t where t.pact_id = $1 and t.id = any($2::uuid[])),
    ${RECORD_TABLES.map(({ name, plural }) => `'${plural}', ${rowsOf(name, THEIRS)}`).join(', ')},
    'withdrawn', ${RECORD_TABLES.map(({ name }) => withdrawn(name)).join(' || ')},
    'history', ${rowsOf('record_history', `said ->> 'participant_id' = any($2::text[])`, 'replaced_at')},
    'computed', jsonb_build_object(
      'pathways', ${rowsOf('fact_pathway', THEIRS)},
      'employment', ${rowsOf('fact_employment', THEIRS, 'pathway_id')},
      'activity', ${rowsOf('fact_activity', THEIRS, 'active_on')},
      'progression', ${rowsOf('fact_progression', THEIRS, 'domain')}),
    'quality_findings', ${rowsOf('quality_finding', THEIRS)},
    'quality_settlements', ${rowsOf('quality_settlement', SAID_OF_THEM)},
    'batches', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'batch_id', s.batch_id, 'source', s.source, 'received_at', s.received_at, 'row', ${LINE})
        order by s.batch_id, s.position, place), '[]')
      from stretch s cross join lateral string_to_table(s.results, E'\\n') with ordinality as l(line, place)
      where ${LINE_IS_ABOUT}),
    'accesses', (
      select coalesce(jsonb_agg(to_jsonb(t) - 'pact_id' - 'participants' order by t.id), '[]')
      from case_data_access t where t.pact_id = $1 and t.participants && $2::uuid[])
  ) as held
  from pact p where p.id = $1`;

@Injectable()
export class DataExportQueries {
  async heldIn(pact: PactDatabase, people: readonly string[]): Promise<object> {
    const row = await pact.one<{ held: object }>(HELD, [pact.pactId, people]);
    return row?.held ?? {};
  }
}
