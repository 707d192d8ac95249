import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { buildOpenApi, createLog, PlatformAdapter, readSettings } from '#platform';
import { ApiModule } from './api.module.js';

const NOWHERE = { DATABASE_URL: 'postgres://nowhere.invalid/none', PARTICIPANT_PEPPER: 'x'.repeat(32) };

/** The OpenAPI document without a database: for docs/openapi.json and whoever generates clients. */
export async function describeApi(): Promise<object> {
  const module = ApiModule.with(readSettings(NOWHERE), createLog('silent'), { connect: false });
  const app = await NestFactory.create(module, new PlatformAdapter(), { logger: false, abortOnError: false });
  return buildOpenApi(app);
}
