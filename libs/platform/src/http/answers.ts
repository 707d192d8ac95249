import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { rateHeaders } from '../limits/rate-headers.js';
import { requestIdOf } from './request-id.js';

type Headers = Readonly<Record<string, string | number>>;

/** An answer that writes itself: JSON text as PostgreSQL made it goes out untouched (docs/adr/0005). */
export abstract class Answer {
  abstract write(request: Request, response: Response, status: number): void;
}

/** The parts of an answer, as they are sent and as they are remembered for an idempotency key. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** What every answer of the API carries: it is data, for this caller only, and nothing is to be guessed from it. */
export const commonHeaders = (request: Request): Headers => ({
  'X-Request-Id': requestIdOf(request),
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
});

/** Sends an answer in one go. A flat list of headers, each named once, takes half the time of a merged object. */
export function send(request: Request, response: Response, { status, headers, body }: PlainAnswer): void {
  const list: (string | number)[] = [];
  if (status !== 204 && status !== 304) list.push('Content-Length', Buffer.byteLength(body));
  addTo(list, commonHeaders(request));
  addTo(list, rateHeaders(request));
  addTo(list, headers);
  response.writeHead(status, list).end(body);
}

function addTo(list: (string | number)[], headers: Headers): void {
  for (const name in headers) list.push(name, headers[name] ?? '');
}

export const etagOf = (version: number | string): string => `"${version}"`;

export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}

/** Anything with a body that is ready to be sent. */
export class Ready extends Answer {
  constructor(readonly plain: PlainAnswer) {
    super();
  }

  write(request: Request, response: Response): void {
    send(request, response, this.plain);
  }
}

/** One resource: its JSON text and the version that makes its ETag. */
export class Resource extends Answer {
  constructor(
    readonly body: string,
    readonly version?: number | string,
    readonly headers: Headers = {},
  ) {
    super();
  }

  plain(status: number): PlainAnswer {
    const etag: Headers = this.version === undefined ? {} : { ETag: etagOf(this.version) };
    return { status, headers: { 'Content-Type': JSON_TYPE, ...etag, ...this.headers }, body: this.body };
  }

  /** What is kept for a request that is repeated under its idempotency key. */
  kept(status: number): PlainAnswer {
    return this.plain(status);
  }

  write(request: Request, response: Response, status: number): void {
    if (this.version !== undefined && request.method === 'GET') {
      const etag = etagOf(this.version);
      if (matches(request.headers['if-none-match'], etag)) {
        return send(request, response, { status: 304, headers: { ETag: etag }, body: '' });
      }
    }
    send(request, response, this.plain(status));
  }
}

/**
 * A resource that tells more than its own row: its ETag stands for all of the text, so that nobody keeps what other rows
 * have made wrong. Changes still go by the version, which is the first part of it.
 */
export const composedResource = (body: string, version: number): Resource =>
  new Resource(body, `${version}.${createHash('sha1').update(body).digest('base64url').slice(0, 12)}`);

/** A new resource, and where it is found from now on. */
export class Created extends Resource {
  constructor(location: string, resource: Resource) {
    super(resource.body, resource.version, { ...resource.headers, Location: location });
  }
}

/** A new resource that tells a secret, this once: nobody keeps it, so no repeat of the request can tell it again. */
export class ToldOnce extends Created {
  private readonly withoutSecret: Created;

  constructor(location: string, body: string, withoutSecret: string) {
    super(location, new Resource(body));
    this.withoutSecret = new Created(location, new Resource(withoutSecret));
  }

  override kept(status: number): PlainAnswer {
    return this.withoutSecret.plain(status);
  }
}

/** Stored, and to be done later: where it can be seen how it goes. */
export class Accepted extends Created {
  override plain(): PlainAnswer {
    return super.plain(202);
  }
}

/** One page of a list: the JSON text of each item, and where to go on. */
export class Page extends Answer {
  constructor(
    readonly items: readonly string[],
    readonly nextCursor?: string,
  ) {
    super();
  }

  write(request: Request, response: Response, status: number): void {
    const body = this.text(request.originalUrl);
    send(request, response, { status, headers: { 'Content-Type': JSON_TYPE }, body });
  }

  private text(url: string): string {
    const items = `{"items":[${this.items.join(',')}]`;
    if (this.nextCursor === undefined) return `${items},"_links":{}}`;
    const [path = '', query] = url.split('?', 2);
    const parameters = new URLSearchParams(query);
    parameters.set('cursor', this.nextCursor);
    const links = { next: `${path}?${parameters.toString()}` };
    return `${items},"nextCursor":${JSON.stringify(this.nextCursor)},"_links":${JSON.stringify(links)}}`;
  }
}
