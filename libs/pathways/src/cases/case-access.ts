import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { callerOf, OPERATION, requestIdOf, type OperationOptions } from '#platform';

/** Why someone looks at what is known of people. A closed list: it can be counted, and holds nothing personal. */
export const PURPOSES = [
  'case_management',
  'quality_check',
  'data_subject_request',
  'legal_obligation',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Who does what, in which request. */
export interface CaseRequest {
  readonly operation: string;
  readonly principalId: string;
  readonly requestId: string;
}

export interface CaseAccess extends CaseRequest {
  readonly purpose: Purpose;
}

/** How a request for case data is noted: under the name that its operation has in the OpenAPI document. */
export const AsNoted = createParamDecorator((_: unknown, context: ExecutionContext): CaseRequest => {
  const request = context.switchToHttp().getRequest<Request>();
  const { id } = Reflect.getMetadata(OPERATION, context.getHandler()) as OperationOptions;
  return { operation: id, principalId: callerOf(request)?.id ?? '', requestId: requestIdOf(request) };
});
