import { isUuid } from '#kernel';
import { fitsActor, fitsPact, isKind, type Role } from '../role.rules.js';

const PREFIX = 'patti';
const MOST = 500;

/**
 * The roles that an issuer put into a token: texts in the claim of this name, which may be a path of names with dots.
 * `patti:<kind>[:<pactId>[:<actorId>]]`; all else in the claim is meant for others and passed over.
 */
export function claimedRoles(claims: Readonly<Record<string, unknown>>, name: string): Role[] {
  const claim = Object.hasOwn(claims, name) ? claims[name] : atPath(claims, name.split('.'));
  const texts: unknown[] = Array.isArray(claim) ? claim : typeof claim === 'string' ? claim.split(' ') : [];
  return texts
    .slice(0, MOST)
    .map((text) => (typeof text === 'string' ? roleOf(text) : undefined))
    .filter((role) => role !== undefined);
}

function atPath(value: unknown, [name, ...rest]: string[]): unknown {
  if (name === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return atPath((value as Record<string, unknown>)[name], rest);
}

function roleOf(text: string): Role | undefined {
  const [prefix, kind = '', pactId, actorId, ...rest] = text.split(':');
  if (prefix !== PREFIX || !isKind(kind) || rest.length > 0) return undefined;
  if (![pactId, actorId].every((id) => id === undefined || isUuid(id))) return undefined;
  if (!fitsPact(kind, pactId) || !fitsActor(kind, actorId)) return undefined;
  return {
    kind,
    pacts: pactId === undefined ? [] : [pactId.toLowerCase()],
    scopes: [],
    ...(actorId !== undefined && { actorId: actorId.toLowerCase() }),
  };
}
