import { RECORD_TABLES } from '#intake';
import type { QualityRule } from '../rules/quality-rule.js';
import { RULES } from '../rules/index.js';

const TODAY = '$2::date';

const tableOf = (kind: string): string => {
  const table = RECORD_TABLES.find((each) => each.kind === kind);
  if (table === undefined) throw new Error(`a rule looks at ${kind}, which is no kind of record`);
  return table.name;
};

/** Of whom: everybody, or the participants in `$3`. */
const only = (narrowed: boolean, column: string): string =>
  narrowed ? `and ${column} = any($3::uuid[])` : '';

const NOBODY_ELSE = `null::uuid as other_record_id, null::text as other_source, null::text as other_external_id`;
const SOMEBODY_ELSE = `o.id as other_record_id, o.source as other_source, o.external_id as other_external_id`;

function breaking({ code, kind, against, when, evidence }: QualityRule, narrowed: boolean): string {
  const other =
    against === undefined
      ? ''
      : `
    join ${tableOf(against)} o on o.pact_id = $1 and o.participant_id = r.participant_id and not o.deleted`;
  return `
    select '${code}' as rule, r.participant_id, r.id as record_id, r.source, r.external_id,
      ${against === undefined ? NOBODY_ELSE : SOMEBODY_ELSE}, md5(row(${evidence.join(', ')})::text) as evidence
    from ${tableOf(kind)} r ${other}
    where r.pact_id = $1 and not r.deleted ${only(narrowed, 'r.participant_id')}
      and ${when.replace(/\btoday\b/g, TODAY)}`;
}

/**
 * All rules over the records of the pact `$1`, on the day `$2`. What is found for the first time, or again, or with
 * other evidence, is open; what is not found any more has been corrected. People are held, so that nobody is erased
 * meanwhile; who has been is not found.
 */
export const checkStatement = (narrowed: boolean): string => `
  with breaking as materialized (${RULES.map((rule) => breaking(rule, narrowed)).join('\n    union all')}
  ), held as materialized (
    select id from participant
    where pact_id = $1 and id in (select participant_id from breaking) order by id for key share
  ), corrected as (
    update quality_finding f set state = 'corrected', changed_at = now(), version = f.version + 1
    where f.pact_id = $1 and f.state <> 'corrected' ${only(narrowed, 'f.participant_id')} and not exists (
      select from breaking b where b.rule = f.rule and b.record_id = f.record_id
        and coalesce(b.other_record_id, b.record_id) = coalesce(f.other_record_id, f.record_id))
    returning 1
  ), opened as (
    insert into quality_finding as f (pact_id, id, rule, participant_id, record_id, source, external_id,
      other_record_id, other_source, other_external_id, evidence, state)
    select $1, gen_random_uuid(), b.rule, b.participant_id, b.record_id, b.source, b.external_id,
      b.other_record_id, b.other_source, b.other_external_id, b.evidence, 'open'
    from breaking b join held on held.id = b.participant_id
    on conflict on constraint quality_finding_subject_uq do update set
      state = 'open', participant_id = excluded.participant_id, evidence = excluded.evidence, changed_at = now(),
      version = f.version + 1
    where f.state = 'corrected' or f.evidence <> excluded.evidence
    returning 1
  )
  select (select count(*) from opened)::int as opened, (select count(*) from corrected)::int as corrected`;
