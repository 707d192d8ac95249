import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What totals over several pacts are counted from. */
const COUNTED = [
  'fact_pathway',
  'fact_employment',
  'fact_activity',
  'fact_progression',
  'membership',
  'signature',
  'commitment',
  'delivery',
  'delivery_verdict',
  'consultation',
  'proposal',
  'decision',
  'meeting',
  'body_member',
  'attendance',
  'measure',
  'measure_transition',
  'measure_progress',
  'measure_cell',
  'funding_line',
  'expenditure',
  'grid',
  'grid_cell',
];
const STATE = ['indicator_state', 'indicator_settings'];

/**
 * Totals over several pacts, with each participant counted once: no statement that sees one pact can make them. The views
 * in `regional` show the rows of the pacts that were announced with the statement, and nothing without an announcement.
 * They belong to a role of their own, `patti_regional`, which nobody logs in as: what may be published of pacts
 * (`patti_reporting`) stays a matter without people. The day of the last computation tells for which day rows are counted.
 * A figure keeps who had reported when it was computed: what is asked for as of a day is answered as it was then.
 */
export class RegionalTotals1760000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table indicator_state add as_of date;
      alter table figure add sources_reported integer, add sources_expected integer;
      grant patti_reporting to current_user;
      set local role patti_reporting;
      create or replace view across.figure as ${ACROSS_FIGURE};
      reset role;
      revoke patti_reporting from current_user;
    `);
    await runner.query(ROLE);
    await runner.query([...COUNTED, ...STATE].map(seen).join(''));
    await runner.query(`set local role patti_regional`);
    await runner.query(VIEWS);
    await runner.query(`reset role`);
    await runner.query(`revoke patti_regional from current_user`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant patti_regional to current_user;
      drop schema regional cascade;
      ${[...COUNTED, ...STATE, 'pact'].map(unseen).join('')}
      revoke usage on schema public from patti_regional;
      revoke patti_regional from current_user;
      alter table indicator_state drop as_of;
      grant patti_reporting to current_user;
      set local role patti_reporting;
      drop view across.figure;
      reset role;
      alter table figure drop sources_reported, drop sources_expected;
      set local role patti_reporting;
      create view across.figure as ${ACROSS_FIGURE};
      grant select on across.figure to patti_app;
      reset role;
      revoke patti_reporting from current_user;
    `);
  }
}

/** As migration 0022 made it: a view has the columns that its table had when it was made. */
const ACROSS_FIGURE = `
  select * from public.figure where strpos(current_setting('patti.among', true), pact_id::text) > 0`;

const ROLE = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'patti_regional') then
      create role patti_regional nologin;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
  grant patti_regional to current_user;
  create schema regional authorization patti_regional;
  grant usage on schema public to patti_regional;
  grant select (id, title, territory, starts_on, version) on pact to patti_regional;
  create policy counted on pact for select to patti_regional using (true);
`;

const seen = (table: string): string => `
  grant select on ${table} to patti_regional;
  create policy counted on ${table} for select to patti_regional using (true);
`;

const unseen = (table: string): string => `
  drop policy counted on ${table};
  revoke all on ${table} from patti_regional;
`;

/** A list that is joined: over many rows, to search each one's pact in the announced text would cost more than to count it. */
const ANNOUNCED = `
  create view regional.announced as
    select unnest(string_to_array(nullif(current_setting('patti.among', true), ''), ','))::uuid as pact_id;
`;

const VIEWS = `
  ${ANNOUNCED}
  create view regional.pact as
    select p.id, p.title, p.territory, p.starts_on, p.version, s.as_of, c.settings,
      coalesce(s.figures_version, 0) as figures_version, coalesce(s.sources_reported, 0) as sources_reported,
      coalesce(s.sources_expected, 0) as sources_expected
    from public.pact p
      left join public.indicator_state s on s.pact_id = p.id
      left join public.indicator_settings c on c.pact_id = p.id
    where p.id in (select pact_id from regional.announced);
  ${COUNTED.map(
    (table) => `
  create view regional.${table} as
    select * from public.${table} where pact_id in (select pact_id from regional.announced);`,
  ).join('')}
  grant usage on schema regional to patti_app;
  grant select on all tables in schema regional to patti_app;
`;
