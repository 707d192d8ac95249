import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../../apps/demo/src/generator/random.js';
import { Client } from '../support/api.js';
import { DataHome, type StandaloneProgram } from '../support/standalone-program.js';
import { push, PushingPartner, type Batch } from './pushing.js';
import { brokenPromises } from './stored-batches.js';

const SEED = Number(process.env.SEED ?? 20_261_121);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const PARTNERS = 3;
const PATIENCE_MS = 60_000;
const BACK_MS = 15_000;

const isAcknowledged = ({ acknowledged }: Batch): boolean => acknowledged !== undefined;

/**
 * The death of a process does not try what a power cut would: the operating system keeps what was handed to it.
 * `SEED=… ROUNDS=…` tries other moments.
 */
describe(`pushing while programs are killed (seed ${SEED})`, () => {
  const home = new DataHome();
  const random = Random.of(SEED);
  const batches: Batch[] = [];
  let program: StandaloneProgram;
  let url: string;
  let path: string;
  let key: string;

  const start = async (): Promise<void> => {
    program = home.launch();
    url = await program.ready();
  };
  const admin = (): Client => new Client(url, home.secret('admin-key'));
  const faults = (): Promise<string[]> => home.onDatabase((database) => brokenPromises(database, batches));

  /** Partners push until nobody answers, which `strike` sees to at a random moment. */
  async function pushUntil(round: string, strike: () => void | Promise<void>): Promise<void> {
    const partners = Array.from(
      { length: PARTNERS },
      (_, index) => new PushingPartner(`${round}-${index}`, SEED),
    );
    const pushing = partners.map((partner) => partner.pushUntilSilence(url + path, key));
    // However slow the machine is: there has to be something that may not be lost.
    while (!partners.some((partner) => partner.batches.some(isAcknowledged))) await wait(20);
    await wait(random.whole(100, 1_500));
    await strike();
    await Promise.all(pushing);
    batches.push(...partners.flatMap((partner) => partner.batches));
  }

  beforeAll(async () => {
    await start();
    const pact = await admin().post('/v1/pacts', {
      title: 'Patto',
      commonAgenda: 'Lavoro',
      territory: ['015146'],
      startsOn: '2024-01-01',
      ratificationRule: { kind: 'all_signatories' },
    });
    path = `/v1/pacts/${pact.body.id}/outcome-batches`;
    const partner = { name: 'SIL', kind: 'partner', pacts: [pact.body.id] };
    key = (await admin().post('/v1/api-keys', partner)).body.key as string;
  }, PATIENCE_MS);
  afterAll(() => home.remove(), PATIENCE_MS);

  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    'loses and doubles nothing when the program is killed, and takes over the database it left (%i)',
    async (round) => {
      await pushUntil(`program${round}`, () => program.signal('SIGKILL'));
      const orphan = home.postmaster;
      await start();
      expect(home.postmaster).not.toBe(orphan);
      expect(await faults()).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'loses and doubles nothing when the database is killed together with the program',
    async () => {
      await pushUntil('both', async () => {
        const killed = home.killDatabase();
        program.signal('SIGKILL');
        await killed;
      });
      await start();
      expect(await faults()).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'says when to come back while the database is dead, brings it back, and loses and doubles nothing',
    async () => {
      const statuses: number[] = [];
      await pushUntil('database', async () => {
        const killed = home.killDatabase();
        for (const until = Date.now() + BACK_MS; Date.now() < until; await wait(20)) {
          const { status, headers, body } = await admin().get('/health/ready');
          const wasDead = statuses.includes(503);
          statuses.push(status);
          if (status === 200 && wasDead) break;
          if (status !== 200) expect(body.type).toBe('/problems/temporarily-unavailable');
          if (status !== 200) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
        }
        await killed;
      });
      expect(new Set(statuses)).toEqual(new Set([200, 503]));
      expect(statuses.at(-1)).toBe(200);
      expect(await faults()).toEqual([]);
      const partner = new PushingPartner('afterwards', SEED);
      batches.push(partner.next());
      await push(url + path, key, batches.at(-1)!);
      expect(await faults()).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'does what nobody acknowledged once, however often it is pushed again with its idempotency key',
    async () => {
      const headers = { 'Idempotency-Key': 'again-and-again' };
      const batch = new PushingPartner('keyed', SEED).next();
      batches.push(batch);
      for (let attempt = 0; attempt < 2; attempt++) {
        const attempts = push(url + path, key, batch, headers).catch(() => undefined);
        await wait(random.whole(0, 60));
        await program.end('SIGKILL');
        await attempts;
        await start();
      }
      const { counts } = await push(url + path, key, batch, headers);
      expect(counts).toMatchObject({ created: batch.fit, rejected: batch.unfit });
      expect(await push(url + path, key, batch, headers)).toMatchObject({ counts });
      expect(await faults()).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'finds everything unchanged that was acknowledged when all of it is pushed again',
    async () => {
      const doubtful = batches.filter((batch) => !isAcknowledged(batch));
      expect(batches.length - doubtful.length).toBeGreaterThanOrEqual(ROUNDS);
      expect(doubtful.length).toBeGreaterThanOrEqual(ROUNDS);
      for (const { acknowledged, fit, unfit, ...batch } of batches) {
        const { counts } = await push(url + path, key, { ...batch, fit, unfit });
        const news = acknowledged === undefined ? counts.created : 0;
        expect([0, fit]).toContain(news);
        expect(counts).toEqual({
          received: fit + unfit,
          created: news,
          updated: 0,
          unchanged: fit - news,
          deleted: 0,
          rejected: unfit,
        });
      }
      expect(await faults()).toEqual([]);
      expect(await program.end('SIGTERM')).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'would not go unnoticed if it lost or halved a batch',
    async () => {
      await start();
      const [told] = batches.filter(isAcknowledged) as [Batch];
      const without = (which: string): Promise<string[]> =>
        home.onDatabase(async (database) => {
          await database.query('begin');
          for (const table of ['participant_record', 'pathway', 'employment_spell']) {
            await database.query(`delete from ${table} where external_id ${which}`);
          }
          return brokenPromises(database, batches);
        });
      expect(await without(`like '${told.name}:%'`)).toContain(
        `${told.name} was acknowledged and is missing`,
      );
      const half = `${told.name} is half there: ${told.fit - 1} of ${told.fit}`;
      expect(await without(`= '${told.name}:0'`)).toContain(half);
      expect(await faults()).toEqual([]);
      expect(await program.end('SIGTERM')).toBe(0);
    },
    PATIENCE_MS,
  );
});
