/** What the document says of each operation on case data. */
export const REACH =
  'Only what the caller answers for: the pathways that its actor leads or that belong to one of its access points ' +
  '(scope `access-point:<code>`), and the people in them. Each request is noted.';

/** The pathways that a case worker answers for: those that its actor leads, and those of its access points. */
export interface Reach {
  readonly actorId: string | undefined;
  /** In lower case. */
  readonly accessPoints: readonly string[];
}

/** Of a row of `pathway`, as SQL; the two halves of a reach are given as parameters. */
export const inReach = (actor: string, accessPoints: string): string =>
  `(lead_actor_id = ${actor} or lower(access_point) = any(${accessPoints}::text[]))`;

const ACCESS_POINT = 'access-point:';

/** Of a caller bound to no actor and no access point, nothing is in reach. */
export function reachOf(caller: { readonly actorId?: string; readonly scopes: readonly string[] }): Reach {
  const points = caller.scopes.filter((scope) => scope.startsWith(ACCESS_POINT));
  return {
    actorId: caller.actorId,
    accessPoints: points.map((scope) => scope.slice(ACCESS_POINT.length).toLowerCase()),
  };
}
