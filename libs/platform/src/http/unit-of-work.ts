import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Database } from '../database/database.js';
import { OPERATION, type OperationOptions } from '../openapi/operation.js';
import { callerOf } from './caller.js';
import { Idempotency } from './idempotency.js';
import { requestIdOf } from './request-id.js';

/** A request that changes something is one transaction, made in the name of its caller, and is answered after it. */
@Injectable()
export class UnitOfWork implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const actor = { principal: callerOf(request)?.id, request: requestIdOf(request) };
    const { isPersonal } = Reflect.getMetadata(OPERATION, context.getHandler()) as OperationOptions;
    const work = (): Promise<unknown> => lastValueFrom(next.handle());
    const once = (): Promise<unknown> => this.idempotency.once({ request, response }, work);
    return from(this.database.transaction(isPersonal ? work : once, actor));
  }
}
