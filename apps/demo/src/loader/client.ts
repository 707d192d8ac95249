import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

/** The API refused; the message is one line that a person can act on. */
class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    message: string,
  ) {
    super(message);
  }
}

interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer?: string; readonly detail?: string }[];
}

export interface Identified {
  readonly id: string;
}

export interface Listed<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

const ATTEMPTS = 6;
const PASSING = new Set([429, 502, 503]);

/** One caller of the API: an address, a key, and the manners the API asks of its clients. */
export class Client {
  constructor(
    readonly url: string,
    private readonly key: string,
    private readonly signal: AbortSignal,
  ) {}

  as(key: string): Client {
    return new Client(this.url, key, this.signal);
  }

  get<T>(path: string): Promise<T> {
    return this.send('GET', path);
  }

  /** All pages of a list. */
  async list<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const query = `${path.includes('?') ? '&' : '?'}limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
      const page: Listed<T> = await this.get(path + query);
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return items;
  }

  /** `label` tells apart two requests that look the same; with it a repeat is recognised by the service. */
  post<T>(path: string, body: unknown, label: string = randomUUID()): Promise<T> {
    const text = JSON.stringify(body);
    const key = createHash('sha256').update(`${label}\n${path}\n${text}`).digest('hex');
    return this.send('POST', path, text, {
      'content-type': 'application/json',
      'idempotency-key': `demo-${key}`,
    });
  }

  /** `version` is the one that was read, where the service asks for it. */
  put<T>(path: string, body: unknown, version?: number): Promise<T> {
    const seen: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
    return this.send('PUT', path, JSON.stringify(body), { 'content-type': 'application/json', ...seen });
  }

  /** `version` is the one that was read. */
  patch<T>(path: string, body: unknown, version: number): Promise<T> {
    const headers = { 'content-type': 'application/merge-patch+json', 'if-match': `"${version}"` };
    return this.send('PATCH', path, JSON.stringify(body), headers);
  }

  delete(path: string): Promise<void> {
    return this.send('DELETE', path);
  }

  /** One record a line. */
  push<T>(path: string, lines: readonly string[]): Promise<T> {
    return this.send('POST', path, lines.join('\n') + '\n', {
      'content-type': 'application/x-ndjson',
      'idempotency-key': `demo-${randomUUID()}`,
    });
  }

  private async send<T>(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const last = attempt === ATTEMPTS || this.signal.aborted;
      const response = await this.attempt(method, path, body, headers).catch((cause: unknown) => {
        if (last || this.signal.aborted) throw new Error(`${this.url} does not answer`, { cause });
        return undefined;
      });
      if (response?.ok) return (response.status === 204 ? undefined : await response.json()) as T;
      if (response && (last || !PASSING.has(response.status))) throw await refusal(method, path, response);
      await wait(pauseBefore(attempt, response), undefined, { signal: this.signal });
    }
  }

  private attempt(method: string, path: string, body: string | undefined, headers: Record<string, string>) {
    return fetch(this.url + path, {
      method,
      headers: { authorization: `Bearer ${this.key}`, accept: 'application/json', ...headers },
      signal: this.signal,
      ...(body === undefined ? {} : { body }),
    });
  }
}

/** As long as the service asks for; else twice as long each time. */
function pauseBefore(attempt: number, response: Response | undefined): number {
  const seconds = Number(response?.headers.get('retry-after'));
  return seconds > 0 ? seconds * 1000 : 200 * 2 ** attempt;
}

async function refusal(method: string, path: string, response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const errors =
    problem.errors?.map(({ pointer, detail }) => `${pointer ?? ''} ${detail ?? ''}`.trim()) ?? [];
  const says = [problem.title, problem.detail, ...errors].filter(Boolean).join('; ');
  const slug = problem.type?.split('/').at(-1) ?? '';
  return new ApiError(response.status, slug, `${method} ${path} was answered ${response.status}: ${says}`);
}
