import type { Request, Response } from 'express';
import { Answer, etagOf, type Page } from '#platform';

/** A page of a list that can be asked for again with `If-None-Match`. */
export class VersionedPage extends Answer {
  constructor(
    private readonly page: Page,
    private readonly version: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {
    super();
  }

  write(request: Request, response: Response, status: number): void {
    const headers = { ETag: etagOf(this.version), ...this.headers };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    this.page.write(request, response, status);
  }
}
