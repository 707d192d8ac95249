import 'reflect-metadata';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import swaggerUi from 'swagger-ui-express';
import { Authenticator } from '#identity';
import {
  accessLog,
  AllowedMethods,
  buildOpenApi,
  callerOf,
  createLog,
  jsonBody,
  PlatformAdapter,
  requestId,
  type Log,
  type Settings,
} from '#platform';
import { ApiModule } from './api.module.js';
import { securityHeaders } from './security-headers.js';

/** Addresses whose handlers read the body themselves, as it comes. */
const STREAMED = /\/outcome-batches\/?$/;

const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 300_000;
const KEEP_ALIVE_MS = 65_000;

/** The whole HTTP application, ready to listen. Order matters: who is asking is known before a body is read. */
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
  app.use(
    requestId,
    accessLog(log, (request) => callerOf(request)?.id),
  );
  app.use('/v1', securityHeaders, app.get(Authenticator).middleware);
  app.use(jsonBody(STREAMED));
  publishDocument(app);
  boundConnections(app.getHttpServer() as Server);
  return app;
}

function publishDocument(app: NestExpressApplication): void {
  const document = buildOpenApi(app);
  app.get(AllowedMethods).learn(document);
  app.use('/openapi.json', (_request: unknown, response: { json(body: unknown): void }) =>
    response.json(document),
  );
  app.use('/docs', helmet(), swaggerUi.serve, swaggerUi.setup(document, { customSiteTitle: 'Patti API' }));
}

/** Slow and half-open clients may not hold on to the server. */
function boundConnections(server: Server): void {
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
}
