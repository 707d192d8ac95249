import { field, wrongType, type Check, type FieldOptions } from './field.js';
import { checkText } from './text.js';

interface MapRule extends FieldOptions {
  readonly maxEntries: number;
  /** Greatest length of a value. */
  readonly max: number;
}

/** An object of which the names are not known beforehand and the values are texts. */
export function TextMap(options: MapRule): PropertyDecorator {
  const checkValue = checkText(options);
  const check: Check = (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrongType('an object');
    const values = Object.values(value);
    if (values.length > options.maxEntries)
      return { code: 'too-many', detail: `At most ${options.maxEntries} fields.` };
    return values.map(checkValue).find((misfit) => misfit !== undefined);
  };
  const schema = {
    type: 'object',
    additionalProperties: { type: 'string', minLength: 1, maxLength: options.max },
    maxProperties: options.maxEntries,
  };
  return field(check, schema, options);
}
