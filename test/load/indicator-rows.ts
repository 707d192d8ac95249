import type pg from 'pg';

/** Few pacts are big, many are small: with a thousand of each, the middle one has seven hundred pathways. */
const SIZES = 'power(random(), 1.6)';
const FIRST_DAY = '2022-01-01';
/** Starts lie in so many days from then on. */
const DAYS = 1_400;
const SPELLS_EACH = 3;

const oneOf = (...values: string[]): string =>
  `(array[${values.join(', ')}])[1 + floor(random() * ${values.length})::int]`;
const texts = (...values: string[]): string => oneOf(...values.map((value) => `'${value}'`));

/** People with pathways and jobs, made by the database itself. `rows` pathways, and three spells each. */
export async function fillWithPeople(database: pg.Client, rows: number, pacts: number): Promise<void> {
  for (const statement of [...surroundings(rows, pacts), ...records()]) await database.query(statement);
  await database.query('vacuum analyze');
}

/** Pacts, actors, and who takes part where from when on. */
function surroundings(rows: number, pacts: number): string[] {
  return [
    `select setseed(0.42)`,
    `create temp table number_of_pact as select n, gen_random_uuid() as id from generate_series(1, ${pacts}) n`,
    `insert into pact (id, title, common_agenda, starts_on, state, ratification_rule)
     select id, 'Bench', 'Bench', '${FIRST_DAY}', 'active', '{}' from number_of_pact`,
    `insert into actor (id, name, system, kind) select gen_random_uuid(), 'Actor ' || n,
       ${oneOf(`'public'`, `'third_sector'`, `'community'`)}, 'other' from generate_series(1, 8) n`,
    `insert into outcome_source (code, owner_id) values ('bench', 'bench')`,
    `create temp table person as
     select p.id as pact_id, gen_random_uuid() as id, x.n, date '${FIRST_DAY}' + floor(random() * ${DAYS})::int as started_on
     from (select n, 1 + floor(${pacts} * ${SIZES})::int as pact from generate_series(1, ${rows}) n) x
       join number_of_pact p on p.n = x.pact`,
  ];
}

const BATCH = `'00000000-0000-7000-8000-000000000001'`;

/** What is recorded of each of them. */
const records = (): string[] => [
  `insert into participant (pact_id, id) select pact_id, id from person`,
  `insert into participant_record (pact_id, id, source, external_id, participant_id, batch_id, confirmed_on, sex,
       birth_year, education, citizenship, disability, foreign_background, minority, housing_exclusion, rural, target_groups)
     select pact_id, gen_random_uuid(), 'bench', 'a' || n, id, ${BATCH}, '2025-12-31', ${texts('F', 'M')},
       1960 + floor(random() * 45)::int, floor(random() * 9)::int, ${texts('it', 'it', 'eu', 'third_country')},
       random() < 0.1, random() < 0.2, random() < 0.05, random() < 0.1, random() < 0.3,
       case when random() < 0.5 then array[${texts('neet', 'migrant', 'disability', 'other')}] end
     from person`,
  `insert into pathway (pact_id, id, source, external_id, participant_id, batch_id, confirmed_on, started_on, ended_on,
       exit_reason, measure_code, lead_actor_id, access_point, entry_status)
     select pact_id, gen_random_uuid(), 'bench', 'p' || n, id, ${BATCH}, '2025-12-31', started_on, ended_on,
       case when ended_on is not null then ${texts('completed', 'completed', 'employed', 'dropped_out')} end,
       'm' || n % 6, (select id from actor where name = 'Actor ' || 1 + n % 8), 'a' || n % 5,
       ${texts('unemployed', 'long_term_unemployed', 'inactive', 'employed')}
     from (select *, case when random() < 0.7 then started_on + floor(random() * 400)::int end as ended_on from person) x`,
  `insert into employment_spell (pact_id, id, source, external_id, participant_id, batch_id, confirmed_on, started_on,
       ended_on, contract, hours_per_week, employer_key)
     select pact_id, gen_random_uuid(), 'bench', 's' || n || '-' || k, id, ${BATCH}, '2025-12-31', job_on,
       case when random() < 0.6 then job_on + floor(random() * 400)::int end,
       ${texts('A.01.00', 'A.02.00', 'A.02.00', 'C.01.00')}, 16 + floor(random() * 25), decode(md5((n * k % 5000)::text), 'hex')
     from (select person.*, k, started_on - 100 + floor(random() * 600)::int as job_on
       from person cross join generate_series(1, ${SPELLS_EACH}) k) x`,
  `insert into labour_status (pact_id, id, source, external_id, participant_id, batch_id, on_date, status)
     select pact_id, gen_random_uuid(), 'bench', 'l' || n, id, ${BATCH}, started_on + floor(random() * 400)::int,
       ${texts('employed', 'searching', 'in_education', 'inactive')} from person where n % 3 = 0`,
];
