import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import express, { Router, type Response } from 'express';

/** Nothing but the page's own files, and nobody may frame it. */
const SECURITY = {
  'Content-Security-Policy': [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `connect-src 'self'`,
    `img-src 'self' data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The name of an asset changes with its content; the pages that name the assets are asked for each time. */
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** Where the build puts the dashboard, seen from the compiled program or from its source. */
const PLACES = ['../../../dashboard', '../../../dist/dashboard'];

/** The web page at `/`. A build without it, such as one that only serves the API, answers 404 there. */
export function dashboardPages(places: readonly string[] = PLACES): Router {
  const router = Router();
  const folder = places
    .map((place) => join(import.meta.dirname, place))
    .find((each) => existsSync(join(each, 'index.html')));
  if (folder === undefined) return router;
  return router.use(
    express.static(folder, { redirect: false, cacheControl: false, setHeaders: withHeaders(folder) }),
  );
}

const withHeaders = (folder: string) => {
  const assets = join(folder, 'assets') + sep;
  return (response: Response, path: string): void => {
    response.setHeader('Cache-Control', path.startsWith(assets) ? FOREVER : ASK_AGAIN);
    for (const [name, value] of Object.entries(SECURITY)) response.setHeader(name, value);
  };
};
