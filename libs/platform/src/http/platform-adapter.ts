import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';
import express, { type Application, type Request, type Response } from 'express';
import { SERVER_BOUNDS } from '../limits/server-bounds.js';
import { Answer, Resource, send } from './answers.js';

/** The prototypes are there, and documented nowhere. */
type ExpressApplication = Application & { readonly request: object; readonly response: object };

/** Express, made fast in two places: how its requests come to be, and how answers leave. */
export class PlatformAdapter extends ExpressAdapter {
  constructor() {
    const application = express();
    // Express looks at this once, when its router comes to be.
    application.enable('case sensitive routing');
    super(application);
  }

  override initHttpServer(): void {
    const application = this.getInstance<ExpressApplication>();
    const server = createServer({ ...SERVER_BOUNDS, ...bornAs(application) }, application);
    // With a listener of its own, a body that waits for `100 Continue` is not asked for before anybody wants it.
    server.on('checkContinue', application);
    this.setHttpServer(server);
  }

  /** Answers write themselves, so no interceptor stands on the path of every read. */
  override reply(response: Response, body: unknown, statusCode?: number): void {
    const request = response.req as Request;
    const status = statusCode ?? response.statusCode;
    if (body === undefined) return send(request, response, { status, headers: {}, body: '' });
    const answer = body instanceof Answer ? body : new Resource(JSON.stringify(body));
    answer.write(request, response, status);
  }
}

/**
 * Express gives each request and response another prototype when they arrive, which makes V8 throw away what it
 * knows of them: three quarters of the time of a short answer. Here they are born with those prototypes, and the
 * change is none.
 */
function bornAs({ request, response }: ExpressApplication) {
  const born = <T extends new (...given: never[]) => object>(parent: T, prototype: object): T => {
    const constructor = function (this: object, ...given: unknown[]): void {
      (parent as unknown as (...given: unknown[]) => void).apply(this, given);
    };
    constructor.prototype = prototype;
    return constructor as unknown as T;
  };
  return {
    IncomingMessage: born(IncomingMessage, request),
    ServerResponse: born(ServerResponse, response),
  };
}
