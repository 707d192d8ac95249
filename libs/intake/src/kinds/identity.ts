import { mayNamePerson } from '#kernel';
import { SCHEME_FORM } from '#pathways';
import { checkText, wrongType, type Check, type Misfit } from '#platform';

/** What a partner calls a person or a firm. Never stored, logged or told. */
export interface Identity {
  readonly scheme: string;
  readonly value: string;
}

const MAX_LENGTH = 200;

export const IDENTITY_SCHEMA = {
  type: 'object',
  required: ['scheme', 'value'],
  properties: {
    scheme: { type: 'string', pattern: SCHEME_FORM.source, maxLength: 64 },
    value: { type: 'string', minLength: 1, maxLength: MAX_LENGTH },
  },
  additionalProperties: false,
};

export const UNKNOWN_FIELD: Misfit = { code: 'unknown-field', detail: 'This field is not known here.' };
export const REQUIRED: Misfit = { code: 'required', detail: 'This field is required.' };

const checkScheme = checkText({ max: 64, pattern: SCHEME_FORM });
const checkValue = checkText({ max: MAX_LENGTH });

/** Checks `{scheme, value}`; `at` is the place of the fault in it. */
export function checkIdentity(value: unknown): (Misfit & { readonly at: string }) | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { at: '', ...wrongType('an object') };
  for (const key in value)
    if (key !== 'scheme' && key !== 'value') return { at: pointerTo(key), ...UNKNOWN_FIELD };
  const identity = value as Record<string, unknown>;
  return checkMember(identity, 'scheme', checkScheme) ?? checkMember(identity, 'value', checkValue);
}

function checkMember(identity: Record<string, unknown>, name: string, check: Check) {
  const misfit = identity[name] === undefined ? REQUIRED : check(identity[name]);
  return misfit && { at: `/${name}`, ...misfit };
}

const PLAIN_NAME = /^[\w.-]{1,64}$/;

/** A key that looks like a name is told; anything else may be a value that slipped, and is not. */
export const pointerTo = (key: string): string =>
  PLAIN_NAME.test(key) && !mayNamePerson(key) ? `/${key}` : '';

const OUTSIDE_ASCII = /[^\u0020-\u007e]/;

/** NFC; most values are plain ASCII and need no work. */
export const composed = (text: string): string => (OUTSIDE_ASCII.test(text) ? text.normalize('NFC') : text);
