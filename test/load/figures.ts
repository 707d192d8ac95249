import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { uuidv7 } from '#kernel';
import { bareServers, report } from './floor.js';
import { openBench } from './programs.js';
import type { Load } from './rounds.js';
import { seedPact } from './seed-pact.js';

/** Pacts besides the one that is asked for, each with as many figures. */
const PACTS = Number(process.env.PACTS ?? 50);

const API = fileURLToPath(new URL('../../apps/api/src/main.js', import.meta.url));

/** Fifty figures: the totals of one indicator, month by month. */
const QUESTION = '?indicator=fulfilment_rate&period=2022-01..2026-02&granularity=month';

/** The same figures as columns: what a bare server reads to answer the same. */
const STATEMENT = `select f.id, f.indicator, f.definition_version, f.pact_id, f.period, f.breakdown, f.numbers, f.unit,
  f.as_of, f.computed_at, f.run_id, f.revision, f.suppression, f.missing
  from figure f where f.pact_id = $1 and f.latest and f.indicator = 'fulfilment_rate' and f.dimensions = ''
    and f.period = any(array(select to_char(m, 'YYYY-MM')
      from generate_series(timestamp '2022-01-01', '2026-02-01', '1 month') m))
  order by f.indicator, f.period, f.cell limit 50`;

async function main(): Promise<void> {
  const bench = await openBench();
  try {
    const api = await bench.program(API);
    const { pactId, memberKey } = await seedPact(api.url);
    await fill(bench.databaseUrl, pactId);
    const floor = await bareServers(bench, bench.databaseUrl)(STATEMENT, pactId);
    const ask = (path: string, headers: Record<string, string> = {}): Load => ({
      name: 'ours',
      url: api.url + path,
      headers: { Authorization: `Bearer ${memberKey}`, ...headers },
    });
    const path = `/v1/pacts/${pactId}/figures${QUESTION}`;
    await report('50 figures', 0.5, ask(path), floor);
    const { headers } = await fetch(api.url + path, { headers: { Authorization: `Bearer ${memberKey}` } });
    const known = { 'If-None-Match': headers.get('etag') ?? '' };
    await report('50 figures, 304', 1, ask(path, known), floor);
    await report('50 across pacts', 0.5, ask(`/v1/figures${QUESTION}`), floor);
    for (const format of ['csv', 'jsonstat'])
      await report(format, 0.3, ask(`${path}&format=${format}`), floor);
  } finally {
    await bench.close();
  }
}

/** Five thousand figures for this pact and each of the others: 20 indicators, 62 months, four cells. */
async function fill(databaseUrl: string, pactId: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const pacts = [pactId, ...Array.from({ length: PACTS }, () => uuidv7())];
  await client.query(
    `insert into pact (id, title, common_agenda, starts_on, state, ratification_rule)
     select id, 'Patto', 'Misurare.', '2022-01-01', 'active', '{}' from unnest($1::uuid[]) id on conflict do nothing`,
    [pacts],
  );
  await client.query(
    `insert into monitoring_run (pact_id, id, trigger, status, requested_by)
     select id, id, 'schedule', 'succeeded', 'bench' from unnest($1::uuid[]) id`,
    [pacts],
  );
  await client.query(
    `insert into figure (pact_id, id, indicator, definition_version, period, cell, breakdown, dimensions, revision, unit,
       numbers, settings, suppression, fingerprint, as_of, run_id)
     select pact, gen_random_uuid(), case i when 0 then 'fulfilment_rate' else 'other_' || i end, 1,
       to_char(m, 'YYYY-MM'), case when sex = '' then '' else 'sex=' || sex end,
       case when sex = '' then '{}'::jsonb else jsonb_build_object('sex', sex) end, case when sex = '' then '' else 'sex' end,
       1, 'ratio', '{"value": 0.7333333333333333, "numerator": 44, "denominator": 60}', '{"disclosureThreshold": 3}',
       'none', 'x', '2026-02-28', pact
     from unnest($1::uuid[]) pact, generate_series(0, 19) i,
       generate_series(timestamp '2022-01-01', '2027-02-01', '1 month') m, unnest('{"",F,M,X}'::text[]) sex`,
    [pacts],
  );
  await client.query(`insert into indicator_state (pact_id, figures_version) select unnest($1::uuid[]), 1`, [
    pacts,
  ]);
  await client.query('vacuum analyze figure, indicator_state, pact');
  await client.end();
}

await main();
