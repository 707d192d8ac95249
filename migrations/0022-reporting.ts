import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that tell of a pact as a whole; what is published of them is told by the views here. */
const TOLD = ['pact', 'figure', 'indicator_state', 'target', 'commitment'];

/** The breakdowns that have a name, and the column of the views that holds each. */
const BREAKDOWNS: Readonly<Record<string, string>> = {
  sex: 'sex',
  ageGroup: 'age_group',
  education: 'education',
  citizenship: 'citizenship',
  disability: 'disability',
  entryStatus: 'entry_status',
  targetGroup: 'target_group',
  territory: 'territory',
  leadActor: 'lead_actor',
  system: 'system',
  measure: 'measure',
  accessPoint: 'access_point',
  resourceKind: 'resource_kind',
};

/**
 * What leaves the pacts, and by which doors. `patti_reporting` owns the views and may read the tables behind them; it
 * cannot log in. Through `across` the programs read what is published of the pacts that were announced with the
 * statement. Through `reporting` the logins of BI tools (`patti_reader`) read the pacts that `reporting.reach` gives
 * them. A figure that is suppressed has no number on either way to a BI tool.
 */
export class Reporting1760000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROLES);
    await runner.query(TOLD.map(told).join(''));
    await runner.query(TABLES);
    await runner.query(`set local role patti_reporting`);
    await runner.query(ACROSS + PERIODS + VIEWS + DOORS);
    await runner.query(`reset role`);
    await runner.query(`revoke patti_reporting from current_user`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant patti_reporting to current_user;
      drop schema across cascade;
      drop schema reporting cascade;
      ${TOLD.map((table) => `drop policy published on ${table}; revoke all on ${table} from patti_reporting;`).join('')}
      revoke usage on schema public from patti_reporting;
      grant execute on function audit_change() to public;
      revoke patti_reporting from current_user;
    `);
  }
}

const made = (role: string): string => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then
      create role ${role} nologin;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
`;

const ROLES = `
  ${made('patti_reporting')}
  ${made('patti_reader')}
  grant patti_reporting to current_user;
  create schema across authorization patti_reporting;
  create schema reporting authorization patti_reporting;
  -- Whoever may run it could hang it on a temporary table and write entries into the trail.
  revoke execute on function audit_change() from public;
  grant usage on schema public to patti_reporting;
  grant select on figure, indicator_state, target to patti_reporting;
  grant select (id, title, territory, starts_on, ends_on, state, version) on pact to patti_reporting;
  grant select (pact_id, id, resource_kind, unit, state, quantity, delivered, confirmed, fulfilled_on, ends_on)
    on commitment to patti_reporting;
`;

const told = (table: string): string => `
  create policy published on ${table} for select to patti_reporting using (true);
`;

/** Which pacts a login sees, all where none is named; and the catalogue, as the program that runs now tells it. */
const TABLES = `
  create table reporting.reach (
    login text not null,
    pact_id uuid,
    constraint reach_uq unique nulls not distinct (login, pact_id),
    constraint reach_pact_fk foreign key (pact_id) references pact (id)
  );
  create index reach_pact_ix on reporting.reach (pact_id);
  create table reporting.catalogue (
    code text not null,
    version integer not null,
    label_it text not null,
    label_en text not null,
    rule_it text not null,
    rule_en text not null,
    formula text not null,
    unit text not null,
    direction text not null,
    type text not null,
    counts text not null,
    period_rule text not null,
    breakdowns text[] not null,
    constraint catalogue_pk primary key (code)
  );
  grant select on reporting.reach, reporting.catalogue to patti_reporting;
  grant select, insert, update, delete on reporting.catalogue to patti_app;
`;

/**
 * The pacts that were announced, as a search in their text: it is cheap for each row, and unlike a list of ids it does
 * not lead the planner to look each of them up again and again.
 */
const announced = (id: string): string => `strpos(current_setting('patti.among', true), ${id}::text) > 0`;

const ACROSS = `
  create view across.pact as
    select p.id, p.title, p.starts_on, p.version, coalesce(s.figures_version, 0) as figures_version,
      coalesce(s.sources_reported, 0) as sources_reported, coalesce(s.sources_expected, 0) as sources_expected
    from public.pact p left join public.indicator_state s on s.pact_id = p.id
    where ${announced('p.id')};
  create view across.figure as select * from public.figure where ${announced('pact_id')};
  create view across.target as select * from public.target where ${announced('pact_id')};
`;

const PERIODS = `
  create function reporting.period_kind(period text) returns text language sql immutable parallel safe
    return case
      when period ~ '^\\d{4}$' then 'year'
      when period ~ '^\\d{4}-\\d\\d$' then 'month'
      when period ~ '^\\d{4}-Q[1-4]$' then 'quarter'
      when period ~ '^\\d{4}-H[12]$' then 'half'
      else period end;
  create function reporting.period_from(period text) returns date language sql immutable parallel safe
    return case reporting.period_kind(period)
      when 'year' then make_date(period::int, 1, 1)
      when 'month' then (period || '-01')::date
      when 'quarter' then make_date(left(period, 4)::int, right(period, 1)::int * 3 - 2, 1)
      when 'half' then make_date(left(period, 4)::int, right(period, 1)::int * 6 - 5, 1)
    end;
  create function reporting.period_to(period text) returns date language sql immutable parallel safe
    return (reporting.period_from(period) + case reporting.period_kind(period)
      when 'year' then interval '1 year'
      when 'month' then interval '1 month'
      when 'quarter' then interval '3 months'
      when 'half' then interval '6 months'
    end - interval '1 day')::date;
`;

const NUMBERS: Readonly<Record<string, string>> = {
  value: "numbers->>'value'",
  numerator: "numbers->>'numerator'",
  denominator: "numbers->>'denominator'",
  n: "numbers->>'n'",
  at_risk: "numbers->>'atRisk'",
  ended: "numbers->>'ended'",
  median: "numbers->>'median'",
  standard_error: "numbers->>'standardError'",
  ci95_low: "numbers->'ci95'->>0",
  ci95_high: "numbers->'ci95'->>1",
  participants: "numbers->>'participants'",
  lower_quartile: "numbers->>'lowerQuartile'",
  upper_quartile: "numbers->>'upperQuartile'",
  improved: "numbers->>'improved'",
  stable: "numbers->>'stable'",
  declined: "numbers->>'declined'",
  mean_change: "numbers->>'meanChange'",
  nodes: "numbers->>'nodes'",
  arcs: "numbers->>'arcs'",
  normalised: "numbers->>'normalised'",
};

const numbers = Object.entries(NUMBERS)
  .map(
    ([column, path]) =>
      `case when f.suppression = 'none' then (f.${path})::double precision end as ${column}`,
  )
  .join(',\n      ');

const breakdowns = (row: string): string =>
  Object.entries(BREAKDOWNS)
    .map(([name, column]) => `${row}.breakdown->>'${name}' as ${column}`)
    .join(', ');

const periods = (row: string): string =>
  `${row}.period, reporting.period_kind(${row}.period) as period_kind,
      reporting.period_from(${row}.period) as period_from, reporting.period_to(${row}.period) as period_to`;

const figures = (view: string, condition: string): string => `
  create view reporting.${view} with (security_barrier) as
    select f.pact_id, f.id as figure_id, f.indicator, f.definition_version, ${periods('f')},
      f.dimensions, ${breakdowns('f')},
      ${numbers},
      f.unit, f.suppression, case when f.suppression = 'none' then f.missing end as missing,
      f.as_of, f.computed_at, f.run_id, f.revision,
      s.sources_reported, s.sources_expected
    from public.figure f left join public.indicator_state s on s.pact_id = f.pact_id
    where ${condition} and f.pact_id in (select pact_id from reporting.reached);
`;

const VIEWS = `
  create view reporting.reached with (security_barrier) as
    select p.id as pact_id from public.pact p where exists (
      select from reporting.reach r where r.login = session_user and (r.pact_id is null or r.pact_id = p.id));

  create view reporting.pact with (security_barrier) as
    select id as pact_id, title, territory, starts_on, ends_on, state from public.pact
    where id in (select pact_id from reporting.reached);

  create view reporting.indicator with (security_barrier) as
    select code as indicator, version as definition_version, label_it, label_en, rule_it, rule_en, formula, unit,
      direction, type, counts, period_rule, breakdowns
    from reporting.catalogue;

  ${figures('figure', 'f.latest')}
  ${figures('figure_history', 'true')}

  create view reporting.commitment_totals with (security_barrier) as
    select pact_id, resource_kind, unit, state, count(*)::integer as commitments, sum(quantity) as promised,
      sum(delivered) as delivered, sum(confirmed) as confirmed,
      (count(*) filter (where fulfilled_on is null and ends_on < current_date))::integer as past_end_and_not_fulfilled
    from public.commitment
    where state not in ('draft', 'proposed') and pact_id in (select pact_id from reporting.reached)
    group by pact_id, resource_kind, unit, state;

  create view reporting.target with (security_barrier) as
    select t.pact_id, t.id as target_id, t.indicator, t.indicator_type, ${periods('t')}, ${breakdowns('t')},
      t.baseline_value, t.baseline_period, t.value as target_value, t.direction, t.owner_member_id, t.version
    from public.target t
    where t.removed_at is null and t.pact_id in (select pact_id from reporting.reached);
`;

const DOORS = `
  grant usage on schema across to patti_app;
  grant select on all tables in schema across to patti_app;
  grant usage on schema reporting to patti_app, patti_reader;
  grant select on reporting.pact, reporting.indicator, reporting.figure, reporting.figure_history,
    reporting.commitment_totals, reporting.target to patti_reader;
`;
