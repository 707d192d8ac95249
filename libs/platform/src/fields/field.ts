import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy, ValidateIf } from 'class-validator';

/** What every field decorator takes. */
export interface FieldOptions {
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly description?: string;
  readonly example?: unknown;
}

/** Why a value does not fit: a stable code and a sentence without the value. */
export interface Misfit {
  readonly code: string;
  readonly detail: string;
  /** Where inside the value the fault lies, as the rest of a JSON pointer. */
  readonly at?: string;
}

export type Check = (value: unknown) => Misfit | undefined;

const MISSING: Misfit = { code: 'required', detail: 'This field is required.' };

/**
 * One decorator that validates, and describes the same rule in the OpenAPI document.
 * Both the tests (compiled by swc) and the programs (compiled by tsc) see the same: docs/adr/0002.
 */
export function field(check: Check, schema: object, options: FieldOptions): PropertyDecorator {
  const decorators = [
    ApiProperty({ ...schema, ...described(options) }),
    checked(check),
    ...(options.optional || options.nullable ? [skipped(options)] : []),
  ];
  return (target, key) => decorators.forEach((decorate) => decorate(target, key));
}

const described = (options: FieldOptions): ApiPropertyOptions => ({
  required: options.optional !== true,
  ...(options.nullable && { nullable: true }),
  ...(options.description && { description: options.description }),
  ...(options.example !== undefined && { example: options.example }),
});

/** The misfit travels through class-validator as its message, in JSON. */
function checked(check: Check): PropertyDecorator {
  const misfit = (value: unknown): Misfit | undefined => (value === undefined ? MISSING : check(value));
  return ValidateBy({
    name: 'field',
    validator: {
      validate: (value) => misfit(value) === undefined,
      defaultMessage: (given) => JSON.stringify(misfit(given?.value) ?? MISSING),
    },
  });
}

const skipped = (options: FieldOptions): PropertyDecorator =>
  ValidateIf(
    (_object, value) => !(options.optional && value === undefined) && !(options.nullable && value === null),
  );

/** Turns the text of a query parameter into what the field expects; bodies are left as they were sent. */
export const fromQuery = (convert: (text: string) => unknown): PropertyDecorator =>
  Transform(({ value, options }) =>
    typeof value === 'string' && options.groups?.includes('query') ? convert(value) : (value as unknown),
  );

export const wrongType = (expected: string): Misfit => ({
  code: 'wrong-type',
  detail: `This must be ${expected}.`,
});
