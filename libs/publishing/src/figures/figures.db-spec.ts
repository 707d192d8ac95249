import { Test, type TestingModule } from '@nestjs/testing';
import type { Request, Response } from 'express';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { Records } from '../../../test/support/records.js';
import { uuidv7 } from '#kernel';
import { FiguresEngine } from '#indicators';
import { createLog, PlatformModule, Problem, type Answer } from '#platform';
import type { FiguresQuery } from './figures-query.dto.js';
import { FiguresService, type Negotiation } from './figures.service.js';
import { PublishingModule } from './publishing.module.js';

let db: TestDatabase;
let house: TestingModule;
let service: FiguresService;
let records: Records;

beforeAll(async () => {
  db = await testDatabase();
  house = await Test.createTestingModule({
    imports: [PlatformModule.with(db.settings, createLog('silent')), PublishingModule],
  }).compile();
  service = house.get(FiguresService);
  records = await new Records(db.owner).pact('2025-01-01');
  const people = Array.from({ length: 7 }, () => uuidv7());
  await records.push({
    source: 'sil',
    participants: people.map((participantId, index) => ({
      externalId: `a-${index}`,
      participantId,
      sex: index < 5 ? 'F' : 'M',
    })),
    pathways: people.map((participantId, index) => ({
      externalId: `p-${index}`,
      participantId,
      startedOn: '2025-01-15',
    })),
  });
  const engine = house.get(FiguresEngine, { strict: false });
  await engine.compute(records.pactId, { asOf: '2025-12-31', runId: await records.run() });
});
afterAll(async () => {
  await house.close();
  await db.close();
});

interface Sent {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** What an answer would put on the wire. */
function sent(answer: Answer, ifNoneMatch?: string): Sent {
  const headers: Record<string, string> = {};
  const result = { status: 200, headers, body: '' };
  const response = {
    setHeader: (name: string, value: string) => Object.assign(headers, { [name]: value }),
    writeHead(status: number, list: string[]) {
      result.status = status;
      for (let at = 0; at < list.length; at += 2) headers[list[at]!] = list[at + 1]!;
      return this;
    },
    end: (body: string) => Object.assign(result, { body }),
  };
  const request = {
    method: 'GET',
    originalUrl: '/v1/figures?limit=2',
    headers: { 'if-none-match': ifNoneMatch },
  };
  answer.write(request as unknown as Request, response as unknown as Response, 200);
  return result;
}

async function pull(query: FiguresQuery, negotiation: Negotiation = {}): Promise<Sent> {
  return sent(await service.list(records.pactId, query, negotiation), negotiation.ifNoneMatch);
}

const itemsOf = ({ body }: Sent) => (JSON.parse(body) as { items: Record<string, unknown>[] }).items;

describe('pulling figures', () => {
  it('gives the total and the cells, with all that a figure carries', async () => {
    const items = itemsOf(await pull({ indicator: 'pathways_started', period: '2025-Q1', by: 'sex' }));
    expect(items.map(({ breakdown, value, suppression }) => [breakdown, value, suppression])).toEqual([
      [{}, 7, 'none'],
      [{ sex: 'F' }, 5, 'none'],
      [{ sex: 'M' }, null, 'primary'],
    ]);
    expect(items[0]).toMatchObject({
      indicator: 'pathways_started',
      definitionVersion: 1,
      pactId: records.pactId,
      period: '2025-Q1',
      unit: 'pathway',
      asOf: '2025-12-31',
      revision: 1,
      coverage: { reported: 1, expected: 1 },
    });
  });

  it('shows nothing of a suppressed figure but that it is one', async () => {
    const [, , hidden] = itemsOf(await pull({ indicator: 'placement_rate_180', by: 'sex' }));
    expect(hidden).toMatchObject({ breakdown: { sex: 'M' }, value: null, suppression: 'primary' });
    expect(Object.keys(hidden ?? {})).not.toEqual(expect.arrayContaining(['numerator']));
    expect(Object.keys(hidden ?? {})).not.toEqual(expect.arrayContaining(['denominator']));
  });

  it('says why a value is missing', async () => {
    const items = itemsOf(await pull({ indicator: 'job_retention_90' }));
    expect(items).toEqual([expect.objectContaining({ value: null, missing: 'no-cases', n: 0 })]);
  });

  it('answers 304 as long as nothing has changed, and not to another question', async () => {
    const first = await pull({ indicator: 'pathways_started' });
    const etag = first.headers.ETag ?? '';
    expect(etag).toMatch(/^"1-/);
    expect(await pull({ indicator: 'pathways_started' }, { ifNoneMatch: etag })).toMatchObject({
      status: 304,
      body: '',
    });
    expect(await pull({ indicator: 'pathways_closed' }, { ifNoneMatch: etag })).toMatchObject({
      status: 200,
    });
  });

  it('goes through the whole selection page by page', async () => {
    const query = { indicator: 'pathways_started', period: '2025', granularity: 'month', by: 'sex' } as const;
    const all = itemsOf(await pull({ ...query, limit: 100 }));
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await pull({ ...query, limit: 3, ...(cursor && { cursor }) });
      seen.push(...itemsOf(page));
      cursor = (JSON.parse(page.body) as { nextCursor?: string }).nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(all);
    expect(all.length).toBe(14);
  });

  it('does not go on in another pact', async () => {
    const { nextCursor } = JSON.parse((await pull({ limit: 1 })).body) as { nextCursor: string };
    await expect(service.list(uuidv7(), { limit: 1, cursor: nextCursor }, {})).rejects.toMatchObject({
      kind: { slug: 'invalid-parameter' },
      options: { errors: [{ pointer: '/cursor', code: 'unknown-cursor' }] },
    });
  });

  it('gives the same figures as CSV, all of them in one file', async () => {
    const file = await pull({ indicator: 'pathways_started', by: 'sex', format: 'csv' });
    const [head = '', ...lines] = file.body.trimEnd().split('\r\n');
    expect(file.headers['Content-Type']).toBe('text/csv; charset=utf-8');
    expect(lines).toHaveLength(3);
    expect(head.split(',').slice(0, 6)).toEqual([
      'id',
      'indicator',
      'definitionVersion',
      'pactId',
      'period',
      'sex',
    ]);
    expect((await pull({ indicator: 'pathways_started' }, { prefersCsv: true })).body).toContain(
      'since-start',
    );
  });

  it('shows the figures as they stood on a day', async () => {
    expect(itemsOf(await pull({ indicator: 'pathways_started', asOf: '2025-12-30' }))).toEqual([]);
    expect(itemsOf(await pull({ indicator: 'pathways_started', asOf: '2025-12-31' }))).toHaveLength(1);
  });

  it('refuses what it does not know with a 400 that names what it does', async () => {
    const refusal = await pull({ indicator: 'nonsense' }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Problem);
    expect((refusal as Problem).kind.status).toBe(400);
    expect((refusal as Problem).options.errors?.[0]?.detail).toContain('pathways_started');
  });

  it('knows nothing of a pact that does not exist', async () => {
    const answer = service.list(uuidv7(), {}, {}).catch((error: unknown) => (error as Problem).kind.status);
    expect(await answer).toBe(404);
  });
});
