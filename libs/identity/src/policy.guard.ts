import {
  Injectable,
  type CanActivate,
  type ExecutionContext,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Request } from 'express';
import {
  callerOf,
  forbidden,
  notFound,
  OPERATION,
  rememberCaller,
  unauthenticated,
  type OperationOptions,
} from '#platform';
import { allows, isPermission } from './policy.rules.js';
import type { Account, Principal } from './principal.js';
import { scopeFor } from './scope.rules.js';
import { ReferencesQueries } from './references.queries.js';
import { actingAnywhere, actingIn, enters, wished, type Kind, type Role } from './role.rules.js';

const ROUTE = 'path';
/** Whoever signed in may ask who it is; somebody without a role has to learn what to ask for. */
const OF_ALL_SIGNED_IN = 'caller:read';
/** Header by which a caller with several roles says in which it acts. */
const WISH = 'patti-role';

/** Deny by default: a route says what it takes, or the program does not start. */
@Injectable()
export class PolicyGuard implements CanActivate, OnApplicationBootstrap {
  /** Pacts are never deleted, so one that was there stays. */
  private readonly knownPacts = new Set<string>();

  constructor(
    private readonly reflector: Reflector,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly references: ReferencesQueries,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const { permission } = this.reflector.get<OperationOptions>(OPERATION, context.getHandler());
    if (permission === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const account = callerOf(request) as Account | undefined;
    if (account === undefined) throw unauthenticated();
    if (permission === OF_ALL_SIGNED_IN) return true;
    const { pactId } = request.params;
    const narrow = (id?: string): true => {
      const role = roleFor(permission, account, request, id);
      const principal: Principal = { id: account.id, name: account.name, ...role };
      rememberCaller(request, principal);
      return true;
    };
    return typeof pactId === 'string' ? this.inPact(pactId.toLowerCase(), account, narrow) : narrow();
  }

  /** A pact the caller does not belong to is not there for it, whatever it may do elsewhere. */
  private inPact(
    pactId: string,
    { roles }: Account,
    narrow: (id: string) => true,
  ): boolean | Promise<boolean> {
    if (!roles.some((role) => enters(role, pactId))) throw notFound();
    if (this.knownPacts.has(pactId)) return narrow(pactId);
    return this.references.pactExists(pactId).then((exists) => {
      if (!exists) throw notFound();
      this.knownPacts.add(pactId);
      return narrow(pactId);
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

/** The role in which the caller does this, in the pact of the path or wherever it may. */
function roleFor(permission: string, { roles }: Account, request: Request, pactId?: string): Role {
  if (!isPermission(permission)) throw forbidden();
  const here = pactId === undefined ? roles : roles.filter((role) => enters(role, pactId));
  const among = wished(here, request.headers[WISH] as string | undefined);
  const may = (kind: Kind): boolean => allows(permission, kind);
  const role =
    pactId === undefined ? actingAnywhere(among, may, scopeFor(permission)) : actingIn(here, among, may);
  if (role === undefined) throw forbidden();
  return role;
}
