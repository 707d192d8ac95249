/**
 * How long clients may take. The server looks every few seconds, so headers are here, or their connection is gone,
 * fifteen seconds after it opened. Bodies have bounds of their own (`http/body.ts`); this one is the last.
 */
export const SERVER_BOUNDS = {
  headersTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 65_000,
};

/** A client that neither sends nor takes anything for this long, in the middle of a request, has gone. */
export const SILENCE_MS = 120_000;
/** More headers than this are no request of an honest client. All together they may have 16 KB. */
export const MOST_HEADERS = 100;
export const LONGEST_URL = 8_000;
export const MOST_PARAMETERS = 100;
