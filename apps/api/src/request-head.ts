import type { Request } from 'express';
import {
  addressTooLong,
  headersTooLarge,
  invalidParameter,
  LONGEST_URL,
  MOST_HEADERS,
  MOST_PARAMETERS,
  type Problem,
} from '#platform';

/** What is wrong with the first lines of a request, whatever they ask for. */
export function faultOfHead({ url, rawHeaders }: Request): Problem | undefined {
  if (rawHeaders.length > 2 * MOST_HEADERS) return headersTooLarge();
  if (url.length > LONGEST_URL) return addressTooLong();
  // Too short for too many.
  if (url.length <= MOST_PARAMETERS) return undefined;
  if (url.split('&').length <= MOST_PARAMETERS) return undefined;
  return invalidParameter({ detail: `An address may have ${MOST_PARAMETERS} parameters.` });
}
