import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { uuidv7 } from '#kernel';
import { seedPact, type SeededPact } from './seed-pact.js';
import { bareServers, report } from './floor.js';
import { ADMIN_KEY, openBench, type Bench } from './programs.js';
import type { Load } from './rounds.js';

const ROWS = Number(process.env.ROWS ?? 10_000);

const API = fileURLToPath(new URL('../../apps/api/src/main.js', import.meta.url));

/** The row as columns, with its parts as JSON: what a bare server reads to answer the same. */
const ROW = `select c.id, c.promisor_member_id, c.title, c.resource_kind, c.quantity, c.unit, c.competence, c.starts_on,
  c.ends_on, c.conditional_on_commitment_id, c.state, c.revision, c.delivered, c.confirmed, c.disputed, c.fulfilled_on,
  c.version, c.created_at, c.updated_at,
  (select json_agg(json_build_object('memberId', member_id, 'agreedAt', agreed_at) order by member_id)
   from commitment_beneficiary b where b.pact_id = c.pact_id and b.commitment_id = c.id) as beneficiaries,
  (select json_agg(json_build_object('dueOn', due_on, 'quantity', quantity) order by position)
   from commitment_milestone m where m.pact_id = c.pact_id and m.commitment_id = c.id) as milestones
  from commitment c`;

/** The same three inserts, with what was sent in $3 and nothing checked. */
const INSERT = `with c as (
  insert into commitment (pact_id, id, promisor_member_id, title, resource_kind, quantity, unit, starts_on, ends_on)
  select $1, gen_random_uuid(), $2, d->>'title', d->'resource'->>'kind', (d->'resource'->>'quantity')::numeric,
    d->'resource'->>'unit', (d->>'startsOn')::date, (d->>'endsOn')::date from (select $3::json as d) given returning *),
  b as (insert into commitment_beneficiary (pact_id, commitment_id, member_id)
    select $1, c.id, m::uuid from c, json_array_elements_text($3::json->'beneficiaryMemberIds') m),
  m as (insert into commitment_milestone (pact_id, commitment_id, position, due_on, quantity)
    select $1, c.id, n, (x->>'dueOn')::date, (x->>'quantity')::numeric
    from c, json_array_elements($3::json->'milestones') with ordinality as x(x, n))
  select * from c`;

interface Measured {
  readonly bench: Bench;
  readonly seeded: SeededPact;
  readonly path: string;
}

async function main(): Promise<void> {
  const bench = await openBench();
  try {
    const api = await bench.program(API);
    const seeded = await seedPact(api.url);
    const one = await fill(bench.databaseUrl, seeded);
    const measured = { bench, seeded, path: `${api.url}/v1/pacts/${seeded.pactId}/commitments` };
    await measureReads(measured, one);
    await measureWrites(measured);
  } finally {
    await bench.close();
  }
}

async function measureReads({ bench, seeded, path }: Measured, one: string): Promise<void> {
  const reference = bareServers(bench, bench.databaseUrl);
  const bareGet = await reference(`${ROW} where c.pact_id = $1 and c.id = $2`, seeded.pactId, one);
  await report('GET one', 0.45, asMember(seeded, `${path}/${one}`), bareGet);
  const { headers } = await fetch(`${path}/${one}`, { headers: { Authorization: `Bearer ${ADMIN_KEY}` } });
  const known = { 'If-None-Match': headers.get('etag') ?? '' };
  await report('GET one, 304', 0.6, asMember(seeded, `${path}/${one}`, { headers: known }), bareGet);
  const bareList = await reference(`${ROW} where c.pact_id = $1 order by c.id limit 50`, seeded.pactId);
  await report('GET list of 50', 0.95, asMember(seeded, path), bareList);
}

async function measureWrites({ bench, seeded, path }: Measured): Promise<void> {
  const reference = bareServers(bench, await bareTables(bench.databaseUrl));
  const post = {
    method: 'POST' as const,
    body: JSON.stringify(seeded.draft),
    headers: { 'Content-Type': 'application/json' },
  };
  const barePost = await reference(INSERT, seeded.pactId, seeded.promisorMemberId);
  await report('POST one', 0.4, asMember(seeded, path, post), barePost, post);
}

const asMember = ({ memberKey }: SeededPact, url: string, more: Partial<Load> = {}): Load => ({
  name: 'ours',
  url,
  ...more,
  headers: { Authorization: `Bearer ${memberKey}`, ...more.headers },
});

/** The same tables with their keys and checks, and without the audit trail; the address finds them first. */
async function bareTables(databaseUrl: string): Promise<string> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(`
    create schema bare;
    create table bare.commitment (like commitment including all,
      foreign key (pact_id, promisor_member_id) references membership (pact_id, id));
    create table bare.commitment_beneficiary (like commitment_beneficiary including all,
      foreign key (pact_id, commitment_id) references bare.commitment (pact_id, id),
      foreign key (pact_id, member_id) references membership (pact_id, id));
    create table bare.commitment_milestone (like commitment_milestone including all,
      foreign key (pact_id, commitment_id) references bare.commitment (pact_id, id));
  `);
  await client.end();
  return `${databaseUrl}?options=${encodeURIComponent('-c search_path=bare,public')}`;
}

/** Many commitments at once, as the API would have written them; gives the id of one in the middle. */
async function fill(
  databaseUrl: string,
  { pactId, promisorMemberId, beneficiaryMemberId }: SeededPact,
): Promise<string> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const ids = Array.from({ length: ROWS }, () => uuidv7());
  await client.query(
    `insert into commitment (pact_id, id, promisor_member_id, title, resource_kind, quantity, unit, starts_on, ends_on)
     select $1, id, $2, 'Ore di tutoraggio in azienda', 'staff_time', 120, 'hours', '2026-01-01', '2026-12-31'
     from unnest($3::uuid[]) id`,
    [pactId, promisorMemberId, ids],
  );
  await client.query(
    `insert into commitment_beneficiary (pact_id, commitment_id, member_id) select $1, id, $2 from unnest($3::uuid[]) id`,
    [pactId, beneficiaryMemberId, ids],
  );
  await client.query(
    `insert into commitment_milestone (pact_id, commitment_id, position, due_on, quantity)
     select $1, id, n, date '2026-01-01' + 90 * n, 60 from unnest($2::uuid[]) id, generate_series(1, 2) n`,
    [pactId, ids],
  );
  await client.query('vacuum analyze commitment, commitment_beneficiary, commitment_milestone');
  await client.end();
  return ids[Math.floor(ROWS / 2)] ?? '';
}

await main();
