import {
  Injectable,
  type CanActivate,
  type ExecutionContext,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { callerOf, forbidden, notFound, OPERATION, unauthenticated, type OperationOptions } from '#platform';
import { ApiKeysQueries } from './keys/api-keys.queries.js';
import { allows, isPermission } from './policy.rules.js';
import { mayEnterPact, type Principal } from './principal.js';

const ROUTE = 'path';

/** Deny by default: a route says what it takes, or the program does not start. */
@Injectable()
export class PolicyGuard implements CanActivate, OnApplicationBootstrap {
  /** Pacts are never deleted, so one that was there stays. */
  private readonly knownPacts = new Set<string>();

  constructor(
    private readonly reflector: Reflector,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly queries: ApiKeysQueries,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const { permission } = this.reflector.get<OperationOptions>(OPERATION, context.getHandler());
    if (permission === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const principal = callerOf(request) as Principal | undefined;
    if (principal === undefined) throw unauthenticated();
    const { pactId } = request.params;
    const allowed = (): true => {
      if (!isPermission(permission) || !allows(permission, principal.kind)) throw forbidden();
      return true;
    };
    return typeof pactId === 'string' ? this.inPact(pactId.toLowerCase(), principal, allowed) : allowed();
  }

  /** A pact the caller does not belong to is not there for it, whatever it may do elsewhere. */
  private inPact(pactId: string, principal: Principal, allowed: () => true): boolean | Promise<boolean> {
    if (!mayEnterPact(principal, pactId)) throw notFound();
    if (this.knownPacts.has(pactId)) return allowed();
    return this.queries.pactExists(pactId).then((exists) => {
      if (!exists) throw notFound();
      this.knownPacts.add(pactId);
      return allowed();
    });
  }

  onApplicationBootstrap(): void {
    const undeclared = this.routes().filter(({ handler }) => {
      const operation = this.reflector.get<OperationOptions | undefined>(OPERATION, handler);
      return (
        operation === undefined || (operation.permission !== 'public' && !isPermission(operation.permission))
      );
    });
    if (undeclared.length > 0) {
      throw new Error(
        `routes without a declared permission: ${undeclared.map((route) => route.name).join(', ')}`,
      );
    }
  }

  private routes(): { name: string; handler: () => unknown }[] {
    return this.discovery.getControllers().flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((method) => ({ name: `${name}.${method}`, handler: prototype[method] as () => unknown }))
        .filter(({ handler }) => Reflect.hasMetadata(ROUTE, handler));
    });
  }
}
