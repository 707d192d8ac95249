import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Module, type INestApplication } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import {
  buildOpenApi,
  createLog,
  notFound,
  Operation,
  PlatformAdapter,
  PlatformModule,
  ProblemFilter,
} from '#platform';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';

const END = { since: '2026-01-01', sunset: '2026-07-01', instead: '/v2/things' };
const HEADERS = {
  deprecation: '@1767225600',
  sunset: 'Wed, 01 Jul 2026 00:00:00 GMT',
  link: '</v2/things>; rel="successor-version"',
};

@Controller('v1/things')
class Things {
  @Get()
  @Operation({ id: 'thing_list', summary: 'List', description: 'All.', permission: 'x', deprecated: END })
  list(): object {
    return { items: [] };
  }

  @Get('none')
  @Operation({ id: 'thing_show', summary: 'Show', permission: 'x', deprecated: END })
  show(): never {
    throw notFound();
  }

  @Get('new')
  @Operation({ id: 'thing_new', summary: 'New', permission: 'x' })
  inUse(): object {
    return {};
  }
}

describe('a deprecated operation', () => {
  let db: TestDatabase;
  let app: INestApplication;
  let url: string;
  beforeAll(async () => {
    db = await testDatabase();
    @Module({
      imports: [PlatformModule.with(db.settings, createLog('silent'))],
      controllers: [Things],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    })
    class Application {}
    app = await NestFactory.create(Application, new PlatformAdapter(), { logger: false });
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/v1/things`;
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });

  it.each([
    ['', 200],
    ['/none', 404],
  ])('says in every answer since when, until when, and what to use instead: %s', async (path, status) => {
    const answer = await fetch(url + path);
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject(HEADERS);
  });

  it('is the only one that says so', async () => {
    const { headers } = await fetch(`${url}/new`);
    expect(Object.keys(HEADERS).filter((name) => headers.has(name))).toEqual([]);
  });

  it('is marked in the document, with its headers and its end in words', () => {
    const { paths } = buildOpenApi(app);
    const [old, current] = [paths['/v1/things']?.get, paths['/v1/things/new']?.get];
    expect(old?.deprecated).toBe(true);
    expect(old?.description).toBe(
      'Deprecated since 2026-01-01; it may be gone from 2026-07-01 on. Instead: `/v2/things`. All.',
    );
    expect(old?.responses['200']).toHaveProperty('headers.Sunset');
    expect(current?.deprecated).toBeUndefined();
    expect(current?.responses['200']).not.toHaveProperty('headers.Sunset');
  });

  it('cannot end before it is deprecated', () => {
    const backwards = { ...END, sunset: '2025-12-31' };
    expect(() => Operation({ id: 'x_show', summary: 'X', permission: 'x', deprecated: backwards })).toThrow(
      'deprecated since 2026-01-01 cannot end on 2025-12-31',
    );
  });
});
