import type { Request, Response } from 'express';
import { rateHeaders } from '../limits/rate-headers.js';
import { Answer, commonHeaders } from './answers.js';

/** A file: browsers keep it under its name. */
export class Download extends Answer {
  constructor(
    private readonly mediaType: string,
    private readonly fileName: string,
    private readonly bytes: string | Buffer,
  ) {
    super();
  }

  write(request: Request, response: Response, status: number): void {
    const headers = {
      ...commonHeaders(request),
      ...rateHeaders(request),
      'Content-Type': this.mediaType,
      'Content-Disposition': `attachment; filename="${this.fileName}"`,
      'Content-Length': Buffer.byteLength(this.bytes),
    };
    response.writeHead(status, headers).end(this.bytes);
  }
}
