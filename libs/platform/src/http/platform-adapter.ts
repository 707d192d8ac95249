import { ExpressAdapter } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { Answer, Resource, send } from './answers.js';

/** Express, except that answers write themselves: no interceptor stands on the path of every read. */
export class PlatformAdapter extends ExpressAdapter {
  override reply(response: Response, body: unknown, statusCode?: number): void {
    const request = response.req as Request;
    const status = statusCode ?? response.statusCode;
    if (body === undefined) return send(request, response, { status, headers: {}, body: '' });
    const answer = body instanceof Answer ? body : new Resource(JSON.stringify(body));
    answer.write(request, response, status);
  }
}
