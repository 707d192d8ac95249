import type { AuditedColumns } from '../support/audited.js';

/** Where something is: municipalities by their ISTAT codes, or a point in degrees (WGS 84). */
const PLACE = `
    istat_codes text[],
    latitude numeric(8,6),
    longitude numeric(9,6),`;

/** What is expected, and what was found in the territory. */
export const FINDINGS = `
  create table pillar (
    pact_id uuid not null,
    id uuid not null,
    code text not null,
    title_it text not null,
    title_en text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pillar_pk primary key (pact_id, id),
    constraint pillar_code_uq unique (pact_id, code),
    constraint pillar_pact_fk foreign key (pact_id) references pact (id)
  );

  create table expected_result (
    pact_id uuid not null,
    id uuid not null,
    code text not null,
    pillar_id uuid not null,
    objective_id uuid,
    text_it text not null,
    text_en text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint expected_result_pk primary key (pact_id, id),
    constraint expected_result_code_uq unique (pact_id, code),
    constraint expected_result_pillar_fk foreign key (pact_id, pillar_id) references pillar (pact_id, id),
    constraint expected_result_objective_fk foreign key (pact_id, objective_id) references objective (pact_id, id)
  );
  create index expected_result_pillar_ix on expected_result (pact_id, pillar_id);
  create index expected_result_objective_ix on expected_result (pact_id, objective_id)
    where objective_id is not null;

  create table swot_entry (
    pact_id uuid not null,
    id uuid not null,
    kind text not null,
    text text not null,
    ${PLACE}
    source text,
    observed_on date not null,
    reported_by_actor_id uuid,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint swot_entry_pk primary key (pact_id, id),
    constraint swot_entry_pact_fk foreign key (pact_id) references pact (id),
    constraint swot_entry_reporter_fk foreign key (reported_by_actor_id) references actor (id),
    constraint swot_entry_kind_ck check (kind in ('strength', 'weakness', 'opportunity', 'threat')),
    constraint swot_entry_place_ck check (num_nonnulls(istat_codes, latitude) <= 1),
    constraint swot_entry_point_ck check ((latitude is null) = (longitude is null))
  );
  create index swot_entry_reporter_ix on swot_entry (reported_by_actor_id) where reported_by_actor_id is not null;

  create table territory_entry (
    pact_id uuid not null,
    id uuid not null,
    kind text not null,
    aspect text,
    text text not null,
    ${PLACE}
    source text not null,
    observed_on date not null,
    reported_by_actor_id uuid not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint territory_entry_pk primary key (pact_id, id),
    constraint territory_entry_pact_fk foreign key (pact_id) references pact (id),
    constraint territory_entry_reporter_fk foreign key (reported_by_actor_id) references actor (id),
    constraint territory_entry_kind_ck check (kind in ('need', 'initiative', 'productive_potential', 'infrastructure',
      'heritage', 'leader', 'homogeneous_area')),
    constraint territory_entry_aspect_ck check (case kind
      when 'productive_potential' then coalesce(aspect in ('strength', 'weakness'), false)
      when 'infrastructure' then coalesce(aspect in ('existing', 'needed'), false)
      else aspect is null end),
    constraint territory_entry_place_ck check (num_nonnulls(istat_codes, latitude) = 1),
    constraint territory_entry_point_ck check ((latitude is null) = (longitude is null))
  );
  create index territory_entry_reporter_ix on territory_entry (reported_by_actor_id);
`;

const ENTITY = { pact: 'pact_id', key: 'id' };
const PLACED = 'istat_codes, latitude, longitude, source, observed_on, reported_by_actor_id, version';

/** What was found is free text, in which somebody may name a person: told is that there was one. */
export const TRAIL_OF_FINDINGS: Readonly<Record<string, AuditedColumns>> = {
  pillar: { ...ENTITY, told: 'code, title_it, title_en, version' },
  expected_result: { ...ENTITY, told: 'code, pillar_id, objective_id, text_it, text_en, version' },
  swot_entry: { ...ENTITY, told: `kind, ${PLACED}`, withheld: 'text' },
  territory_entry: { ...ENTITY, told: `kind, aspect, ${PLACED}`, withheld: 'text' },
};
