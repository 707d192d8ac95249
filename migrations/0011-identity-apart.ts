import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who someone is, apart from what became of them: a schema and a role of its own. The programs cannot read or write the
 * table, only ask the functions here, which answer no more than they are asked for. `pepper` tells under which secret
 * an identifier was hashed, since a hash cannot be made anew without the identifier.
 */
export class IdentityApart1760000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'patti_identity') then
          create role patti_identity nologin;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$;
      grant patti_identity to current_user;

      create schema identity authorization patti_identity;
      alter table participant_identity add column pepper integer;
      alter table participant_identity set schema identity;
      revoke all on identity.participant_identity from public, patti_app;
      alter table identity.participant_identity owner to patti_identity;
    `);
    await runner.query(`set local role patti_identity`);
    await runner.query(FUNCTIONS);
    await runner.query(`reset role`);
    await runner.query(`revoke patti_identity from current_user`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant patti_identity to current_user;
      drop function identity.known(bytea[]), identity.add(bytea[], uuid[], integer),
        identity.renew(bytea[], bytea[], integer), identity.hold(uuid[]), identity.seize(uuid[]), identity.forget(uuid[]), identity.left_behind(integer, integer),
        identity.listed(bytea, bytea, bytea[]);
      grant create on schema public to patti_identity;
      alter table identity.participant_identity drop column pepper;
      alter table identity.participant_identity set schema public;
      do $$ begin
        execute format('alter table participant_identity owner to %I', current_user);
      end $$;
      grant select, insert, update, delete on participant_identity to patti_app;
      drop schema identity;
      revoke create on schema public from patti_identity;
      revoke patti_identity from current_user;
    `);
  }
}

/** Each runs as its owner, and finds names nowhere but here, whatever its caller has made elsewhere. */
const AS_OWNER = 'language sql security definer set search_path = pg_catalog, identity, pg_temp';

const FUNCTIONS = `
  create function identity.known(hmacs bytea[]) returns table (place bigint, participant_id uuid)
  ${AS_OWNER} stable rows 5000 as $$
    select u.place, i.participant_id
    from unnest(hmacs) with ordinality as u(hmac, place)
    cross join lateral (
      select participant_id from participant_identity where identifier_hmac = u.hmac offset 0
    ) i
  $$;

  -- How many were added: the others have been added by someone else.
  create function identity.add(hmacs bytea[], ids uuid[], of_pepper integer) returns integer
  ${AS_OWNER} as $$
    with added as (
      insert into participant_identity (identifier_hmac, participant_id, pepper)
      select hmac, id, of_pepper from unnest(hmacs, ids) as u(hmac, id)
      on conflict on constraint participant_identity_pk do nothing
      returning 1
    )
    select count(*)::integer from added
  $$;

  -- The same people under another pepper. Who is known there already stays who they are.
  create function identity.renew(former bytea[], present bytea[], of_pepper integer) returns void
  ${AS_OWNER} as $$
    with renewed as (
      insert into participant_identity (identifier_hmac, participant_id, pepper)
      select u.present, i.participant_id, of_pepper
      from unnest(former, present) as u(former, present)
      join participant_identity i on i.identifier_hmac = u.former
      order by u.present
      on conflict on constraint participant_identity_pk do nothing
      returning identifier_hmac
    )
    delete from participant_identity i
    using unnest(former, present) as u(former, present) join renewed r on r.identifier_hmac = u.present
    where i.identifier_hmac = u.former
  $$;

  -- Of these people those who are still known; nobody can erase them until the transaction ends.
  create function identity.hold(ids uuid[]) returns setof uuid
  ${AS_OWNER} as $$
    select participant_id from participant_identity where participant_id = any(ids)
    order by identifier_hmac for key share
  $$;

  -- The same for who erases them: waits for all who hold them, and nobody can hold them any more.
  create function identity.seize(ids uuid[]) returns setof uuid
  ${AS_OWNER} as $$
    select participant_id from participant_identity where participant_id = any(ids)
    order by identifier_hmac for update
  $$;

  create function identity.forget(ids uuid[]) returns integer
  ${AS_OWNER} as $$
    with forgotten as (delete from participant_identity where participant_id = any(ids) returning 1)
    select count(*)::integer from forgotten
  $$;

  -- How many are filed under another pepper. Who was filed before peppers were told apart is under the oldest in use.
  create function identity.left_behind(present integer, oldest integer) returns integer
  ${AS_OWNER} as $$
    update participant_identity set pepper = oldest where pepper is null;
    select count(*)::integer from participant_identity where pepper <> present
  $$;

  -- Whom a list of erasures names. It holds HMAC-SHA-256 of the HMACs here, under a key of which these are the pads.
  create function identity.listed(inner_pad bytea, outer_pad bytea, hashes bytea[])
  returns table (hash bytea, participant_id uuid)
  ${AS_OWNER} stable as $$
    select h.hash, i.participant_id
    from participant_identity i
    cross join lateral (select sha256(outer_pad || sha256(inner_pad || identifier_hmac)) as hash) h
    where h.hash = any(hashes)
  $$;

  revoke all on all functions in schema identity from public;
  grant usage on schema identity to patti_app;
  grant execute on all functions in schema identity to patti_app;
`;
