import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './openapi.js';
import { patient, type Patience } from './patient-fetch.js';

export type PattiClient = Client<paths>;

export interface Connection {
  /** Where the service answers, without `/v1`. */
  readonly url: string;
  /** An API key, or the access token of a person. */
  readonly key: string;
  readonly signal?: AbortSignal | undefined;
  readonly patience?: Partial<Patience>;
  /** Instead of the fetch of Node, e.g. one that goes through a proxy. */
  readonly send?: (request: Request) => Promise<Response>;
}

/** Every operation of docs/openapi.json with its types; waits and tries again as docs/limits.md asks of clients. */
export function createPattiClient({ url, key, signal, patience, send = fetch }: Connection): PattiClient {
  return createClient<paths>({
    baseUrl: url.replace(/\/+$/, ''),
    headers: { Authorization: `Bearer ${key}` },
    // A redirect would take the key to another place.
    redirect: 'error',
    fetch: patient(send, patience),
    ...(signal && { signal }),
  });
}
