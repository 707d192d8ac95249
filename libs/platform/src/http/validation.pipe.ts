import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { mayNamePerson } from '#kernel';
import { invalidParameter, invalidRequest, malformedRequest } from '../problems/http.problems.js';
import { mayBeAbsent } from '../fields/optional-body.js';
import type { Misfit } from '../fields/field.js';
import type { FieldError } from '../problems/problem.js';

const RULES = { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true } as const;
/** Names that class-transformer passes over in silence. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);
type Dto = new () => object;

/** Turns bodies and queries into their DTO classes, or says with pointers what does not fit. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const dto = metadata.metatype;
    if (metadata.type === 'body' && dto !== undefined) return this.body(value, dto as Dto);
    if (metadata.type === 'query' && dto !== undefined && dto !== Object)
      return this.query(value as object, dto as Dto);
    return value;
  }

  private body(value: unknown, dto: Dto): object {
    if (value === undefined && mayBeAbsent(dto)) return new dto();
    if (value === undefined) throw malformedRequest({ detail: 'A JSON body is required.' });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalidRequest([{ pointer: '', code: 'wrong-type', detail: 'The body must be an object.' }]);
    }
    const instance = plainToInstance(dto, value);
    const errors = validateSync(instance, RULES);
    if (errors.length > 0) throw invalidRequest(errors.flatMap((error) => fieldErrors(error, '')));
    return instance;
  }

  private query(value: object, dto: Dto): object {
    const reserved = Object.keys(value).find((name) => RESERVED.has(name));
    if (reserved !== undefined)
      throw invalidParameter({ detail: 'The address uses a reserved parameter name.' });
    const instance = plainToInstance(dto, value, { groups: ['query'] });
    const errors = validateSync(instance, RULES);
    if (errors.length > 0)
      throw invalidParameter({ errors: errors.flatMap((error) => fieldErrors(error, '')) });
    return instance;
  }
}

/** No field of ours has a longer name, and an answer is no place to send one back. */
const LONGEST_NAME = 200;

/** Nor is it one for the tax code of a person, which would be kept with the answer under an Idempotency-Key. */
const isTellable = (name: string): boolean => name.length <= LONGEST_NAME && !mayNamePerson(name);

const unknownField = (pointer: string): FieldError => ({
  pointer,
  code: 'unknown-field',
  detail: 'This field is not known here.',
});

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const { field, whitelistValidation } = error.constraints ?? {};
  if (whitelistValidation) return [unknownField(isTellable(error.property) ? pointer : parent)];
  if (field) {
    const { code, detail, at = '' } = JSON.parse(field) as Misfit;
    return [{ pointer: pointer + at, code, detail }];
  }
  return (error.children ?? []).flatMap((child) => fieldErrors(child, pointer));
}
