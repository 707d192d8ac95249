import { Transform } from 'class-transformer';
import { isDay } from '#kernel';
import { field, wrongType, type Check, type FieldOptions, type Misfit } from './field.js';

interface TextRule {
  /** Greatest length in code points. */
  readonly max: number;
  readonly min?: number;
  readonly pattern?: RegExp;
  /** Line breaks and tabs are allowed. */
  readonly multiline?: boolean;
}

const CONTROL = /[\u0000-\u001f\u007f]/;
const CONTROL_BUT_LINES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export function checkText(rule: TextRule): Check {
  const control = rule.multiline ? CONTROL_BUT_LINES : CONTROL;
  return (value) => {
    if (typeof value !== 'string') return wrongType('text');
    if (control.test(value))
      return { code: 'control-character', detail: 'Control characters are not allowed.' };
    if (!value.isWellFormed()) return { code: 'lone-surrogate', detail: 'The text is not valid Unicode.' };
    return checkLength(value, rule) ?? checkShape(value, rule);
  };
}

function checkLength(value: string, rule: TextRule): Misfit | undefined {
  const length = value.length > rule.max ? [...value].length : value.length;
  if (length > rule.max) return { code: 'too-long', detail: `At most ${rule.max} characters.` };
  if (length < (rule.min ?? 1)) return { code: 'too-short', detail: `At least ${rule.min ?? 1} characters.` };
  return undefined;
}

function checkShape(value: string, rule: TextRule): Misfit | undefined {
  if (rule.pattern) {
    return rule.pattern.test(value)
      ? undefined
      : { code: 'pattern', detail: `This must match ${rule.pattern.source}` };
  }
  return value.trim() === '' && (rule.min ?? 1) > 0
    ? { code: 'blank', detail: 'Blank text is not enough.' }
    : undefined;
}

/** Text in Unicode NFC (composed on arrival), without control characters, at least one that is not blank. */
export function Text(options: TextRule & FieldOptions): PropertyDecorator {
  const schema = { type: 'string', minLength: options.min ?? 1, maxLength: options.max };
  const decorate = field(
    checkText(options),
    options.pattern ? { ...schema, pattern: options.pattern.source } : schema,
    options,
  );
  const compose = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.normalize('NFC') : value,
  );
  return (target, key) => {
    compose(target, key);
    decorate(target, key);
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const checkUuid: Check = (value) =>
  typeof value === 'string' && UUID.test(value)
    ? undefined
    : { code: 'uuid', detail: 'This must be a UUID.' };

export const Uuid = (options: FieldOptions = {}): PropertyDecorator =>
  field(checkUuid, { type: 'string', format: 'uuid' }, options);

const checkDay: Check = (value) =>
  typeof value === 'string' && isDay(value)
    ? undefined
    : { code: 'day', detail: 'This must be a calendar day, YYYY-MM-DD, from 1900-01-01 to 2100-12-31.' };

/** A calendar day of Europe/Rome, `YYYY-MM-DD`. */
export const Day = (options: FieldOptions = {}): PropertyDecorator =>
  field(checkDay, { type: 'string', format: 'date' }, options);

const INSTANT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/;

const checkInstant: Check = (value) =>
  typeof value === 'string' &&
  INSTANT.test(value) &&
  isDay(value.slice(0, 10)) &&
  !Number.isNaN(Date.parse(value))
    ? undefined
    : { code: 'instant', detail: 'This must be an instant in UTC, like 2026-03-01T09:30:00Z.' };

/** An instant in UTC, RFC 3339 with `Z`. */
export const Instant = (options: FieldOptions = {}): PropertyDecorator =>
  field(checkInstant, { type: 'string', format: 'date-time' }, options);
