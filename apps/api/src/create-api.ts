import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Application } from 'express';
import {
  createLog,
  Database,
  guardChanges,
  Metrics,
  Places,
  PlatformAdapter,
  RequestLimits,
  type Log,
  type Settings,
} from '#platform';
import { ApiModule } from './api.module.js';
import { boundConnections } from './connection-bounds.js';
import { publishDocuments } from './documents.js';
import { frontDoor } from './front-door.js';
import { SignIn } from './sign-in.js';

/** Connections to the database that streamed uploads leave to everybody else. */
const KEPT_FREE = 2;

/** The whole HTTP application, ready to listen. */
export async function createApi(settings: Settings, log: Log = createLog(settings.logLevel)) {
  const app = await NestFactory.create<NestExpressApplication>(
    ApiModule.with(settings, log),
    new PlatformAdapter(),
    {
      bodyParser: false,
      logger: false,
      abortOnError: false,
    },
  );
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', settings.trustedProxies);
  const [database, signIn, limits] = [app.get(Database), app.get(SignIn), app.get(RequestLimits)];
  const uploads = new Places(Math.max(1, settings.databasePoolSize - KEPT_FREE));
  const metrics = app.get(Metrics);
  app.use(frontDoor({ log, metrics, database, signIn, limits, uploads }));
  publishDocuments(app);
  guardChanges(app);
  boundConnections(app.getHttpServer(), new Places(settings.maxConnections), trustedBy(app));
  return app;
}

/** What Express made of the setting. */
function trustedBy(app: NestExpressApplication): (address: string, hop: number) => boolean {
  const express = app.getHttpAdapter().getInstance() as Application;
  return express.get('trust proxy fn') as (address: string, hop: number) => boolean;
}
