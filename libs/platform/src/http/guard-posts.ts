import {
  RequestMethod,
  type CallHandler,
  type ExecutionContext,
  type INestApplication,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { Idempotency } from './idempotency.js';

// The keys under which Nest keeps what @Post and @UseInterceptors say.
const METHOD = 'method';
const INTERCEPTORS = '__interceptors__';
const IDEMPOTENCY = 'idempotency';

/** Finds the running application's own `Idempotency`: handlers are shared by all applications of a process. */
const delegate = {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { app } = context.switchToHttp().getRequest<Request>();
    return (app.locals[IDEMPOTENCY] as Idempotency).intercept(context, next);
  },
};

/** Gives every POST, and only those, its `Idempotency-Key`; an interceptor for all would cost each read too. */
export function guardPosts(app: INestApplication): void {
  const express = app.getHttpAdapter().getInstance() as { locals: Record<string, unknown> };
  express.locals[IDEMPOTENCY] = app.get(Idempotency);
  const scanner = new MetadataScanner();
  for (const { instance } of app.get(DiscoveryService, { strict: false }).getControllers()) {
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name];
      if (handler && Reflect.getMetadata(METHOD, handler) === RequestMethod.POST) {
        Reflect.defineMetadata(INTERCEPTORS, [delegate], handler);
      }
    }
  }
}
