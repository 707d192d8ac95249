import {
  RequestMethod,
  type CallHandler,
  type ExecutionContext,
  type INestApplication,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { UnitOfWork } from './unit-of-work.js';

// The keys under which Nest keeps what @Post and @UseInterceptors say.
const METHOD = 'method';
const INTERCEPTORS = '__interceptors__';
const UNIT_OF_WORK = 'unitOfWork';

const CHANGES = [RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE];

/** Finds the running application's own `UnitOfWork`: handlers are shared by all applications of a process. */
const delegate = {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { app } = context.switchToHttp().getRequest<Request>();
    return (app.locals[UNIT_OF_WORK] as UnitOfWork).intercept(context, next);
  },
};

/** Makes every route that changes something a unit of work; an interceptor for all would cost each read too. */
export function guardChanges(app: INestApplication): void {
  const express = app.getHttpAdapter().getInstance() as { locals: Record<string, unknown> };
  express.locals[UNIT_OF_WORK] = app.get(UnitOfWork);
  const scanner = new MetadataScanner();
  for (const { instance } of app.get(DiscoveryService, { strict: false }).getControllers()) {
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name];
      if (handler && CHANGES.includes(Reflect.getMetadata(METHOD, handler) as RequestMethod)) {
        Reflect.defineMetadata(INTERCEPTORS, [delegate], handler);
      }
    }
  }
}
