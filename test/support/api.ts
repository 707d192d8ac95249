import type { AddressInfo } from 'node:net';
import { createApi } from '../../apps/api/src/create-api.js';
import { ADMIN_KEY, createDatabase, testSettings } from './database.js';

export interface TestAnswer<Body = any> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A caller of the API with one token. Bodies are JSON both ways. */
export class Client {
  constructor(
    readonly url: string,
    readonly token?: string,
  ) {}

  get = (path: string, headers: Record<string, string> = {}) => this.send('GET', path, undefined, headers);
  post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
    this.send('POST', path, body, headers);
  put = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    this.send('PUT', path, body, headers);
  delete = (path: string, headers: Record<string, string> = {}) =>
    this.send('DELETE', path, undefined, headers);
  patch = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    this.send('PATCH', path, body, { 'Content-Type': 'application/merge-patch+json', ...headers });

  async send(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<TestAnswer> {
    const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(this.token !== undefined && { Authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson =
      /json($|;)/.test(answer.headers.get('content-type') ?? '') &&
      !/ndjson/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  }
}

export interface TestApi {
  readonly url: string;
  readonly databaseUrl: string;
  readonly admin: Client;
  client(token?: string): Client;
  close(): Promise<void>;
}

/** The whole API on a fresh database and a free port. */
export async function startApi(more: Record<string, string> = {}): Promise<TestApi> {
  const { url: databaseUrl, drop } = await createDatabase();
  const app = await createApi(testSettings(databaseUrl, more));
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    databaseUrl,
    admin: new Client(url, ADMIN_KEY),
    client: (token) => new Client(url, token),
    close: async () => {
      await app.close();
      await drop();
    },
  };
}
