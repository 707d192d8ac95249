import type { Request } from 'express';

const RESPOND_ASYNC = 'respond-async';

export const PREFERENCE_APPLIED = { 'Preference-Applied': RESPOND_ASYNC };

/** In so many seconds it may be worth to ask how a batch goes. */
export const LOOK_AGAIN = { 'Retry-After': 2 };

/** The client would rather have a quick answer than the result (RFC 7240). */
export function prefersToWait(request: Request): boolean {
  const preferences = String(request.headers['prefer'] ?? '').split(',');
  return preferences.some((one) => one.split(';', 1)[0]?.trim().toLowerCase() === RESPOND_ASYNC);
}
