/** What a caller can be. */
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

/** What a caller is, and where. No pacts means all of them, for the kinds that can be everywhere. */
export interface Role {
  readonly kind: Kind;
  readonly pacts: readonly string[];
  /** The actor it speaks for. */
  readonly actorId?: string;
  readonly scopes: readonly string[];
}

type Allows = (kind: Kind) => boolean;

const EVERYWHERE: readonly string[] = ['admin', 'auditor'];
const BOUND_TO_AN_ACTOR: readonly string[] = ['member', 'case_worker'];

export const isKind = (text: string): text is Kind => (KINDS as readonly string[]).includes(text);

/** An administrator is one of the whole service, an auditor of that or of a pact, everybody else of a pact. */
export const fitsPact = (kind: Kind, pactId: string | undefined): boolean =>
  pactId === undefined ? EVERYWHERE.includes(kind) : kind !== 'admin';

/** Members and case workers speak for an actor, the others for none. */
export const fitsActor = (kind: Kind, actorId: string | undefined): boolean =>
  BOUND_TO_AN_ACTOR.includes(kind) === (actorId !== undefined);

const entersAll = ({ kind, pacts }: Role): boolean => EVERYWHERE.includes(kind) && pacts.length === 0;

/** The pacts it belongs to; nothing for one that belongs to all. */
export const enteredPacts = (role: Role): readonly string[] | undefined =>
  entersAll(role) ? undefined : role.pacts;

export const enters = (role: Role, pactId: string): boolean => entersAll(role) || role.pacts.includes(pactId);

/** Roles of the same kind, for the same actor and with the same scopes become one; the order is that of `KINDS`. */
export function merged(roles: readonly Role[]): Role[] {
  const byName = new Map<string, Role>();
  for (const role of roles) {
    const name = `${role.kind}:${role.actorId ?? ''}:${entersAll(role)}:${[...role.scopes].sort().join(' ')}`;
    const pacts = new Set([...(byName.get(name)?.pacts ?? []), ...role.pacts]);
    byName.set(name, { ...role, pacts: [...pacts] });
  }
  return [...byName.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** Those the caller asks to act in: `member`, or `member:<actorId>` when it is one for several actors. */
export function wished(roles: readonly Role[], wish: string | undefined): readonly Role[] {
  if (wish === undefined) return roles;
  const [kind, actorId] = wish.split(':', 2);
  return roles.filter((role) => role.kind === kind && (actorId === undefined || role.actorId === actorId));
}

/**
 * In which of its roles in a pact a caller acts: the first that may do it. Whoever also speaks for an actor there keeps
 * that actor in every other role, so that nobody confirms as a coordinator what it delivered as a member. A role that is
 * held twice, from the issuer and by a grant, has the scopes of both.
 */
export function actingIn(here: readonly Role[], among: readonly Role[], allows: Allows): Role | undefined {
  const role = among.find(({ kind }) => allows(kind));
  if (role === undefined) return undefined;
  const actorId = role.actorId ?? here.find((each) => each.actorId !== undefined)?.actorId;
  const same = among.filter((each) => each.kind === role.kind && each.actorId === role.actorId);
  const scopes = [...new Set(same.flatMap((each) => each.scopes))];
  return { ...role, scopes, ...(actorId !== undefined && { actorId }) };
}

/**
 * Where no pact is named, every role that may do it counts: the caller reaches the pacts of all of them. What it is in
 * one of these pacts is then left open, so such a route decides by permission and pact, never by kind or actor.
 * Where a scope is needed, only the roles that have it count, if there are any: it opens no pact it was not given for.
 */
export function actingAnywhere(among: readonly Role[], allows: Allows, scope?: string): Role | undefined {
  const able = holding(
    scope,
    among.filter(({ kind }) => allows(kind)),
  );
  const [first, ...others] = able;
  if (first === undefined || others.length === 0) return first;
  const everywhere = able.find(entersAll);
  if (everywhere !== undefined) return everywhere;
  const { actorId, ...role } = first;
  const scopes = first.scopes.filter((each) => others.every((other) => other.scopes.includes(each)));
  const pacts = [...new Set(able.flatMap((each) => each.pacts))];
  const oneActor = actorId !== undefined && others.every((each) => each.actorId === actorId);
  return { ...role, pacts, scopes, ...(oneActor && { actorId }) };
}

function holding(scope: string | undefined, roles: readonly Role[]): readonly Role[] {
  const holders = roles.filter(({ scopes }) => scope !== undefined && scopes.includes(scope));
  return holders.length > 0 ? holders : roles;
}
