import { isDay } from '#kernel';
import { checkOneOf, checkText, checkUuid, wrongType, type Check, type Misfit } from '#platform';
import { textCell, type Pseudonyms } from '#pathways';
import { composed } from './identity.js';
import type { Label } from './label.js';

/** A JSON value of a field, as `JSON.parse` gives it, after its check has passed. */
type Checked = unknown;

/** How a value is written where there is only text, as in a table. */
export type Form = 'text' | 'day' | 'number' | 'flag' | 'list' | 'identity' | 'scores';

/** One field of a record kind: how it is checked, stored and described. */
export interface RecordField {
  readonly required: boolean;
  readonly label: Label;
  readonly form: Form;
  /** Type of the column, and the column's name where it is not the field's in snake_case. */
  readonly type: string;
  readonly column?: string;
  readonly schema: object;
  /** `at`: where inside the value the fault lies, as the rest of a JSON pointer. */
  readonly check: Check;
  /** The value is the id of an actor, who must exist. */
  readonly refersToActor?: true;
  /** The values there are, where the list is closed. */
  readonly allowed?: readonly string[];
  /** A checked value as it is stored. */
  readonly cell: (value: Checked, pseudonyms: Pseudonyms) => string;
}

export interface Options {
  readonly label: Label;
  readonly required?: boolean;
  readonly description?: string;
}

/** What all fields take over from their options. */
export const told = (options: Options, schema: object) => ({
  required: options.required === true,
  label: options.label,
  schema: options.description === undefined ? schema : { ...schema, description: options.description },
});

const NO_DAY: Misfit = {
  code: 'day',
  detail: 'This must be a calendar day, YYYY-MM-DD, from 1900-01-01 to 2100-12-31.',
};

export const checkDay: Check = (value) => (isDay(value) ? undefined : NO_DAY);

export const DAY_SCHEMA = { type: 'string', format: 'date' };

export const day = (options: Options): RecordField => ({
  ...told(options, DAY_SCHEMA),
  form: 'day',
  type: 'date',
  check: checkDay,
  cell: (value) => value as string,
});

export const text = (
  options: Options & { readonly max: number; readonly pattern?: RegExp },
): RecordField => ({
  ...told(options, {
    type: 'string',
    minLength: 1,
    maxLength: options.max,
    ...(options.pattern && { pattern: options.pattern.source }),
  }),
  form: 'text',
  type: 'text',
  check: checkText(options),
  cell: (value) => textCell(composed(value as string)),
});

export const oneOf = (allowed: readonly string[], options: Options): RecordField => ({
  ...told(options, { type: 'string', enum: [...allowed] }),
  form: 'text',
  type: 'text',
  allowed,
  check: checkOneOf(allowed),
  cell: (value) => value as string,
});

/** A set: the order in which its values are sent says nothing. */
export const setOf = (allowed: readonly string[], options: Options): RecordField => ({
  ...told(options, {
    type: 'array',
    items: { type: 'string', enum: [...allowed] },
    maxItems: allowed.length,
    uniqueItems: true,
  }),
  form: 'list',
  type: 'text[]',
  allowed,
  check: (value) => checkSet(value, allowed),
  cell: (value) => textCell(`{${[...(value as string[])].sort().join(',')}}`),
});

function checkSet(value: unknown, values: readonly string[]): Misfit | undefined {
  if (!Array.isArray(value)) return wrongType('a list');
  const seen = new Set<unknown>();
  for (const [place, item] of value.entries()) {
    const misfit = checkOneOf(values)(item) ?? (seen.has(item) ? TWICE : undefined);
    if (misfit !== undefined) return { ...misfit, at: `/${place}` };
    seen.add(item);
  }
  return undefined;
}

const TWICE: Misfit = { code: 'duplicate-item', detail: 'No item may stand in the list twice.' };

export const flag = (options: Options): RecordField => ({
  ...told(options, { type: 'boolean' }),
  form: 'flag',
  type: 'boolean',
  allowed: ['true', 'false'],
  check: (value) => (typeof value === 'boolean' ? undefined : wrongType('true or false')),
  cell: (value) => String(value),
});

interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly digits: number;
}

/** A number with at most `digits` decimal places, stored as `type`. */
export const number = (options: Options & NumberRange & { readonly type: string }): RecordField => ({
  ...told(options, {
    ...(options.digits === 0 ? { type: 'integer', format: 'int32' } : { type: 'number', format: 'double' }),
    minimum: options.min,
    maximum: options.max,
  }),
  form: 'number',
  type: options.type,
  check: (value) => checkNumber(value, options),
  cell: (value) => String(value),
});

export function checkNumber(value: unknown, { min, max, digits }: NumberRange): Misfit | undefined {
  if (typeof value !== 'number') return wrongType(digits === 0 ? 'a whole number' : 'a number');
  if (value < min || value > max)
    return { code: 'out-of-range', detail: `This must lie from ${min} to ${max}.` };
  if (Number.isInteger(value) || Number(value.toFixed(digits)) === value) return undefined;
  return {
    code: 'too-precise',
    detail: digits === 0 ? 'This must be whole.' : `At most ${digits} decimal places.`,
  };
}

export const actorId = (options: Options): RecordField => ({
  ...told(options, { type: 'string', format: 'uuid' }),
  form: 'text',
  type: 'uuid',
  check: checkUuid,
  refersToActor: true,
  cell: (value) => (value as string).toLowerCase(),
});
