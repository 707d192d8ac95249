import { createParamDecorator, Param, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import type { Request } from 'express';
import { isUuid } from '#kernel';
import { notFound, versionMismatch, versionRequired } from '../problems/http.problems.js';

const idOrNothing: PipeTransform<string, string> = {
  transform(value) {
    if (!isUuid(value)) throw notFound();
    return value.toLowerCase();
  },
};

/** An id in the path. What is not a UUID cannot be the id of anything, so it is not found. */
export const PathId = (name: string): ParameterDecorator => Param(name, idOrNothing);

const VERSION = /^"(\d{1,9})(?:\.[\w-]{12})?"$/;

/** The one version the caller still has, from `If-None-Match`: whether it is current is known before all of it is read. */
export const KnownVersion = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | undefined => {
    const header = context.switchToHttp().getRequest<Request>().headers['if-none-match'];
    const version = header === undefined ? undefined : VERSION.exec(header)?.[1];
    return version === undefined ? undefined : Number(version);
  },
);

const ONE_VERSION = 'If-Match takes the one ETag of the resource as it was read, not `*` and no list.';

/**
 * The version the caller saw, from `If-Match`. Without it 428; in a form this service never issued, 412. So is `*`,
 * which would let a change overwrite what its caller has not seen.
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (header === undefined) throw versionRequired();
  const version = VERSION.exec(header.trim())?.[1];
  if (version === undefined) throw versionMismatch({ detail: ONE_VERSION });
  return Number(version);
});
