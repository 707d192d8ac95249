import { ExpressAdapter } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { Answer } from './answers.js';

/** Express, except that an `Answer` writes itself: no interceptor stands on the path of every read. */
export class PlatformAdapter extends ExpressAdapter {
  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (!(body instanceof Answer)) return super.reply(response, body, statusCode);
    return body.write(response.req as Request, response, statusCode ?? response.statusCode);
  }
}
