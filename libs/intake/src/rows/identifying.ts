import { spellingOf, TAX_CODE_SCHEME } from '#pathways';
import type { JsonObject } from '../kinds/define-kind.js';

/** The fields of a row that hold what a partner calls a person or a firm. */
const IDENTITIES = ['participant', 'employer'];

/**
 * Whether the text is the tax code that the row brings, however either is spelled, and valid or not. What a partner
 * numbers people by itself says nothing to others, and may number its records too.
 */
export const isIdentifierIn = (record: JsonObject, text: string): boolean =>
  IDENTITIES.some((name) => isValueOf(record[name], text));

function isValueOf(identity: unknown, text: string): boolean {
  if (typeof identity !== 'object' || identity === null) return false;
  const { scheme, value } = identity as JsonObject;
  if (scheme !== TAX_CODE_SCHEME || typeof value !== 'string') return false;
  return spellingOf(scheme, value) === spellingOf(scheme, text);
}
