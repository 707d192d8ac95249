import { spellingOf } from '#pathways';
import type { JsonObject } from '../kinds/define-kind.js';

/** The fields of a row that hold what a partner calls a person or a firm. */
const IDENTITIES = ['participant', 'employer'];

/** Whether the text is an identifier that the row brings, however either is spelled, and valid or not. */
export const isIdentifierIn = (record: JsonObject, text: string): boolean =>
  IDENTITIES.some((name) => isValueOf(record[name], text));

function isValueOf(identity: unknown, text: string): boolean {
  if (typeof identity !== 'object' || identity === null) return false;
  const { scheme, value } = identity as JsonObject;
  if (typeof value !== 'string') return false;
  const known = typeof scheme === 'string' ? scheme : '';
  return spellingOf(known, value) === spellingOf(known, text);
}
