import type { Page, Problem } from './api.types.js';

/** What the API refused, as it said it; or, without a status, that it could not be reached. */
export class ApiError extends Error {
  constructor(readonly problem?: Problem) {
    super(problem?.title ?? 'unreachable');
  }
}

interface Kept {
  readonly etag: string;
  readonly body: unknown;
}

/** Reads the API with one key in one language. What has an ETag is asked for again only in case it changed. */
export class Api {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly key: string,
    private readonly language: string,
  ) {}

  async get<Body>(path: string): Promise<Body> {
    const kept = this.kept.get(path);
    const answer = await this.ask(path, { ...(kept && { 'If-None-Match': kept.etag }) });
    if (answer.status === 304 && kept) return kept.body as Body;
    const body: unknown = await answer.json();
    const etag = answer.headers.get('etag');
    if (etag) this.kept.set(path, { etag, body });
    return body as Body;
  }

  /** All pages of a list. */
  async list<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const page: Page<Item> = await this.get<Page<Item>>(next);
      items.push(...page.items);
      next = page._links.next;
    }
    return items;
  }

  /** What the address gives in the format that it names. */
  async file(path: string): Promise<Blob> {
    return (await this.ask(path, { Accept: '*/*' })).blob();
  }

  private async ask(path: string, headers: Record<string, string>): Promise<Response> {
    // The browser's own cache stays out of it: what one key may read is not kept for another.
    const answer = await fetch(path, {
      cache: 'no-store',
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${this.key}`,
        'Accept-Language': this.language,
        ...headers,
      },
    }).catch(() => {
      throw new ApiError();
    });
    if (answer.ok || answer.status === 304) return answer;
    throw new ApiError(await problemOf(answer));
  }
}

/** Something between here and the API, such as a proxy, may answer in its own words. */
async function problemOf(answer: Response): Promise<Problem> {
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json');
  return isProblem ? answer.json() : { title: answer.statusText, status: answer.status };
}
