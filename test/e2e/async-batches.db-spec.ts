import { request as httpRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { INTAKE_HANDLERS } from '#intake';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { testSettings } from '../support/database.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';

const ASYNC = { Prefer: 'respond-async' };
const PATIENCE_MS = 60_000;
const UNDER_WAY = ['queued', 'running'];

const record = (externalId: string, more: object = {}) => ({
  kind: 'pathway',
  externalId,
  participant: { scheme: 'own', value: `person of ${externalId}` },
  startedOn: '2025-01-10',
  ...more,
});
const records = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => record(`${name}:${index}`));

describe('a batch that is written after the answer', () => {
  let api: TestApi;
  let worker: INestApplicationContext | undefined;
  let database: pg.Client;
  let pact: PactWithMembers;
  let path: string;
  let partner: Client;
  let coordinator: Client;

  const startWorker = async (): Promise<void> => {
    worker ??= await createWorker(testSettings(api.databaseUrl));
  };
  const stopWorker = async (): Promise<void> => {
    await worker?.close();
    worker = undefined;
  };
  beforeAll(async () => {
    api = await startApi({ DIRECT_BATCH_ROWS: '6000' });
    database = new pg.Client(api.databaseUrl);
    await database.connect();
    pact = await pactWithMembers(api, 0);
    path = `${pact.path}/outcome-batches`;
    partner = await pact.keyOf('partner');
    const wish = { name: 'DPO', kind: 'coordinator', pacts: [pact.pactId], scopes: ['data-subject:serve'] };
    coordinator = api.client((await api.admin.post('/v1/api-keys', wish)).body.key);
  });
  afterAll(async () => {
    await stopWorker();
    await database.end();
    await api.close();
  });

  const ended = async (id: string) => {
    for (const until = Date.now() + 20_000; ; await wait(20)) {
      const { body } = await partner.get(`${path}/${id}`);
      if (!UNDER_WAY.includes(body.status)) return body;
      if (Date.now() > until) throw new Error(`still ${body.status}`);
    }
  };
  const count = async (sql: string, values: unknown[] = []): Promise<number> =>
    Number((await database.query<{ n: string }>(`select count(*) as n from ${sql}`, values)).rows[0]?.n);
  const stored = (name: string): Promise<number> => count(`pathway where external_id like $1`, [`${name}:%`]);
  const chunks = (id: string): Promise<number> => count(`outcome_batch_chunk where batch_id = $1`, [id]);

  it(
    'is accepted with all its rows, waits sealed, and tells how it goes',
    async () => {
      const sent = {
        source: 'sil',
        records: [...records('first', 3), record('first:3', { endedOn: '2024-01-01' })],
      };
      const { status, headers, body } = await partner.post(path, sent, ASYNC);
      expect(status).toBe(202);
      expect(headers.get('location')).toBe(`${path}/${body.id}`);
      expect(headers.get('preference-applied')).toBe('respond-async');
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      const counts = {
        received: 4,
        created: 0,
        updated: 0,
        unchanged: 0,
        deleted: 0,
        rejected: 0,
        pending: 4,
      };
      expect(body).toMatchObject({
        status: 'queued',
        counts,
        progress: { processed: 0, received: 4 },
        results: [],
      });
      const waiting = await partner.get(`${path}/${body.id}`);
      expect(waiting.headers.get('retry-after')).not.toBeNull();
      expect(waiting.body).toEqual(body);
      const { rows } = await database.query<{ sealed: Buffer }>('select sealed from outcome_batch_chunk');
      expect(rows).toHaveLength(1);
      expect(rows[0]?.sealed.toString('latin1')).not.toContain('first:0');
      expect(await stored('first')).toBe(0);

      await startWorker();
      const done = await ended(body.id);
      expect(done).toMatchObject({
        status: 'partial',
        counts: { ...counts, created: 3, rejected: 1, pending: 0 },
        progress: { processed: 4, received: 4 },
      });
      expect(done.results).toHaveLength(4);
      expect(await stored('first')).toBe(3);
      expect(await chunks(body.id)).toBe(0);
      expect(await count('recomputation_due')).toBeLessThanOrEqual(1);
      const batch = await database.query(
        'select cardinality(participants) as n from outcome_batch where id = $1',
        [body.id],
      );
      expect(batch.rows).toEqual([{ n: 3 }]);
      // What the direct way says of the same rows now.
      const again = await partner.post(path, sent);
      expect(again.status).toBe(200);
      expect(again.body.counts).toMatchObject({ unchanged: 3, rejected: 1 });
      expect(again.body.counts.pending).toBeUndefined();
    },
    PATIENCE_MS,
  );

  it(
    'is the same batch for a repeated request, and the report the same for whoever restarts',
    async () => {
      const headers = { ...ASYNC, 'Idempotency-Key': 'once' };
      const sent = { source: 'sil', records: records('keyed', 5) };
      const first = await partner.post(path, sent, headers);
      const second = await partner.post(path, sent, headers);
      expect([first.status, second.status]).toEqual([202, 202]);
      expect(second.headers.get('idempotent-replayed')).toBe('true');
      expect(second.headers.get('location')).toBe(first.headers.get('location'));
      expect(second.body).toEqual(first.body);
      const done = await ended(first.body.id);
      expect(done.counts.created).toBe(5);
      await stopWorker();
      await startWorker();
      expect((await partner.get(`${path}/${first.body.id}`)).body).toEqual(done);
    },
    PATIENCE_MS,
  );

  it(
    'is what a long batch becomes, chunk by chunk',
    async () => {
      const sent = records('long', 12_001)
        .map((each) => JSON.stringify(each))
        .join('\n');
      const { status, headers, body } = await partner.post(`${path}?source=sil`, sent, {
        'Content-Type': 'application/x-ndjson',
      });
      expect(status).toBe(202);
      expect(headers.get('preference-applied')).toBeNull();
      const done = await ended(body.id);
      expect(done.counts).toMatchObject({ received: 12_001, created: 12_001, pending: 0 });
      expect(await count('outcome_batch_results where batch_id = $1', [body.id])).toBe(3);
      expect(await stored('long')).toBe(12_001);
      const lines = String((await partner.get(`${path}/${body.id}/results`)).body)
        .trim()
        .split('\n');
      expect(lines.map((line) => (JSON.parse(line) as { index: number }).index)).toEqual(
        Array.from({ length: 12_001 }, (_, index) => index),
      );
    },
    PATIENCE_MS,
  );

  it(
    'stores all or nothing when it is atomic, and nothing when it is dry',
    async () => {
      const unfit = [...records('atom', 3), record('atom:3', { endedOn: '2024-01-01' })];
      const refused = await partner.post(`${path}?mode=atomic`, { source: 'sil', records: unfit }, ASYNC);
      const dry = await partner.post(`${path}?dryRun=true`, { source: 'sil', records: unfit }, ASYNC);
      const fit = await partner.post(
        `${path}?mode=atomic`,
        { source: 'sil', records: records('whole', 3) },
        ASYNC,
      );
      const told = await ended(refused.body.id);
      expect(told).toMatchObject({
        status: 'failed',
        counts: { unchanged: 3, rejected: 1, created: 0, pending: 0 },
      });
      expect(told.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
        'unchanged',
        'unchanged',
        'unchanged',
        'rejected',
      ]);
      expect(await ended(dry.body.id)).toMatchObject({
        status: 'partial',
        dryRun: true,
        counts: { created: 3, rejected: 1, pending: 0 },
      });
      expect(await stored('atom')).toBe(0);
      expect(await ended(fit.body.id)).toMatchObject({ status: 'succeeded', counts: { created: 3 } });
      expect(await stored('whole')).toBe(3);
      for (const { body } of [refused, dry, fit]) expect(await chunks(body.id)).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'can be stopped while it waits, and then writes nothing',
    async () => {
      await stopWorker();
      const { body } = await partner.post(path, { source: 'sil', records: records('stopped', 4) }, ASYNC);
      const stranger = await pact.keyOf('partner');
      expect((await stranger.post(`${path}/${body.id}/cancellation`)).status).toBe(404);
      const cancelled = await partner.post(`${path}/${body.id}/cancellation`);
      expect(cancelled.status).toBe(200);
      expect(cancelled.body).toMatchObject({
        status: 'cancelled',
        counts: { received: 4, created: 0, pending: 4 },
      });
      expect((await partner.post(`${path}/${body.id}/cancellation`)).body).toEqual(cancelled.body);
      await startWorker();
      const { body: other } = await partner.post(
        path,
        { source: 'sil', records: records('after', 1) },
        ASYNC,
      );
      await ended(other.id);
      expect((await partner.get(`${path}/${body.id}`)).body).toEqual(cancelled.body);
      expect(await stored('stopped')).toBe(0);
      expect(await chunks(body.id)).toBe(0);
      const late = await partner.post(`${path}/${other.id}/cancellation`);
      expect(late.body.type).toBe('/problems/batch-not-cancellable');
    },
    PATIENCE_MS,
  );

  it(
    'does not bring back who is erased while it waits',
    async () => {
      await partner.post(path, { source: 'sil', records: records('gone', 1) });
      await stopWorker();
      const { body } = await partner.post(
        path,
        { source: 'sil', records: [record('gone:0', { endedOn: '2025-06-01' }), ...records('stays', 1)] },
        ASYNC,
      );
      const person = { scheme: 'own', value: 'person of gone:0' };
      const erasure = { identifier: person, purpose: 'data_subject_request' };
      expect((await coordinator.post('/v1/participant-erasures', erasure)).status).toBe(200);
      await startWorker();
      const done = await ended(body.id);
      expect(done.results).toEqual([
        {
          index: 0,
          outcome: 'rejected',
          errors: [{ pointer: '/participant', code: 'erased', detail: expect.any(String) }],
        },
        { index: 1, externalId: 'stays:0', outcome: 'created', id: expect.any(String) },
      ]);
      expect(await stored('gone')).toBe(0);
      expect((await coordinator.post('/v1/participant-erasures', erasure)).status).toBe(404);
      // Who comes again is someone else.
      expect(
        (await partner.post(path, { source: 'sil', records: records('gone', 1) })).body.counts.created,
      ).toBe(1);
    },
    PATIENCE_MS,
  );

  it(
    'ends also when the queue has forgotten it',
    async () => {
      await stopWorker();
      const { body } = await partner.post(path, { source: 'sil', records: records('forgotten', 2) }, ASYNC);
      for (let tries = 0; (await count('outbox')) > 0 && tries < 200; tries += 1) await wait(20);
      const tables = await database.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename like '%job%'`,
      );
      expect(tables.rows.length).toBeGreaterThan(0);
      await database.query(`truncate ${tables.rows.map(({ name }) => name).join(', ')} cascade`);
      await startWorker();
      const sweeper = worker!.get<{ handle(): Promise<void> }>(INTAKE_HANDLERS[1]!);
      await sweeper.handle();
      await wait(300);
      // Not yet: somebody may be about to take it up.
      expect((await partner.get(`${path}/${body.id}`)).body.status).toBe('queued');
      await database.query(
        `update outcome_batch set moved_at = now() - interval '61 seconds' where id = $1`,
        [body.id],
      );
      await sweeper.handle();
      expect((await ended(body.id)).counts.created).toBe(2);
    },
    PATIENCE_MS,
  );

  it(
    'is nowhere when its body breaks off, wherever that is',
    async () => {
      const sent = records('cut', 12_001)
        .map((each) => JSON.stringify(each))
        .join('\n');
      const before = await count('outcome_batch');
      const breakOff = (bytes: number): Promise<void> =>
        new Promise((resolve) => {
          const request = httpRequest(`${api.url}${path}?source=sil`, {
            method: 'POST',
            headers: {
              Authorization: `Bearer ${partner.token}`,
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
      expect(await count('outcome_batch')).toBe(before);
      expect(await count('outcome_batch_chunk where batch_id not in (select id from outcome_batch)')).toBe(0);
      expect(await stored('cut')).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'fails with a problem when its rows cannot be read, becomes a dead letter, and is taken up when that is replayed',
    async () => {
      await stopWorker();
      const { body } = await partner.post(path, { source: 'sil', records: records('poison', 5_010) }, ASYNC);
      const { rows } = await database.query<{ sealed: Buffer }>(
        `update outcome_batch_chunk c set sealed = '\\x00'::bytea || c.sealed from outcome_batch_chunk o
       where c.batch_id = $1 and c.position = 1 and o.pact_id = c.pact_id and o.batch_id = c.batch_id and o.position = 1
       returning o.sealed`,
        [body.id],
      );
      await startWorker();
      const failed = await ended(body.id);
      expect(failed).toMatchObject({
        status: 'failed',
        problem: 'unreadable-rows',
        counts: { received: 5_010, created: 5_000, pending: 10 },
      });
      expect(await stored('poison')).toBe(5_000);
      const letters = await api.admin.get('/v1/dead-letters?job=run-outcome-batch&replayed=false');
      expect(letters.body.items).toEqual([
        {
          id: expect.any(String),
          job: 'run-outcome-batch',
          data: { pactId: pact.pactId, batchId: body.id },
          code: 'unreadable-rows',
          attempts: 1,
          since: expect.any(String),
          failedAt: expect.any(String),
        },
      ]);
      await database.query(
        `update outcome_batch_chunk set sealed = $2 where batch_id = $1 and position = 1`,
        [body.id, rows[0]?.sealed],
      );
      const letter = `/v1/dead-letters/${letters.body.items[0].id}`;
      expect((await api.admin.post(`${letter}/replay`)).body.replayedAt).toEqual(expect.any(String));
      expect((await api.admin.post(`${letter}/replay`)).body.type).toBe('/problems/dead-letter-replayed');
      for (let tries = 0; (await stored('poison')) < 5_010 && tries < 500; tries += 1) await wait(20);
      expect(await ended(body.id)).toMatchObject({
        status: 'succeeded',
        counts: { created: 5_010, pending: 0 },
      });
      const audited = await count(`audit_entry where entity = 'dead_letter' and entity_id = $1`, [
        letters.body.items[0].id,
      ]);
      expect(audited).toBe(2);
    },
    PATIENCE_MS,
  );
});
