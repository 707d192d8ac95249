/** Where the money comes from, what a measure may spend of it, and what was spent. */
export const FUNDING = `
  create table funding_programme (
    id uuid not null,
    code text not null,
    kind text not null,
    title_it text not null,
    title_en text,
    starts_on date,
    ends_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint funding_programme_pk primary key (id),
    constraint funding_programme_code_uq unique (code),
    constraint funding_programme_period_ck check (ends_on >= starts_on),
    constraint funding_programme_kind_ck check (kind in
      ('esf_plus', 'erdf', 'national', 'regional', 'municipal', 'private'))
  );

  create table funding_call (
    id uuid not null,
    programme_id uuid not null,
    code text not null,
    title_it text not null,
    title_en text,
    is_competitive boolean not null,
    opens_on date,
    closes_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint funding_call_pk primary key (id),
    constraint funding_call_code_uq unique (programme_id, code),
    constraint funding_call_programme_uq unique (programme_id, id),
    constraint funding_call_programme_fk foreign key (programme_id) references funding_programme (id),
    constraint funding_call_period_ck check (closes_on >= opens_on)
  );

  create table funding_call_allocation (
    call_id uuid not null,
    territory text not null,
    amount_cents bigint not null,
    constraint funding_call_allocation_pk primary key (call_id, territory),
    constraint funding_call_allocation_call_fk foreign key (call_id) references funding_call (id),
    constraint funding_call_allocation_amount_ck check (amount_cents > 0)
  );

  create table funding_line (
    pact_id uuid not null,
    id uuid not null,
    measure_id uuid not null,
    programme_id uuid not null,
    call_id uuid,
    amount_cents bigint not null,
    starts_on date not null,
    ends_on date,
    spent_cents bigint not null default 0,
    overrun_cents bigint not null default 0,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint funding_line_pk primary key (pact_id, id),
    constraint funding_line_measure_fk foreign key (pact_id, measure_id) references measure (pact_id, id),
    constraint funding_line_programme_fk foreign key (programme_id) references funding_programme (id),
    constraint funding_line_call_fk foreign key (programme_id, call_id) references funding_call (programme_id, id),
    constraint funding_line_period_ck check (ends_on >= starts_on),
    constraint funding_line_amount_ck check (amount_cents > 0),
    constraint funding_line_sums_ck check (spent_cents >= 0 and overrun_cents >= 0),
    constraint funding_line_spent_ck check (spent_cents <= amount_cents + overrun_cents)
  );
  create index funding_line_measure_ix on funding_line (pact_id, measure_id);
  create index funding_line_programme_ix on funding_line (programme_id);
  create index funding_line_call_ix on funding_line (programme_id, call_id) where call_id is not null;

  create table expenditure (
    pact_id uuid not null,
    id uuid not null,
    funding_line_id uuid not null,
    kind text not null,
    spent_on date not null,
    amount_cents bigint not null,
    corrects_expenditure_id uuid,
    decision_id uuid,
    note text,
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    constraint expenditure_pk primary key (pact_id, id),
    constraint expenditure_line_fk foreign key (pact_id, funding_line_id) references funding_line (pact_id, id),
    constraint expenditure_corrects_fk foreign key (pact_id, corrects_expenditure_id)
      references expenditure (pact_id, id),
    constraint expenditure_decision_fk foreign key (pact_id, decision_id) references decision (pact_id, id),
    constraint expenditure_kind_ck check (kind in ('expenditure', 'overrun')),
    constraint expenditure_amount_ck check (amount_cents <> 0),
    constraint expenditure_sign_ck check ((amount_cents < 0) = (corrects_expenditure_id is not null))
  );
  create index expenditure_line_ix on expenditure (pact_id, funding_line_id);
  create index expenditure_corrects_ix on expenditure (pact_id, corrects_expenditure_id)
    where corrects_expenditure_id is not null;
  create index expenditure_decision_ix on expenditure (pact_id, decision_id) where decision_id is not null;
`;

/** Nobody's name stands on a voucher. */
export const VOUCHERS = `
  create table voucher (
    pact_id uuid not null,
    id uuid not null,
    measure_id uuid not null,
    amount_cents bigint not null,
    issued_on date not null,
    expires_on date not null,
    used_on date,
    used_cents bigint,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint voucher_pk primary key (pact_id, id),
    constraint voucher_measure_fk foreign key (pact_id, measure_id) references measure (pact_id, id),
    constraint voucher_amount_ck check (amount_cents > 0),
    constraint voucher_period_ck check (expires_on >= issued_on),
    constraint voucher_use_ck check ((used_on is null) = (used_cents is null)),
    constraint voucher_used_ck check (used_on between issued_on and expires_on),
    constraint voucher_used_amount_ck check (used_cents between 1 and amount_cents)
  );
  create index voucher_measure_ix on voucher (pact_id, measure_id);
`;
