import type { Request, Response } from 'express';
import { rateHeaders } from '../limits/rate-headers.js';
import { Answer, commonHeaders } from './answers.js';

/** An answer that is too long to be held: it is sent part by part, as fast as the client takes it. */
export class Streamed extends Answer {
  constructor(
    private readonly mediaType: string,
    private readonly parts: AsyncIterable<string | Uint8Array>,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super();
  }

  write(request: Request, response: Response, status: number): void {
    const headers = {
      ...commonHeaders(request),
      ...rateHeaders(request),
      'Content-Type': this.mediaType,
      ...this.headers,
    };
    response.writeHead(status, headers);
    // The status is out already: all that is left to tell of a failure is a body that breaks off.
    this.send(response).catch(() => response.destroy());
  }

  private async send(response: Response): Promise<void> {
    for await (const part of this.parts) {
      if (response.destroyed) return;
      if (!response.write(part)) await drained(response);
    }
    response.end();
  }
}

const drained = (response: Response): Promise<void> =>
  new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
