import type { Request } from 'express';
import { negotiated, preferredLanguage } from '#platform';
import { OFFERS } from '../formats/formats.js';
import type { FiguresQuery } from './figures-query.dto.js';
import type { Negotiation } from './figures.service.js';

/** What a request for figures wants, from its query and its headers. */
export const negotiationOf = ({ format }: FiguresQuery, request: Request): Negotiation => ({
  format: negotiated(format, OFFERS, (offered) => request.accepts(offered)),
  language: preferredLanguage(request.headers['accept-language']),
  ifNoneMatch: request.headers['if-none-match'],
  address: request.originalUrl,
});
