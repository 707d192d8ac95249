import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '../support/api.js';
import { ASYNC, lines, NDJSON, record, records, WaitingStage } from '../support/waiting-stage.js';

const PATIENCE_MS = 60_000;

describe('a batch that is written after the answer', () => {
  let stage: WaitingStage;
  let coordinator: Client;
  beforeAll(async () => {
    stage = await WaitingStage.set();
    const wish = {
      name: 'DPO',
      kind: 'coordinator',
      pacts: [stage.pact.pactId],
      scopes: ['data-subject:serve'],
    };
    coordinator = stage.api.client((await stage.api.admin.post('/v1/api-keys', wish)).body.key);
  });
  afterAll(() => stage.clear());

  it(
    'is accepted with all its rows, waits sealed, and tells how it goes',
    async () => {
      const sent = {
        source: 'sil',
        records: [...records('first', 3), record('first:3', { endedOn: '2024-01-01' })],
      };
      const { status, headers, body } = await stage.partner.post(stage.path, sent, ASYNC);
      expect(status).toBe(202);
      expect(headers.get('location')).toBe(`${stage.path}/${body.id}`);
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
      const waiting = await stage.partner.get(`${stage.path}/${body.id}`);
      expect(waiting.headers.get('retry-after')).not.toBeNull();
      expect(waiting.body).toEqual(body);
      const { rows } = await stage.database.query<{ sealed: Buffer }>(
        'select sealed from outcome_batch_chunk',
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]?.sealed.toString('latin1')).not.toContain('first:0');
      expect(await stage.stored('first')).toBe(0);

      await stage.startWorker();
      const done = await stage.ended(body.id);
      expect(done).toMatchObject({
        status: 'partial',
        counts: { ...counts, created: 3, rejected: 1, pending: 0 },
        progress: { processed: 4, received: 4 },
      });
      expect(done.results).toHaveLength(4);
      expect(await stage.stored('first')).toBe(3);
      expect(await stage.chunks(body.id)).toBe(0);
      expect(await stage.count('recomputation_due')).toBeLessThanOrEqual(1);
      const batch = await stage.database.query(
        'select cardinality(participants) as n from outcome_batch where id = $1',
        [body.id],
      );
      expect(batch.rows).toEqual([{ n: 3 }]);
      // What the direct way says of the same rows now.
      const again = await stage.partner.post(stage.path, sent);
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
      const first = await stage.partner.post(stage.path, sent, headers);
      const second = await stage.partner.post(stage.path, sent, headers);
      expect([first.status, second.status]).toEqual([202, 202]);
      expect(second.headers.get('idempotent-replayed')).toBe('true');
      expect(second.headers.get('location')).toBe(first.headers.get('location'));
      expect(second.body).toEqual(first.body);
      const done = await stage.ended(first.body.id);
      expect(done.counts.created).toBe(5);
      await stage.stopWorker();
      await stage.startWorker();
      expect((await stage.partner.get(`${stage.path}/${first.body.id}`)).body).toEqual(done);
    },
    PATIENCE_MS,
  );

  it(
    'is what a long batch becomes, chunk by chunk',
    async () => {
      const sent = lines('long', 12_001);
      const { status, headers, body } = await stage.partner.post(`${stage.path}?source=sil`, sent, {
        'Content-Type': 'application/x-ndjson',
      });
      expect(status).toBe(202);
      expect(headers.get('preference-applied')).toBeNull();
      const done = await stage.ended(body.id);
      expect(done.counts).toMatchObject({ received: 12_001, created: 12_001, pending: 0 });
      expect(await stage.count('outcome_batch_results where batch_id = $1', [body.id])).toBe(3);
      expect(await stage.stored('long')).toBe(12_001);
      const told = String((await stage.partner.get(`${stage.path}/${body.id}/results`)).body)
        .trim()
        .split('\n');
      expect(told.map((line) => (JSON.parse(line) as { index: number }).index)).toEqual(
        Array.from({ length: 12_001 }, (_, index) => index),
      );
    },
    PATIENCE_MS,
  );

  it(
    'stores all or nothing when it is atomic, and nothing when it is dry',
    async () => {
      const unfit = [...records('atom', 3), record('atom:3', { endedOn: '2024-01-01' })];
      const refused = await stage.partner.post(
        `${stage.path}?mode=atomic`,
        { source: 'sil', records: unfit },
        ASYNC,
      );
      const dry = await stage.partner.post(
        `${stage.path}?dryRun=true`,
        { source: 'sil', records: unfit },
        ASYNC,
      );
      const fit = await stage.partner.post(
        `${stage.path}?mode=atomic`,
        { source: 'sil', records: records('whole', 3) },
        ASYNC,
      );
      const told = await stage.ended(refused.body.id);
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
      expect(await stage.ended(dry.body.id)).toMatchObject({
        status: 'partial',
        dryRun: true,
        counts: { created: 3, rejected: 1, pending: 0 },
      });
      expect(await stage.stored('atom')).toBe(0);
      expect(await stage.ended(fit.body.id)).toMatchObject({ status: 'succeeded', counts: { created: 3 } });
      expect(await stage.stored('whole')).toBe(3);
      for (const { body } of [refused, dry, fit]) expect(await stage.chunks(body.id)).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'can be stopped while it waits, and then writes nothing',
    async () => {
      await stage.stopWorker();
      const { body } = await stage.partner.post(
        stage.path,
        { source: 'sil', records: records('stopped', 4) },
        ASYNC,
      );
      const stranger = await stage.pact.keyOf('partner');
      expect((await stranger.post(`${stage.path}/${body.id}/cancellation`)).status).toBe(404);
      const cancelled = await stage.partner.post(`${stage.path}/${body.id}/cancellation`);
      expect(cancelled.status).toBe(200);
      expect(cancelled.body).toMatchObject({
        status: 'cancelled',
        counts: { received: 4, created: 0, pending: 4 },
      });
      expect((await stage.partner.post(`${stage.path}/${body.id}/cancellation`)).body).toEqual(
        cancelled.body,
      );
      await stage.startWorker();
      const { body: other } = await stage.partner.post(
        stage.path,
        { source: 'sil', records: records('after', 1) },
        ASYNC,
      );
      await stage.ended(other.id);
      expect((await stage.partner.get(`${stage.path}/${body.id}`)).body).toEqual(cancelled.body);
      expect(await stage.stored('stopped')).toBe(0);
      expect(await stage.chunks(body.id)).toBe(0);
      const late = await stage.partner.post(`${stage.path}/${other.id}/cancellation`);
      expect(late.body.type).toBe('/problems/batch-not-cancellable');
    },
    PATIENCE_MS,
  );

  it(
    'does not bring back who is erased while it waits',
    async () => {
      await stage.partner.post(stage.path, { source: 'sil', records: records('gone', 1) });
      await stage.stopWorker();
      const { body } = await stage.partner.post(
        stage.path,
        { source: 'sil', records: [record('gone:0', { endedOn: '2025-06-01' }), ...records('stays', 1)] },
        ASYNC,
      );
      const person = { scheme: 'own', value: 'person of gone:0' };
      const erasure = { identifier: person, purpose: 'data_subject_request' };
      expect((await coordinator.post('/v1/participant-erasures', erasure)).status).toBe(200);
      await stage.startWorker();
      const done = await stage.ended(body.id);
      expect(done.results).toEqual([
        {
          index: 0,
          outcome: 'rejected',
          errors: [{ pointer: '/participant', code: 'erased', detail: expect.any(String) }],
        },
        { index: 1, externalId: 'stays:0', outcome: 'created', id: expect.any(String) },
      ]);
      expect(await stage.stored('gone')).toBe(0);
      expect((await coordinator.post('/v1/participant-erasures', erasure)).status).toBe(404);
      // Who comes again is someone else.
      expect(
        (await stage.partner.post(stage.path, { source: 'sil', records: records('gone', 1) })).body.counts
          .created,
      ).toBe(1);
    },
    PATIENCE_MS,
  );

  it(
    'keeps what has been written when it is stopped in the midst of it',
    async () => {
      const sent = lines('midst', 60_000);
      const { body } = await stage.partner.post(`${stage.path}?source=sil`, sent, NDJSON);
      const address = `${stage.path}/${body.id}`;
      for (let tries = 0; tries < 1_000; tries += 1) {
        if ((await stage.partner.get(address)).body.progress.processed > 0) break;
        await wait(10);
      }
      const { status, body: cancelled } = await stage.partner.post(`${address}/cancellation`);
      expect([status, cancelled.status]).toEqual([200, 'cancelled']);
      const { received, created, pending } = cancelled.counts;
      expect(created).toBeGreaterThan(0);
      expect(pending).toBeGreaterThan(0);
      expect(created + pending).toBe(received);
      await wait(500);
      expect((await stage.partner.get(address)).body).toEqual(cancelled);
      expect(await stage.stored('midst')).toBe(created);
      expect(await stage.chunks(body.id)).toBe(0);
      const batch = await stage.database.query(
        'select cardinality(participants) as n, facts_refreshed_at is null as due from outcome_batch where id = $1',
        [body.id],
      );
      expect(batch.rows[0].n).toBe(created);
    },
    PATIENCE_MS,
  );
});
