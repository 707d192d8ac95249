import { request as httpRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { INTAKE_HANDLERS } from '#intake';
import { ASYNC, lines, records, WaitingStage } from '../support/waiting-stage.js';

const PATIENCE_MS = 60_000;

describe('a batch that waits', () => {
  let stage: WaitingStage;
  beforeAll(async () => {
    stage = await WaitingStage.set();
  });
  afterAll(() => stage.clear());

  it(
    'ends also when the queue has forgotten it',
    async () => {
      await stage.stopWorker();
      const { body } = await stage.partner.post(
        stage.path,
        { source: 'sil', records: records('forgotten', 2) },
        ASYNC,
      );
      await stage.has(0, 'outbox');
      const tables = await stage.database.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename like '%job%'`,
      );
      expect(tables.rows.length).toBeGreaterThan(0);
      await stage.database.query(`truncate ${tables.rows.map(({ name }) => name).join(', ')} cascade`);
      await stage.startWorker();
      const sweeper = (await stage.startWorker()).get<{ handle(): Promise<void> }>(INTAKE_HANDLERS[1]!);
      await sweeper.handle();
      await wait(300);
      // Not yet: somebody may be about to take it up.
      expect((await stage.partner.get(`${stage.path}/${body.id}`)).body.status).toBe('queued');
      await stage.database.query(
        `update outcome_batch set moved_at = now() - interval '61 seconds' where id = $1`,
        [body.id],
      );
      await sweeper.handle();
      expect((await stage.ended(body.id)).counts.created).toBe(2);
    },
    PATIENCE_MS,
  );

  it(
    'is nowhere when its body breaks off, wherever that is',
    async () => {
      const sent = lines('cut', 12_001);
      const before = await stage.count('outcome_batch');
      const breakOff = (bytes: number): Promise<void> =>
        new Promise((resolve) => {
          const request = httpRequest(`${stage.api.url}${stage.path}?source=sil`, {
            method: 'POST',
            headers: {
              Authorization: `Bearer ${stage.partner.token}`,
              'Content-Type': 'application/x-ndjson',
              'Content-Length': Buffer.byteLength(sent),
              ...ASYNC,
            },
          });
          request.on('error', () => resolve()).on('close', () => resolve());
          request.write(sent.slice(0, bytes), () => setTimeout(() => request.destroy(), 50));
        });
      for (let at = 0; at < 10; at += 1) await breakOff(Math.floor((sent.length * at) / 10) + 7);
      await wait(200);
      expect(await stage.count('outcome_batch')).toBe(before);
      expect(
        await stage.count('outcome_batch_chunk where batch_id not in (select id from outcome_batch)'),
      ).toBe(0);
      expect(await stage.stored('cut')).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'fails when a chunk kills whoever tries it, and begins anew when that is mended',
    async () => {
      await stage.stopWorker();
      const { body } = await stage.partner.post(
        stage.path,
        { source: 'sil', records: records('lethal', 2) },
        ASYNC,
      );
      await stage.database.query('update outcome_batch_chunk set attempts = 4 where batch_id = $1', [
        body.id,
      ]);
      const { body: other } = await stage.partner.post(
        stage.path,
        { source: 'sil', records: records('deadly', 2) },
        ASYNC,
      );
      await stage.database.query('update outcome_batch_chunk set attempts = 5 where batch_id = $1', [
        other.id,
      ]);
      await stage.startWorker();
      expect((await stage.ended(body.id)).status).toBe('succeeded');
      expect(await stage.ended(other.id)).toMatchObject({ status: 'failed', problem: 'process-died' });
      await stage.has(1, 'dead_letter');
      const replayed = await stage.api.admin.post('/v1/dead-letters/replays', { job: 'run-outcome-batch' });
      expect(replayed.body).toEqual({ replayed: 1 });
      await stage.has(2, `pathway where external_id like 'deadly:%'`);
      expect((await stage.ended(other.id)).status).toBe('succeeded');
    },
    PATIENCE_MS,
  );

  it(
    'fails with a problem when its rows cannot be read, becomes a dead letter, and is taken up when that is replayed',
    async () => {
      await stage.stopWorker();
      const { body } = await stage.partner.post(
        stage.path,
        { source: 'sil', records: records('poison', 5_010) },
        ASYNC,
      );
      const { rows } = await stage.database.query<{ sealed: Buffer }>(
        `update outcome_batch_chunk c set sealed = '\\x00'::bytea || c.sealed from outcome_batch_chunk o
       where c.batch_id = $1 and c.position = 1 and o.pact_id = c.pact_id and o.batch_id = c.batch_id and o.position = 1
       returning o.sealed`,
        [body.id],
      );
      await stage.startWorker();
      const failed = await stage.ended(body.id);
      expect(failed).toMatchObject({
        status: 'failed',
        problem: 'unreadable-rows',
        counts: { received: 5_010, created: 5_000, pending: 10 },
      });
      expect(await stage.stored('poison')).toBe(5_000);
      const letters = await stage.api.admin.get('/v1/dead-letters?job=run-outcome-batch&replayed=false');
      expect(letters.body.items).toEqual([
        {
          id: expect.any(String),
          job: 'run-outcome-batch',
          data: { pactId: stage.pact.pactId, batchId: body.id },
          code: 'unreadable-rows',
          attempts: 1,
          since: expect.any(String),
          failedAt: expect.any(String),
        },
      ]);
      await stage.database.query(
        `update outcome_batch_chunk set sealed = $2 where batch_id = $1 and position = 1`,
        [body.id, rows[0]?.sealed],
      );
      const letter = `/v1/dead-letters/${letters.body.items[0].id}`;
      expect((await stage.api.admin.post(`${letter}/replay`)).body.replayedAt).toEqual(expect.any(String));
      expect((await stage.api.admin.post(`${letter}/replay`)).body.type).toBe(
        '/problems/dead-letter-replayed',
      );
      await stage.has(5_010, `pathway where external_id like 'poison:%'`);
      expect(await stage.ended(body.id)).toMatchObject({
        status: 'succeeded',
        counts: { created: 5_010, pending: 0 },
      });
      const audited = await stage.count(`audit_entry where entity = 'dead_letter' and entity_id = $1`, [
        letters.body.items[0].id,
      ]);
      expect(audited).toBe(2);
    },
    PATIENCE_MS,
  );
});
