import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { field, wrongType, type Check, type FieldOptions, type Misfit } from './field.js';
import { checkText, checkUuid } from './text.js';
import { checkOneOf } from './values.js';

interface ListRule extends FieldOptions {
  readonly maxItems: number;
  readonly minItems?: number;
  readonly unique?: boolean;
}

function checkList(rule: ListRule, checkItem: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return wrongType('a list');
    if (value.length > rule.maxItems) return { code: 'too-many', detail: `At most ${rule.maxItems} items.` };
    if (value.length < (rule.minItems ?? 0))
      return { code: 'too-few', detail: `At least ${rule.minItems} items.` };
    if (rule.unique && new Set(value).size < value.length) {
      return { code: 'duplicate-item', detail: 'No item may stand in the list twice.' };
    }
    return firstMisfit(value, checkItem);
  };
}

function firstMisfit(items: readonly unknown[], check: Check): Misfit | undefined {
  for (const [index, item] of items.entries()) {
    const misfit = check(item);
    if (misfit) return { ...misfit, at: `/${index}` };
  }
  return undefined;
}

function list(rule: ListRule, checkItem: Check, items: object): PropertyDecorator {
  const schema = {
    type: 'array',
    items,
    maxItems: rule.maxItems,
    ...(rule.minItems !== undefined && { minItems: rule.minItems }),
    ...(rule.unique && { uniqueItems: true }),
  };
  return field(checkList(rule, checkItem), schema, rule);
}

export function TextList(
  options: ListRule & { readonly max: number; readonly pattern?: RegExp },
): PropertyDecorator {
  const pattern = options.pattern && { pattern: options.pattern.source };
  return list(options, checkText(options), {
    type: 'string',
    minLength: 1,
    maxLength: options.max,
    ...pattern,
  });
}

export const UuidList = (options: ListRule): PropertyDecorator =>
  list({ unique: true, ...options }, checkUuid, { type: 'string', format: 'uuid' });

export const OneOfList = (values: readonly string[], options: ListRule): PropertyDecorator =>
  list({ unique: true, ...options }, checkOneOf(values), { type: 'string', enum: [...values] });

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const checkObject: Check = (value) => (isPlainObject(value) ? undefined : wrongType('an object'));

type ClassOf = () => new () => object;

/** An object with fields of its own. */
export function Nested(of: ClassOf, options: FieldOptions = {}): PropertyDecorator {
  return nested(of, field(checkObject, { type: () => of() }, options));
}

/** A list of objects with fields of their own. */
export function NestedList(of: ClassOf, options: ListRule): PropertyDecorator {
  const schema = {
    type: () => [of()],
    maxItems: options.maxItems,
    ...(options.minItems !== undefined && { minItems: options.minItems }),
  };
  return nested(of, field(checkList(options, checkObject), schema, options));
}

function nested(of: ClassOf, decorate: PropertyDecorator): PropertyDecorator {
  const descend = [ValidateNested(), Type(of)];
  return (target, key) => {
    decorate(target, key);
    descend.forEach((each) => each(target, key));
  };
}
