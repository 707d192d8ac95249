import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { mayNamePerson } from '#kernel';

const ACCEPTED = /^[A-Za-z0-9._-]{8,64}$/;
const ID = Symbol('request id');

/**
 * Every request has an id: the caller's own where it is well-formed, else a new one. It is returned, logged and kept, so
 * what may be the tax code of a person is none.
 */
export function requestIdOf(request: Request & { [ID]?: string }): string {
  return (request[ID] ??= givenOrNew(request.headers['x-request-id']));
}

const givenOrNew = (given: unknown): string =>
  typeof given === 'string' && ACCEPTED.test(given) && !mayNamePerson(given) ? given : randomUUID();
