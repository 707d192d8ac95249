/** Every cell that the dimensions make is there, so that what sits in it refers to it, and the empty ones are seen. */
export const GRIDS = `
  create table grid (
    pact_id uuid not null,
    id uuid not null,
    code text not null,
    title_it text not null,
    title_en text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint grid_pk primary key (pact_id, id),
    constraint grid_code_uq unique (pact_id, code),
    constraint grid_pact_fk foreign key (pact_id) references pact (id)
  );

  create table grid_dimension (
    pact_id uuid not null,
    id uuid not null,
    grid_id uuid not null,
    position smallint not null,
    code text not null,
    title_it text not null,
    title_en text,
    entries jsonb not null,
    constraint grid_dimension_pk primary key (pact_id, id),
    constraint grid_dimension_position_uq unique (pact_id, grid_id, position),
    constraint grid_dimension_code_uq unique (pact_id, grid_id, code),
    constraint grid_dimension_grid_fk foreign key (pact_id, grid_id) references grid (pact_id, id)
  );

  create table grid_cell (
    pact_id uuid not null,
    id uuid not null,
    grid_id uuid not null,
    position integer not null,
    address text not null,
    constraint grid_cell_pk primary key (pact_id, id),
    constraint grid_cell_position_uq unique (pact_id, grid_id, position),
    constraint grid_cell_address_uq unique (pact_id, grid_id, address),
    constraint grid_cell_grid_fk foreign key (pact_id, grid_id) references grid (pact_id, id)
  );

  create table measure_cell (
    pact_id uuid not null,
    measure_id uuid not null,
    cell_id uuid not null,
    constraint measure_cell_pk primary key (pact_id, measure_id, cell_id),
    constraint measure_cell_measure_fk foreign key (pact_id, measure_id) references measure (pact_id, id),
    constraint measure_cell_cell_fk foreign key (pact_id, cell_id) references grid_cell (pact_id, id)
  );
  create index measure_cell_cell_ix on measure_cell (pact_id, cell_id);
`;
