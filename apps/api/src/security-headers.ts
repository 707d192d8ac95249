import type { NextFunction, Request, Response } from 'express';

/** What every answer of the API carries: it is data, for this caller only, and nothing is to be guessed from it. */
export function securityHeaders(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  next();
}
