import { isDay } from '#kernel';
import { checkOneOf, checkText, checkUuid, wrongType, type Check, type Misfit } from '#platform';
import { bytesCell, textCell, type Pseudonyms } from '#pathways';
import { checkIdentity, composed, IDENTITY_SCHEMA, type Identity } from './identity.js';

/** A JSON value of a field, as `JSON.parse` gives it, after its check has passed. */
type Checked = unknown;

/** One field of a record kind: how it is checked, stored and described. */
export interface RecordField {
  readonly required: boolean;
  /** Type of the column, and the column's name where it is not the field's in snake_case. */
  readonly type: string;
  readonly column?: string;
  readonly schema: object;
  /** `at`: where inside the value the fault lies, as the rest of a JSON pointer. */
  readonly check: Check;
  /** The value is the id of an actor, who must exist. */
  readonly refersToActor?: true;
  /** A checked value as it is stored. */
  readonly cell: (value: Checked, pseudonyms: Pseudonyms) => string;
}

interface Options {
  readonly required?: boolean;
  readonly description?: string;
}

const described = (schema: object, { description }: Options): object =>
  description === undefined ? schema : { ...schema, description };

const required = (options: Options): boolean => options.required === true;

const NO_DAY: Misfit = {
  code: 'day',
  detail: 'This must be a calendar day, YYYY-MM-DD, from 1900-01-01 to 2100-12-31.',
};

export const checkDay: Check = (value) => (isDay(value) ? undefined : NO_DAY);

export const DAY_SCHEMA = { type: 'string', format: 'date' };

export const day = (options: Options = {}): RecordField => ({
  required: required(options),
  type: 'date',
  schema: described(DAY_SCHEMA, options),
  check: checkDay,
  cell: (value) => value as string,
});

export const text = (
  options: Options & { readonly max: number; readonly pattern?: RegExp },
): RecordField => ({
  required: required(options),
  type: 'text',
  schema: described(
    {
      type: 'string',
      minLength: 1,
      maxLength: options.max,
      ...(options.pattern && { pattern: options.pattern.source }),
    },
    options,
  ),
  check: checkText(options),
  cell: (value) => textCell(composed(value as string)),
});

export const oneOf = (values: readonly string[], options: Options = {}): RecordField => ({
  required: required(options),
  type: 'text',
  schema: described({ type: 'string', enum: [...values] }, options),
  check: checkOneOf(values),
  cell: (value) => value as string,
});

/** A set: the order in which its values are sent says nothing. */
export const setOf = (values: readonly string[], options: Options = {}): RecordField => ({
  required: required(options),
  type: 'text[]',
  schema: described(
    {
      type: 'array',
      items: { type: 'string', enum: [...values] },
      maxItems: values.length,
      uniqueItems: true,
    },
    options,
  ),
  check: (value) => checkSet(value, values),
  cell: (value) => textCell(`{${[...(value as string[])].sort().join(',')}}`),
});

function checkSet(value: unknown, values: readonly string[]): Misfit | undefined {
  if (!Array.isArray(value)) return wrongType('a list');
  if (value.length > values.length || new Set(value).size < value.length) {
    return { code: 'duplicate-item', detail: 'No item may stand in the list twice.' };
  }
  const known = value.every((item) => values.includes(item as string));
  return known
    ? undefined
    : { code: 'unknown-value', detail: `Each item must be one of ${values.join(', ')}.` };
}

export const flag = (options: Options = {}): RecordField => ({
  required: required(options),
  type: 'boolean',
  schema: described({ type: 'boolean' }, options),
  check: (value) => (typeof value === 'boolean' ? undefined : wrongType('true or false')),
  cell: (value) => String(value),
});

/** A number with at most `digits` decimal places, stored as `type`. */
export const number = (
  options: Options & {
    readonly type: string;
    readonly min: number;
    readonly max: number;
    readonly digits: number;
  },
): RecordField => ({
  required: required(options),
  type: options.type,
  schema: described(
    {
      ...(options.digits === 0 ? { type: 'integer', format: 'int32' } : { type: 'number', format: 'double' }),
      minimum: options.min,
      maximum: options.max,
    },
    options,
  ),
  check: (value) => checkNumber(value, options),
  cell: (value) => String(value),
});

function checkNumber(value: unknown, { min, max, digits }: { min: number; max: number; digits: number }) {
  if (typeof value !== 'number') return wrongType(digits === 0 ? 'a whole number' : 'a number');
  if (value < min || value > max)
    return { code: 'out-of-range', detail: `This must lie from ${min} to ${max}.` };
  if (Number.isInteger(value) || Number(value.toFixed(digits)) === value) return undefined;
  return {
    code: 'too-precise',
    detail: digits === 0 ? 'This must be whole.' : `At most ${digits} decimal places.`,
  };
}

export const actorId = (options: Options = {}): RecordField => ({
  required: required(options),
  type: 'uuid',
  schema: described({ type: 'string', format: 'uuid' }, options),
  check: checkUuid,
  refersToActor: true,
  cell: (value) => (value as string).toLowerCase(),
});

/** A firm, kept as a keyed hash only: enough to tell whether two jobs were with the same one. */
export const employer = (options: Options & { readonly column: string }): RecordField => ({
  required: required(options),
  type: 'bytea',
  column: options.column,
  schema: described(IDENTITY_SCHEMA, options),
  check: checkIdentity,
  cell: (value, pseudonyms) => {
    const { scheme, value: identifier } = value as Identity;
    return bytesCell(pseudonyms.ofEmployer(scheme, composed(identifier).trim().toUpperCase()));
  },
});
