import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { driverFault, isUnavailable } from '../database/driver-fault.js';
import { Log } from '../logging/log.js';
import {
  bodyTooLarge,
  conflict,
  internalError,
  malformedRequest,
  methodNotAllowed,
  notFound,
  temporarilyUnavailable,
  unsupportedMediaType,
} from './http.problems.js';
import { AllowedMethods } from '../http/allowed-methods.js';
import { send } from '../http/answers.js';
import { letRunOut } from '../http/body.js';
import { MOST_ERRORS, Problem, problemOfConstraint } from './problem.js';
import { requestIdOf } from '../http/request-id.js';

const RETRY_AFTER_SECONDS = '2';

/** The one place where whatever was thrown becomes a problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly methods: AllowedMethods,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    if (response.headersSent || response.destroyed) return void response.destroy();
    this.answer(this.problemOf(thrown, request), request, response);
  }

  private answer(problem: Problem, request: Request, response: Response): void {
    const { slug, status, title, advice } = problem.kind;
    const { detail = advice, errors, headers, extension } = problem.options;
    const type = `/problems/${slug}`;
    const requestId = requestIdOf(request);
    const told = errors?.slice(0, MOST_ERRORS);
    const document = {
      type,
      title,
      status,
      detail,
      instance: request.path,
      requestId,
      errors: told,
      ...extension,
    };
    send(request, response, {
      status,
      headers: {
        'Content-Type': 'application/problem+json',
        ...(status === 503 && { 'Retry-After': RETRY_AFTER_SECONDS }),
        ...(status === 401 && { 'WWW-Authenticate': 'Bearer realm="patti"' }),
        ...headers,
      },
      body: JSON.stringify(document),
    });
    if (!request.complete) letRunOut(request);
  }

  private problemOf(thrown: unknown, request: Request): Problem {
    if (thrown instanceof Problem) return thrown;
    if (thrown instanceof HttpException) return this.problemOfFramework(thrown, request);
    const fault = driverFault(thrown);
    if (fault?.constraint) return problemOfConstraint(fault.constraint) ?? this.unexpected(thrown, request);
    if (isUnavailable(thrown)) return temporarilyUnavailable();
    return problemOfBodyParser(thrown) ?? this.unexpected(thrown, request);
  }

  private problemOfFramework(thrown: HttpException, request: Request): Problem {
    if (thrown.getStatus() === 413) return bodyTooLarge();
    if (thrown.getStatus() === 415)
      return unsupportedMediaType({ detail: 'Compressed bodies are not read.' });
    if (thrown.getStatus() !== 404) return malformedRequest();
    const allowed = this.methods.of(request.path);
    return allowed.length === 0 ? notFound() : methodNotAllowed({ headers: { Allow: allowed.join(', ') } });
  }

  private unexpected(thrown: unknown, request: Request): Problem {
    const fault = driverFault(thrown);
    if (fault?.constraint) {
      this.log.error(
        { requestId: requestIdOf(request), ...fault },
        'a constraint without a problem was violated',
      );
      return conflict();
    }
    // Messages of drivers and libraries may hold submitted values, so only the kind and the place are logged.
    const place =
      thrown instanceof Error ? thrown.stack?.split('\n').filter((line) => /^\s+at /.test(line)) : undefined;
    const name = thrown instanceof Error ? thrown.name : typeof thrown;
    this.log.error(
      { requestId: requestIdOf(request), name, place: place?.slice(0, 6), ...fault },
      'unexpected failure',
    );
    return internalError();
  }
}

/** Errors of Express's own body reader carry a `type`. */
function problemOfBodyParser(thrown: unknown): Problem | undefined {
  switch ((thrown as { type?: unknown } | undefined)?.type) {
    case 'entity.too.large':
      return bodyTooLarge();
    case 'encoding.unsupported':
      return unsupportedMediaType({ detail: 'Compressed bodies are not read.' });
    case 'request.aborted':
    case 'request.size.invalid':
      return malformedRequest({ detail: 'The body ended early.' });
    default:
      return thrown instanceof URIError ? notFound() : undefined;
  }
}
