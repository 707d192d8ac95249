/** How the days before the cutoff are told: the statements below are yardsticks, written by hand and left as they are. */
export const CUTOFF = '2025-12-31';

/** The tables they read, filled from the records. */
export const REFERENCE_TABLES = `
  create table reference_pathway as
    select id, pact_id, started_on, ended_on, exit_reason as end_reason from pathway;
  create table reference_spell as
    select p.id as pathway_id, s.pact_id, s.started_on, s.ended_on
    from employment_spell s join pathway p on p.pact_id = s.pact_id and p.participant_id = s.participant_id;
  alter table reference_pathway add primary key (id);
  create index on reference_spell (pathway_id);
  analyze reference_pathway, reference_spell;`;

/** Pathways started, completed, observable and employed after half a year, by pact and month and in all. */
export const R1 = `
  with a as (select pact_id, date_trunc('month', started_on::timestamp) m, count(*) started,
      count(*) filter (where end_reason = 'completed') completed,
      count(*) filter (where ended_on + 180 <= date '${CUTOFF}') observable180 from reference_pathway group by 1, 2),
  b as (select pact_id, date_trunc('month', started_on::timestamp) m, count(*) employed180 from reference_pathway p
    where ended_on + 180 <= date '${CUTOFF}' and exists (select 1 from reference_spell s where s.pathway_id = p.id
      and s.started_on <= p.ended_on + 180 and (s.ended_on is null or s.ended_on > p.ended_on + 180)) group by 1, 2)
  select pact_id, m::date, sum(started), sum(completed), sum(observable180), coalesce(sum(employed180), 0)
  from a left join b using (pact_id, m) group by grouping sets ((pact_id, m), (pact_id), (m), ())`;

/** Retention of spells at 90, 180 and 365 days, for each pact. */
export const R2 = `
  with g as (select pact_id, least(coalesce(ended_on, date '${CUTOFF}') - started_on, 366) t, count(ended_on) d, count(*) n
    from reference_spell where started_on <= date '${CUTOFF}' group by 1, 2),
  k as (select pact_id, t, d, sum(n) over w - n before, sum(n) over (partition by pact_id) total
    from g window w as (partition by pact_id order by t)),
  l as (select pact_id, t, total, case when t > 365 or d = 0 then 0 when d >= total - before then -1e9
    else ln(1 - d::float8 / (total - before)) end h from k)
  select pact_id, exp(coalesce(sum(h) filter (where t <= 90), 0)), exp(coalesce(sum(h) filter (where t <= 180), 0)),
    exp(coalesce(sum(h) filter (where t <= 365), 0)), max(total) from l group by 1`;
