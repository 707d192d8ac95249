import { fileURLToPath } from 'node:url';
import { bareServers, report } from './floor.js';
import { openBench } from './programs.js';
import type { Load } from './rounds.js';
import { seedPact, send } from './seed-pact.js';
import { fillPlan } from './plan-rows.js';

const API = fileURLToPath(new URL('../../apps/api/src/main.js', import.meta.url));

/** Fifty of a table as columns: what a bare server reads to answer a list. */
const fifty = (table: string): string => `select * from ${table} where pact_id = $1 order by id limit 50`;

/** What is told of it, at which path, and the table that the bare server reads instead. */
const listsOf = (gridId: string): readonly [string, string, string][] => [
  ['measures', 'measures', 'measure'],
  ['open questions', 'measures/open-questions', 'measure'],
  ['funding lines', 'funding-lines', 'funding_line'],
  ['expenditures', 'expenditures', 'expenditure'],
  ['grid cells', `grids/${gridId}/cells`, 'grid_cell'],
  ['gaps', 'line-of-sight/gaps', 'problem'],
  ['problems', 'problems', 'problem'],
  ['objectives', 'objectives', 'objective'],
  ['agenda findings', 'agenda-findings', 'problem'],
];

const GRAPH = `with recursive below (id) as (
    select id from objective where pact_id = $1 and code = 'O1'
    union select l.means_id from below b join objective_link l on l.pact_id = $1 and l.end_id = b.id)
  select distinct m.* from below b
    join measure_objective x on x.pact_id = $1 and x.objective_id = b.id
    join measure m on m.pact_id = $1 and m.id = x.measure_id`;

const times = <Each>(count: number, make: (place: number) => Each): Each[] =>
  Array.from({ length: count }, (_, place) => make(place));

/** As large as a pact may be asked to take at once: 2,000 measures and a tree of 300 problems. */
const LARGE = {
  code: 'large',
  version: 1,
  name: { it: 'Grande' },
  problems: times(300, (place) => ({ code: `p${place}`, name: { it: 'Problema' }, isCore: place === 0 })),
  problemLinks: times(299, (place) => ({ cause: `p${place + 1}`, effect: `p${Math.floor(place / 3)}` })),
  measures: times(2000, (place) => ({ code: `m${place}`, name: { it: `Misura ${place}` } })),
};

/** An empty pact takes it, and then once more. */
async function timeApplications(url: string): Promise<void> {
  const { pactId } = await seedPact(url);
  for (const what of ['template applied', 'applied again']) {
    const since = performance.now();
    await send(url, 'POST', `/v1/pacts/${pactId}/template-applications`, { document: LARGE });
    console.log(`${what.padEnd(16)} ${Math.round(performance.now() - since)} ms (goal 2000)`);
  }
}

async function main(): Promise<void> {
  const bench = await openBench();
  try {
    const api = await bench.program(API);
    const { pactId, memberKey, promisorMemberId } = await seedPact(api.url);
    const { objectiveId, leafId, commitmentId, gridId } = await fillPlan(
      bench.databaseUrl,
      pactId,
      promisorMemberId,
    );
    const floor = bareServers(bench, bench.databaseUrl);
    const ask = (path: string): Load => ({
      name: 'ours',
      url: `${api.url}/v1/pacts/${pactId}/${path}`,
      headers: { Authorization: `Bearer ${memberKey}` },
    });
    for (const [name, path, table] of listsOf(gridId)) {
      await report(name, 0.3, ask(path), await floor(fifty(table), pactId));
    }
    const tree = `select * from problem where pact_id = $1`;
    await report('problem tree', 0.5, ask('problem-tree'), await floor(tree, pactId));
    const graph = await floor(GRAPH, pactId);
    await report('from the root', 0.5, ask(`objectives/${objectiveId}/line-of-sight`), graph);
    await report('from a leaf', 1, ask(`objectives/${leafId}/line-of-sight`), graph);
    await report('from a promise', 1, ask(`commitments/${commitmentId}/line-of-sight`), graph);
    await timeApplications(api.url);
  } finally {
    await bench.close();
  }
}

await main();
