import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { callerOf } from '#platform';
import type { Role } from './role.rules.js';

export { KINDS, type Kind } from './role.rules.js';

/** Who signed in, with a key or as a person, and all that it is in one pact and another. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Under which name the issuer of access tokens knows it. */
  readonly person?: { readonly issuer: string; readonly subject: string };
}

/** Who is asking: an account in the one role in which it does this. The guard chooses the role. */
export interface Principal extends Role {
  readonly id: string;
  readonly name: string;
}

const callerIn = (context: ExecutionContext) => callerOf(context.switchToHttp().getRequest<Request>());

/** The caller in its role, as a handler's parameter. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | undefined =>
    callerIn(context) as Principal | undefined,
);

/** The caller with all its roles, for the one route that is open to whoever signed in. */
export const SignedIn = createParamDecorator(
  (_: unknown, context: ExecutionContext): Account | undefined => callerIn(context) as Account | undefined,
);
