import type { NextFunction, Request, Response } from 'express';
import { requestIdOf } from '../http/request-id.js';
import type { Log } from './log.js';

/** One line an answered request. The query is left out: it may hold what someone searched for. */
export function accessLog(log: Log, callerOf: (request: Request) => string | undefined) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const startedAt = performance.now();
    response.once('close', () => {
      const line = {
        requestId: requestIdOf(request),
        method: request.method,
        path: request.originalUrl.split('?', 1)[0]?.slice(0, 300),
        status: response.statusCode,
        ms: Math.round((performance.now() - startedAt) * 100) / 100,
        caller: callerOf(request),
        address: request.ip,
      };
      if (response.writableFinished) log.info(line, 'answered');
      else log.warn(line, 'the caller went away');
    });
    next();
  };
}
