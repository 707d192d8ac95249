import { field, fromQuery, wrongType, type Check, type FieldOptions } from './field.js';

interface Range {
  readonly min: number;
  readonly max: number;
}

const outside = (range: Range) => ({
  code: 'out-of-range',
  detail: `This must lie from ${range.min} to ${range.max}.`,
});

/** A whole number. */
export function Whole(options: Range & FieldOptions): PropertyDecorator {
  const check: Check = (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return wrongType('a whole number');
    return value < options.min || value > options.max ? outside(options) : undefined;
  };
  const format = Math.max(Math.abs(options.min), Math.abs(options.max)) > 2_147_483_647 ? 'int64' : 'int32';
  const schema = { type: 'integer', format, minimum: options.min, maximum: options.max };
  return both(
    fromQuery((text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text)),
    field(check, schema, options),
  );
}

/** A number with at most `digits` decimal places. */
export function Decimal(options: Range & FieldOptions & { readonly digits: number }): PropertyDecorator {
  const check: Check = (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType('a number');
    if (value < options.min || value > options.max) return outside(options);
    return Number(value.toFixed(options.digits)) === value
      ? undefined
      : { code: 'too-precise', detail: `At most ${options.digits} decimal places.` };
  };
  return field(
    check,
    { type: 'number', format: 'double', minimum: options.min, maximum: options.max },
    options,
  );
}

export function Flag(options: FieldOptions = {}): PropertyDecorator {
  const check: Check = (value) => (typeof value === 'boolean' ? undefined : wrongType('true or false'));
  const convert = (text: string): unknown => (text === 'true' ? true : text === 'false' ? false : text);
  return both(fromQuery(convert), field(check, { type: 'boolean' }, options));
}

export const checkOneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value)
      ? undefined
      : { code: 'unknown-value', detail: `This must be one of ${values.join(', ')}.` };

/** One of a closed list of codes. */
export const OneOf = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(checkOneOf(values), { type: 'string', enum: [...values] }, options);

function both(first: PropertyDecorator, second: PropertyDecorator): PropertyDecorator {
  return (target, key) => {
    first(target, key);
    second(target, key);
  };
}
