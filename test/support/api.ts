import type { AddressInfo } from 'node:net';
import { createApi } from '../../apps/api/src/create-api.js';
import type { Log } from '#platform';
import { checkAnswer } from './answer-check.js';
import { ADMIN_KEY, createDatabase, testSettings } from './database.js';

/** Whatever JSON holds: tests say what they expect of it. */
type Json = ReturnType<typeof JSON.parse>;
type SentHeaders = Record<string, string>;

export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** A caller of the API with one token. Every answer it gets is held against the OpenAPI document. */
export class Client {
  constructor(
    readonly url: string,
    readonly token?: string,
  ) {}

  get = (path: string, headers: SentHeaders = {}) => this.send('GET', path, undefined, headers);
  post = (path: string, body?: unknown, headers: SentHeaders = {}) => this.send('POST', path, body, headers);
  put = (path: string, body: unknown, headers: SentHeaders = {}) => this.send('PUT', path, body, headers);
  delete = (path: string, headers: SentHeaders = {}) => this.send('DELETE', path, undefined, headers);
  patch = (path: string, body: unknown, headers: SentHeaders = {}) =>
    this.send('PATCH', path, body, { 'Content-Type': 'application/merge-patch+json', ...headers });

  async send(method: string, path: string, body?: unknown, headers: SentHeaders = {}): Promise<TestAnswer> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { ...this.ownHeaders(body), ...headers },
      ...(body !== undefined && { body: asSent(body) }),
    });
    const read = {
      status: answer.status,
      headers: answer.headers,
      body: asRead(answer, await answer.text()),
    };
    checkAnswer(method, path, read);
    return read;
  }

  private ownHeaders(body: unknown): SentHeaders {
    return {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(this.token !== undefined && { Authorization: `Bearer ${this.token}` }),
    };
  }
}

const asSent = (body: unknown): string | Uint8Array =>
  typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);

function asRead(answer: Response, text: string): Json {
  const isJson = /[/+]json($|;)/.test(answer.headers.get('content-type') ?? '');
  return isJson && text !== '' ? JSON.parse(text) : text;
}

export interface TestApi {
  readonly url: string;
  readonly databaseUrl: string;
  readonly admin: Client;
  client(token?: string): Client;
  close(): Promise<void>;
}

/** The whole API on a fresh database and a free port. */
export async function startApi(more: Record<string, string> = {}, log?: Log): Promise<TestApi> {
  const { url: databaseUrl, drop } = await createDatabase();
  const app = await createApi(testSettings(databaseUrl, more), log);
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
