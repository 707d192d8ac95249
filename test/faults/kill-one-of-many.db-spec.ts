import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../../apps/demo/src/generator/random.js';
import { Client } from '../support/api.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { SeparatePrograms } from '../support/separate-programs.js';
import { push, PushingPartner, type Acknowledgement, type Batch } from './pushing.js';
import { brokenPromises, disagreements } from './stored-batches.js';

const SEED = Number(process.env.SEED ?? 20_261_125);
/** Deaths of each kind. */
const KILLS = Number(process.env.KILLS ?? 20);
const PARTNERS = 2;
const WATCH_MS = 250;
const PATIENCE_MS = 200_000 + 15_000 * KILLS;
const SIZES = [
  [50, 4],
  [600, 3],
  [5_500, 1],
] as const;

/**
 * Everything runs for itself, and one after the other dies at a random moment while partners push, at once and to be
 * written later. `KILLS=200` for once, `SEED=…` for other moments.
 */
describeWithRedis(`pushing while one of several programs is killed (seed ${SEED})`, () => {
  const programs = new SeparatePrograms();
  const random = Random.of(SEED);
  const batches: Batch[] = [];
  const faults = new Set<string>();
  let redis: TestRedis;
  let path: string;
  let key: string;
  let isOver = false;

  beforeAll(async () => {
    redis = await startRedis();
    await programs.start(redis);
    const admin = new Client(programs.url, programs.adminKey);
    const pact = await admin.post('/v1/pacts', {
      title: 'Patto',
      commonAgenda: 'Lavoro',
      territory: ['015146'],
      startsOn: '2024-01-01',
      ratificationRule: { kind: 'all_signatories' },
    });
    path = `/v1/pacts/${pact.body.id}/outcome-batches`;
    const partner = { name: 'SIL', kind: 'partner', pacts: [pact.body.id] };
    key = (await admin.post('/v1/api-keys', partner)).body.key as string;
  }, PATIENCE_MS);
  afterAll(async () => {
    isOver = true;
    await programs.stop();
    await redis.stop();
  }, PATIENCE_MS);

  /** Sends one batch after the other, whatever becomes of them. */
  async function pushOn(name: string): Promise<void> {
    const partner = new PushingPartner(name, SEED, SIZES);
    for (let turn = 0; !isOver; turn += 1) {
      const batch = partner.next();
      partner.batches.push(batch);
      batches.push(batch);
      const headers: Record<string, string> = turn % 2 === 0 ? {} : { Prefer: 'respond-async' };
      await push(programs.url + path, key, batch, headers).then(
        (acknowledged) => (batch.acknowledged = acknowledged),
        () => wait(20),
      );
    }
  }

  /** At every moment, as far as the database can be asked. */
  async function watch(): Promise<void> {
    for (; !isOver; await wait(WATCH_MS)) {
      const found = await programs.home.onDatabase(disagreements).catch(() => []);
      for (const fault of found) faults.add(fault);
    }
  }

  const show = async (id: string): Promise<Partial<Acknowledgement>> => {
    const { body } = await new Client(programs.url, key).get(`${path}/${id}`);
    return body as Partial<Acknowledgement>;
  };

  /** What a batch that was accepted is told of when it has ended. */
  async function settled({ id }: Acknowledgement): Promise<Acknowledgement> {
    for (const until = Date.now() + 150_000; ; await wait(50)) {
      const { status, counts } = await show(id);
      if (counts === undefined) throw new Error(`${id} was accepted and is missing`);
      if (status !== 'queued' && status !== 'running') {
        const { received, created, updated, unchanged, deleted, rejected } = counts;
        return {
          id,
          status: `${status}`,
          counts: { received, created, updated, unchanged, deleted, rejected },
        };
      }
      if (Date.now() > until) throw new Error(`${id} is ${status} for ever`);
    }
  }

  /** Also those of which nobody was told that they had been accepted. */
  async function allEnded(): Promise<void> {
    const underWay = `select from outcome_batch where status in ('queued', 'running') limit 1`;
    for (const until = Date.now() + 150_000; Date.now() < until; await wait(100)) {
      const { rowCount } = await programs.home.onDatabase((database) => database.query(underWay));
      if (rowCount === 0) return;
    }
    throw new Error('a batch goes on for ever');
  }

  it(
    'loses and doubles nothing, and ends every batch that was accepted',
    async () => {
      const pushing = Array.from({ length: PARTNERS }, (_, index) => pushOn(`partner${index}`));
      const watching = watch();
      const deaths: Record<string, () => Promise<void>> = {
        redis: () => redis.kill(),
        worker: () => programs.kill('worker'),
        database: () => programs.home.killDatabase(),
        api: () => programs.kill('api'),
      };
      for (let kill = 0; kill < KILLS; kill += 1) {
        for (const die of Object.values(deaths)) {
          await wait(random.whole(50, 400));
          await die();
        }
        await programs.ready();
      }
      isOver = true;
      await Promise.all([...pushing, watching]);
      await programs.ready();
      const accepted = batches.filter(({ acknowledged }) => acknowledged !== undefined);
      for (const batch of accepted) batch.acknowledged = await settled(batch.acknowledged!);
      await allEnded();
      expect([...faults]).toEqual([]);
      expect(await programs.home.onDatabase((database) => brokenPromises(database, batches))).toEqual([]);
      expect(accepted.length).toBeGreaterThan(KILLS);
      const waited = await programs.home.onDatabase((database) =>
        database.query('select count(*)::int as n from outcome_batch where was_accepted'),
      );
      expect(waited.rows[0]?.n).toBeGreaterThan(KILLS / 2);
    },
    PATIENCE_MS,
  );
});
