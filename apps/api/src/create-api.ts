import 'reflect-metadata';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Authenticator } from '#identity';
import { createLog, guardChanges, PlatformAdapter, type Log, type Settings } from '#platform';
import { ApiModule } from './api.module.js';
import { publishDocuments } from './documents.js';
import { frontDoor } from './front-door.js';
import { refuseUnreadable } from './unreadable-requests.js';

const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 300_000;
const KEEP_ALIVE_MS = 65_000;

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
  app.enable('case sensitive routing');
  app.set('query parser', 'simple');
  app.use(frontDoor(log, app.get(Authenticator)));
  publishDocuments(app);
  guardChanges(app);
  boundConnections(app.getHttpServer());
  return app;
}

/** Slow and half-open clients may not hold on to the server. */
function boundConnections(server: Server): void {
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('clientError', refuseUnreadable);
}
