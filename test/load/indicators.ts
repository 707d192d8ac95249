import 'reflect-metadata';
import pg from 'pg';
import { DataSource } from 'typeorm';
import {
  Catalogue,
  completeSettings,
  FactsService,
  factSettingsOf,
  figuresEngineOn,
  subjectOf,
} from '#indicators';
import { uuidv7 } from '#kernel';
import { createLog, Database, dataSourceOptions } from '#platform';
import { fillWithPeople } from './indicator-rows.js';
import { addUp, countAll, estimate } from './indicator-statements.js';
import { openBench } from './programs.js';
import { CUTOFF, R1, R2, REFERENCE_TABLES } from './reference-statements.js';
import { median } from './rounds.js';

/**
 * What figures cost, against two statements written by hand on the same data in the same minute. ROWS pathways, three
 * spells each, a pact for each thousand. ROUNDS of each pair.
 */
const ROWS = Number(process.env.ROWS ?? 1_000_000);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const PACTS = Math.max(Math.round(ROWS / 1_000), 10);
const PUSHED = 1_000;
/** As many as a worker rebuilds at a time. */
const WORKERS = 2;

const bench = await openBench();
const owner = new pg.Client(bench.databaseUrl);
const dataSource = new DataSource({ ...dataSourceOptions(bench.settings), entities: [] });
try {
  await owner.connect();
  await dataSource.initialize();
  const database = new Database(dataSource, createLog('silent'));
  await fillWithPeople(owner, ROWS, PACTS);
  await owner.query(REFERENCE_TABLES);
  console.log(`${ROWS} pathways, ${ROWS * 3} spells, ${PACTS} pacts; median of ${ROUNDS} ratios`);
  await sayRebuild(database);
  await sayStatements();
  await sayFreshness(database);
} finally {
  await dataSource.destroy();
  await owner.end();
  await bench.close();
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

async function rowsOf<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  return (await owner.query<Row>(text)).rows;
}

function say(what: string, ratio: number, reach: string, more = ''): void {
  console.log(`${what.padEnd(46)} ${ratio.toFixed(2).padStart(6)}   (at most ${reach})${more}`);
}

async function pactsBySize(): Promise<string[]> {
  const rows = await rowsOf<{ pact_id: string }>(
    `select pact_id from pathway group by pact_id order by count(*), pact_id`,
  );
  return rows.map((row) => row.pact_id);
}

async function sayRebuild(database: Database): Promise<void> {
  const facts = new FactsService(database);
  const settings = factSettingsOf(completeSettings());
  const pacts = await pactsBySize();
  const rebuild = async (): Promise<void> => {
    const waiting = pacts.values();
    const worker = async (): Promise<void> => {
      for (const pactId of waiting) await database.transaction(() => facts.rebuild(pactId, settings));
    };
    await Promise.all(Array.from({ length: WORKERS }, worker));
  };
  const reference = (await seconds(() => owner.query(R1))) + (await seconds(() => owner.query(R2)));
  const own = await seconds(rebuild);
  await owner.query('vacuum analyze');
  say('rebuilding all facts / (R1 + R2)', own / reference, '10', `   ${own.toFixed(1)} s`);
}

/** The statements of these definitions over all pacts, one for each fact. */
async function sayStatements(): Promise<void> {
  const people = (await Catalogue.load()).all.filter(({ fact }) => subjectOf(fact) === 'people');
  const totals = people.map((each) => ({ ...each, breakdowns: [] }));
  const single = people.map((each) => ({
    ...each,
    breakdowns: each.breakdowns.filter((cut) => cut.length === 1),
  }));
  const retention = totals.filter(({ measure }) => measure.kind === 'retention');
  const counted = totals.filter(({ measure }) => measure.kind !== 'retention');
  // Grouping in memory, as for a run over everything.
  await owner.query(`set work_mem = '64MB'`);
  await sayRatio('person-level totals / R1', R1, '1.5', () => countAll(owner, counted, addUp));
  await sayRatio('all single breakdowns / R1', R1, '10', () => countAll(owner, single, () => undefined));
  await sayRatio('retention at 90, 180, 365 / R2', R2, '1', () => countAll(owner, retention, estimate));
}

async function sayRatio(
  what: string,
  reference: string,
  reach: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const ratios: number[] = [];
  const own: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const base = await seconds(() => owner.query(reference));
    own.push(await seconds(work));
    ratios.push((own.at(-1) ?? 0) / base);
  }
  say(what, median(ratios), reach, `   ${median(own).toFixed(2)} s`);
}

/** One pact as a worker computes it: anew, when nothing has changed, and after a push. */
async function sayFreshness(database: Database): Promise<void> {
  const engine = figuresEngineOn(database, await Catalogue.load());
  const pacts = await pactsBySize();
  const middle = pacts[Math.floor(pacts.length / 2)]!;
  let changed = 0;
  const compute = async (rebuild = false): Promise<number> => {
    const runId = uuidv7();
    await owner.query(
      `insert into monitoring_run (pact_id, id, trigger, status, requested_by) values ($1, $2, 'request', 'running', 'bench')`,
      [middle, runId],
    );
    return seconds(async () => {
      ({ changed } = await engine.compute(middle, { runId, asOf: CUTOFF, rebuild }));
    });
  };
  console.log(`the middle pact, for the first time             ${(await compute()).toFixed(2)} s`);
  const same: number[] = [];
  for (let round = 0; round < 5; round += 1) same.push(await compute());
  console.log(
    `  again, when nothing has changed              ${(median(same) * 1_000).toFixed(0)} ms   (at most 50)`,
  );
  await push(middle);
  console.log(
    `  after a push of ${PUSHED} rows                   ${(await compute()).toFixed(2)} s   (under 2)`,
  );
  await compute(true);
  console.log(`  figures that a rebuild of its facts changes  ${changed}   (none)`);
}

/** As intake leaves it: changed jobs of people of the pact, and the batch that tells of them. */
async function push(pactId: string): Promise<void> {
  await owner.query(
    `with changed as (
       update employment_spell set ended_on = coalesce(ended_on, started_on) + 1
       where pact_id = $1 and id in (select id from employment_spell where pact_id = $1 order by id limit ${PUSHED})
       returning participant_id
     )
     insert into outcome_batch (pact_id, id, source, mode, status, received, created, updated, unchanged, deleted,
       rejected, participants, pushed_by)
     select $1, $2, 'bench', 'partial', 'succeeded', 0, 0, 0, 0, 0, 0, array_agg(distinct participant_id), 'bench' from changed`,
    [pactId, uuidv7()],
  );
}
