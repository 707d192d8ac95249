import { setTimeout as wait } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import fc from 'fast-check';
import pg from 'pg';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { testSettings } from '../support/database.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';

const BATCHES = 20;
const PERMUTATIONS = 100;
const AT_ONCE = 5;
const PATIENCE_MS = 240_000;
const PHASES = ['outreach', 'intake', 'orientation', 'training', 'placement'];

const day = (number: number): string => `2025-03-${String(number + 1).padStart(2, '0')}`;

/** What a source says on one day about the same three people: it changes its mind, withdraws, and says things again. */
function saidOn(number: number, run: string): object[] {
  return [0, 1, 2].flatMap((who) => {
    const about = { participant: { scheme: 'own', value: `${run} ${who}` }, confirmedOn: day(number) };
    const pathway = { kind: 'pathway', externalId: `w${who}`, ...about };
    const job = { kind: 'employment', externalId: `e${who}`, ...about };
    const isWithdrawn = (number + who) % 7 === 3;
    return [
      { ...pathway, startedOn: '2025-01-10', phase: PHASES[(number * 3 + who) % PHASES.length] },
      isWithdrawn
        ? { ...job, op: 'delete' }
        : { ...job, startedOn: '2025-02-01', contract: 'A.01.00', hoursPerWeek: 10 + number },
    ];
  });
}

describe('the order in which batches come', () => {
  let api: TestApi;
  let worker: INestApplicationContext;
  let database: pg.Client;
  let pact: PactWithMembers;
  let partner: Client;
  let runs = 0;
  beforeAll(async () => {
    api = await startApi();
    worker = await createWorker(testSettings(api.databaseUrl));
    database = new pg.Client(api.databaseUrl);
    await database.connect();
    pact = await pactWithMembers(api, 0);
    partner = await pact.keyOf('partner');
  });
  afterAll(async () => {
    await worker.close();
    await database.end();
    await api.close();
  });

  /** Pushes a batch; `waits`: one that is written after the answer. */
  async function push(source: string, number: number, waits: boolean): Promise<void> {
    const headers: Record<string, string> = waits ? { Prefer: 'respond-async' } : {};
    const path = `${pact.path}/outcome-batches`;
    for (;;) {
      const { status } = await partner.post(path, { source, records: saidOn(number, source) }, headers);
      if (status === 200 || status === 202) return;
      expect(status).toBe(503);
      await wait(20);
    }
  }

  async function settled(source: string): Promise<void> {
    for (;;) {
      const { rows } = await database.query(
        `select from outcome_batch where source = $1 and status in ('queued', 'running') limit 1`,
        [source],
      );
      if (rows.length === 0) return;
      await wait(10);
    }
  }

  /** All that is stored of a source, but for ids and moments. */
  async function state(source: string): Promise<unknown> {
    const { rows } = await database.query<{ state: unknown }>(
      `select jsonb_build_object(
         'pathways', (select jsonb_agg(jsonb_build_array(external_id, confirmed_on, deleted, started_on, phase)
             order by external_id) from pathway where source = $1),
         'people', (select count(distinct participant_id) from pathway where source = $1),
         'jobs', (select jsonb_agg(jsonb_build_array(e.external_id, e.confirmed_on, e.deleted, e.started_on,
             e.hours_per_week, w.external_id) order by e.external_id)
           from employment_spell e left join pathway w on w.source = $1 and w.participant_id = e.participant_id
           where e.source = $1)) as state`,
      [source],
    );
    return rows[0]?.state;
  }

  async function after(
    order: readonly number[],
    inSequence: number,
    waiting: ReadonlySet<number>,
  ): Promise<unknown> {
    runs += 1;
    const source = `run-${runs}`;
    for (const number of order.slice(0, inSequence)) await push(source, number, waiting.has(number));
    for (let next = inSequence; next < order.length; next += AT_ONCE) {
      const together = order.slice(next, next + AT_ONCE);
      await Promise.all(together.map((number) => push(source, number, waiting.has(number))));
    }
    await settled(source);
    return state(source);
  }

  it(
    'is of no matter: shuffled, at the same time, at once or later, they end in the same state',
    async () => {
      const days = Array.from({ length: BATCHES }, (_, number) => number);
      const expected = await after(days, BATCHES, new Set());
      expect(JSON.stringify(expected)).toContain('2025-03-20');
      const order = fc.shuffledSubarray(days, { minLength: BATCHES, maxLength: BATCHES });
      const waiting = fc.oneof(
        { weight: 3, arbitrary: fc.constant<number[]>([]) },
        { weight: 1, arbitrary: fc.subarray(days) },
      );
      const trial = fc.asyncProperty(
        order,
        fc.integer({ min: 0, max: BATCHES }),
        waiting,
        async (...given) => {
          const [shuffled, inSequence, late] = given;
          expect(await after(shuffled, inSequence, new Set(late))).toEqual(expected);
        },
      );
      await fc.assert(trial, { numRuns: PERMUTATIONS, endOnFailure: true });
    },
    PATIENCE_MS,
  );
});
