import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inPacts } from './support/in-pacts.js';

/**
 * Facts for the whole catalogue. What a figure asks of a person is worked out once, when the person's records come in,
 * and kept as a column: a computation then only counts. Everything here follows from the records, so nothing is carried
 * over: the next computation of each pact builds its facts anew.
 */
export class FactsOfTheWholeCatalogue1760000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from fact_employment;
      delete from fact_pathway;
      alter table fact_pathway
        add first_in smallint not null,
        ${ATTRIBUTES},
        add foreign_background text,
        add minority text,
        add housing_exclusion text,
        add rural text,
        add left_as text,
        add qualified boolean,
        add employed_180 boolean,
        add half_year_on date,
        add employed_half_year boolean,
        add improved_half_year boolean,
        add quarter_2_on date,
        add employed_quarter_2 boolean,
        add quarter_4_on date,
        add employed_quarter_4 boolean,
        add same_employer boolean,
        ${GENERATED};
      alter table fact_employment
        ${ATTRIBUTES},
        add permanent boolean not null,
        add judged_on date not null;

      create table fact_activity (
        pact_id uuid not null,
        participant_id uuid not null,
        active_on date not null,
        first_in smallint not null,
        sex text,
        education text,
        citizenship text,
        disability text,
        target_groups text[] not null default '{}',
        constraint fact_activity_pk primary key (pact_id, participant_id, active_on),
        constraint fact_activity_pact_fk foreign key (pact_id) references pact (id)
      );
      ${inPacts('fact_activity')}

      create table fact_progression (
        pact_id uuid not null,
        participant_id uuid not null,
        scale text not null,
        scale_version text not null,
        domain text not null,
        first_on date not null,
        last_on date not null,
        first_in smallint not null,
        readings integer not null,
        change numeric,
        room numeric,
        sex text,
        education text,
        citizenship text,
        disability text,
        target_groups text[] not null default '{}',
        constraint fact_progression_pk primary key (pact_id, participant_id, scale, scale_version, domain),
        constraint fact_progression_pact_fk foreign key (pact_id) references pact (id)
      );
      ${inPacts('fact_progression')}

      alter table indicator_state rename column facts_retention to facts_settings;
      update indicator_state set facts_settings = null;
      alter table monitoring_run add inputs jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table monitoring_run drop inputs;
      alter table indicator_state rename column facts_settings to facts_retention;
      update indicator_state set facts_retention = null;
      drop table fact_activity, fact_progression;
      alter table fact_employment ${ATTRIBUTE_NAMES.map((name) => `drop ${name}`).join(', ')},
        drop permanent, drop judged_on;
      alter table fact_pathway ${Object.keys(FLAGS)
        .map((name) => `drop ${name}`)
        .join(', ')};
      alter table fact_pathway ${ATTRIBUTE_NAMES.map((name) => `drop ${name}`).join(', ')},
        drop first_in, drop left_as, drop qualified, drop foreign_background, drop minority, drop housing_exclusion, drop rural, drop employed_180,
        drop half_year_on, drop employed_half_year, drop improved_half_year, drop quarter_2_on, drop employed_quarter_2,
        drop quarter_4_on, drop employed_quarter_4, drop same_employer;
    `);
  }
}

/** By which both facts are broken down, beside those they had. */
const ATTRIBUTE_NAMES = [
  'education',
  'citizenship',
  'disability',
  'entry_status',
  'measure_code',
  'access_point',
];
const ATTRIBUTES = ATTRIBUTE_NAMES.map((name) => `add ${name} text`).join(', ');

/** What is counted most, told by each row once. */
const FLAGS: Readonly<Record<string, string>> = {
  started_month: "date_trunc('month', started_on::timestamp)::date",
  started_quarter: "date_trunc('quarter', started_on::timestamp)::date",
  ended_month: "date_trunc('month', ended_on::timestamp)::date",
  ended_quarter: "date_trunc('quarter', ended_on::timestamp)::date",
  is_unemployed: "entry_status in ('unemployed', 'long_term_unemployed')",
  is_long_term_unemployed: "entry_status in ('long_term_unemployed')",
  is_inactive: "entry_status in ('inactive')",
  is_employed: "entry_status in ('employed')",
  is_under_18: "age_group in ('<18')",
  is_18_to_29: "age_group in ('18-29')",
  is_55_or_over: "age_group in ('55+')",
  has_isced_0_2: "education in ('0-2')",
  has_isced_3_4: "education in ('3-4')",
  has_isced_5_8: "education in ('5-8')",
  has_disability: "disability in ('yes')",
  is_third_country: "citizenship in ('third_country')",
  has_foreign_background: "foreign_background in ('yes')",
  is_minority: "minority in ('yes')",
  is_housing_excluded: "housing_exclusion in ('yes')",
  is_rural: "rural in ('yes')",
  is_completed: "exit_reason in ('completed')",
  is_dropped_out: "exit_reason in ('dropped_out')",
  left_searching: "left_as in ('searching')",
  left_in_education: "left_as in ('in_education')",
  left_employed: "left_as in ('employed', 'self_employed')",
};

const GENERATED = Object.entries(FLAGS)
  .map(
    ([name, says]) =>
      `add ${name} ${says.startsWith('date') ? 'date' : 'boolean'} generated always as (${says}) stored`,
  )
  .join(', ');
