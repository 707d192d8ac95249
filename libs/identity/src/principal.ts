import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { callerOf } from '#platform';

/** What a key, or later a person, can be. */
export const KINDS = [
  'admin',
  'coordinator',
  'member',
  'case_worker',
  'observer',
  'partner',
  'dashboard',
  'auditor',
] as const;
export type Kind = (typeof KINDS)[number];

/** Who is asking. `pacts` is empty for administrators: they may see every pact. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly pacts: readonly string[];
  readonly actorId?: string;
  readonly scopes: readonly string[];
}

export const mayEnterPact = (principal: Principal, pactId: string): boolean =>
  principal.kind === 'admin' || principal.pacts.includes(pactId);

/** The authenticated caller, as a handler's parameter. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | undefined =>
    callerOf(context.switchToHttp().getRequest<Request>()) as Principal | undefined,
);
