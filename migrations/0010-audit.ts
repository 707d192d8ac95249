import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, type AuditedColumns } from './support/audited.js';
import { inPacts } from './support/in-pacts.js';

const OF_PACT = { pact: 'pact_id', key: 'id' };

/** Which tables the trail follows, and what it tells of them. docs/audit.md says the same in words. */
const AUDITED: Readonly<Record<string, AuditedColumns>> = {
  api_key: {
    key: 'id',
    told: 'kind, pacts, actor_id, scopes, expires_at, revoked_at, older_secret_until',
    withheld: 'name, secret_hash, older_secret_hash',
    ignored: 'last_used_at',
  },
  person: { key: 'id', told: 'issuer', withheld: 'subject' },
  role_grant: {
    ...OF_PACT,
    told: 'person_id, kind, actor_id, created_by, revoked_by, revoked_at',
    withheld: 'name',
  },
  actor: {
    key: 'id',
    told: 'name, system, kind, territory, web_page, competences, version',
    withheld: 'tax_code, contacts, services',
  },
  outcome_source: { key: 'code', told: 'owner_id' },
  pact: {
    pact: 'id',
    key: 'id',
    told: 'title, common_agenda, territory, starts_on, ends_on, state, ratification_rule, version',
  },
  pact_transition: { ...OF_PACT, told: 'from_state, to_state, made_by, made_at', withheld: 'reason' },
  pact_version: {
    ...OF_PACT,
    told: 'number, content_hash, published_at, in_force_at, version',
    digested: 'text',
  },
  membership: {
    ...OF_PACT,
    told: `actor_id, role, state, joined_on, signed_version_number, withdrawal_announced_on, withdrawal_effective_on,
      withdrawn_on, version`,
  },
  signature: {
    ...OF_PACT,
    told: 'member_id, version_number, version_hash, signed_on, recorded_at',
    withheld: 'signatory_name',
  },
  commitment: {
    ...OF_PACT,
    told: `promisor_member_id, title, resource_kind, quantity, unit, competence, starts_on, ends_on,
      conditional_on_commitment_id, state, revision, pact_agreed_at, delivered, confirmed, disputed, fulfilled_on,
      transferred_from_commitment_id, version`,
  },
  commitment_beneficiary: { ...OF_PACT, key: 'commitment_id, member_id', told: 'agreed_at, released_at' },
  commitment_milestone: { ...OF_PACT, key: 'commitment_id, position', told: 'due_on, quantity' },
  commitment_revision: { ...OF_PACT, told: 'commitment_id, revision, terms, replaced_at' },
  commitment_transition: {
    ...OF_PACT,
    told: 'commitment_id, from_state, to_state, made_by, made_at',
    withheld: 'reason',
  },
  delivery: {
    ...OF_PACT,
    told: 'commitment_id, delivered_on, quantity, corrects_delivery_id, recorded_by, recorded_at',
    digested: 'evidence',
    withheld: 'note',
  },
  delivery_verdict: {
    ...OF_PACT,
    told: 'delivery_id, verdict, member_id, given_by, given_at',
    withheld: 'note',
  },
  withdrawal_outcome: { ...OF_PACT, key: 'member_id, commitment_id', told: 'outcome, recorded_at' },
  outcome_batch: {
    ...OF_PACT,
    told: `source, mode, status, received, created, updated, unchanged, deleted, rejected, pushed_by, received_at`,
    ignored: 'participants, facts_refreshed_at',
  },
  indicator_settings: { ...OF_PACT, key: 'pact_id', told: 'settings, version' },
};

/**
 * Who changed what, when, and what it was before: written by the database itself, so that no code can forget it, and
 * chained by hash, so that no entry can be altered, taken out or moved without breaking the chain. Each pact has its
 * chain; what all pacts share has one under the id of no pact. Entries are made when a transaction commits: the lock
 * that keeps a chain in order is its last, and what is rolled back leaves neither an entry nor a gap.
 */
export class Audit1760000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE + inPacts('audit_entry') + RIGHTS + APPEND + CHANGE);
    for (const [table, columns] of Object.entries(AUDITED)) await runner.query(audited(table, columns));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(AUDITED)) await runner.query(`drop trigger audited on ${table}`);
    await runner.query(`
      drop function audit_change(), audit_append(uuid, text, text, text, jsonb, jsonb),
        audit_told(jsonb, text[], text[]);
      drop table audit_entry;
    `);
  }
}

const TABLE = `
  create table audit_entry (
    pact_id uuid not null,
    seq bigint not null,
    at timestamptz not null,
    principal text not null,
    request text,
    entity text not null,
    entity_id text collate "C" not null,
    action text not null,
    before jsonb,
    after jsonb,
    prev_hash bytea not null,
    hash bytea not null,
    constraint audit_entry_pk primary key (pact_id, seq),
    constraint audit_entry_action_ck check (action in ('insert', 'update', 'delete')),
    constraint audit_entry_hashes_ck check (octet_length(prev_hash) = 32 and octet_length(hash) = 32)
  );
  create index audit_entry_entity_ix on audit_entry (pact_id, entity_id);
`;

/** The programs read, and that is all: entries are written by functions that run as the owner of the table. */
const RIGHTS = `
  revoke insert, update, delete on audit_entry from patti_app;
  create policy written on audit_entry to current_role using (true) with check (true);
  create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
`;

/**
 * A transaction that writes in the chain of a pact and in the shared one locks them in this order, whichever it needs
 * first. The hash covers the hash before it and every field, as the text of a JSON array.
 */
const APPEND = `
  create function audit_append(chain uuid, entity text, entity_id text, action text, before jsonb, after jsonb)
  returns void language plpgsql as $$
  declare
    at constant timestamptz := clock_timestamp();
    principal constant text := coalesce(nullif(current_setting('patti.principal', true), ''), 'login:' || session_user);
    request constant text := nullif(current_setting('patti.request', true), '');
  begin
    if chain = no_pact() and current_pact() is not null then
      perform pg_advisory_xact_lock(hashtextextended(current_pact()::text, 0));
    end if;
    perform pg_advisory_xact_lock(hashtextextended(chain::text, 0));
    insert into audit_entry
      select chain, head.seq + 1, at, principal, request, entity, entity_id, action, before, after, head.hash,
        sha256(head.hash || convert_to(jsonb_build_array(
          chain, head.seq + 1, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          principal, request, entity, entity_id, action, before, after)::text, 'UTF8'))
      from (
        (select e.seq, e.hash from audit_entry e where e.pact_id = chain order by e.seq desc limit 1)
        union all select 0, decode(repeat('00', 32), 'hex') limit 1
      ) head;
  end $$;
  revoke execute on function audit_append from public;
`;

/**
 * A value is told only where the table's list says so: a column that nobody thought of shows that it was there.
 * Null is left out, and of a row that was changed all that stayed the same.
 */
const CHANGE = `
  create function audit_told(columns jsonb, told text[], digested text[]) returns jsonb
  language plpgsql immutable strict as $$
  declare
    delicate constant jsonb := columns - told;
    name text;
  begin
    if delicate = '{}' then return columns; end if;
    for name in select jsonb_object_keys(delicate) loop
      columns := columns || jsonb_build_object(name, case
        when name = any(digested)
          then jsonb_build_object('sha256', encode(sha256(convert_to(columns ->> name, 'UTF8')), 'hex'))
        else '{"withheld": true}' end);
    end loop;
    return columns;
  end $$;

  create function audit_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    silent constant text[] := tg_argv[3];
    this_row jsonb;
    before jsonb;
    after jsonb;
  begin
    if tg_op <> 'INSERT' then
      this_row := to_jsonb(old);
      before := jsonb_strip_nulls(this_row - silent);
    end if;
    if tg_op <> 'DELETE' then
      this_row := to_jsonb(new);
      after := jsonb_strip_nulls(this_row - silent);
    end if;
    if tg_op = 'UPDATE' then
      select jsonb_object_agg(name, o.value) filter (where o.value is not null),
        jsonb_object_agg(name, n.value) filter (where n.value is not null)
      into before, after
      from jsonb_each(before) o(name, value) full join jsonb_each(after) n(name, value) using (name)
      where o.value is distinct from n.value;
      if before is null and after is null then return null; end if;
    end if;
    perform audit_append(
      coalesce((this_row ->> tg_argv[0])::uuid, no_pact()), tg_table_name,
      concat_ws('/', this_row ->> tg_argv[4], this_row ->> tg_argv[5]), lower(tg_op),
      audit_told(before, tg_argv[1]::text[], tg_argv[2]::text[]),
      audit_told(after, tg_argv[1]::text[], tg_argv[2]::text[]));
    return null;
  end $$;
`;
