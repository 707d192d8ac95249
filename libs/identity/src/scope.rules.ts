import type { FieldError } from '#platform';
import type { Kind } from './role.rules.js';

/** What a source is called: the part of a scope after `source:`. */
export const SOURCE_CODE = '[a-z0-9][a-z0-9._-]{0,63}';

/** May show and erase what is held on a person; not even an administrator may without. */
export const SERVES_DATA_SUBJECTS = 'data-subject:serve';

/**
 * `source` limits: who has none pushes under what it pushed first, who has any is limited to them. The
 * others widen: what a case worker sees, and who may serve the people that records are about.
 */
const SCOPE_FORM = new RegExp(
  `^(source:${SOURCE_CODE}|access-point:[a-z0-9][a-z0-9:._-]{0,99}|${SERVES_DATA_SUBJECTS})$`,
);

/** The scope without which a permission opens nothing: the two have one name. */
export const scopeFor = (permission: string): string | undefined =>
  permission === SERVES_DATA_SUBJECTS ? SERVES_DATA_SUBJECTS : undefined;

/** The field of a request that asks for scopes. */
export const SCOPES = {
  maxItems: 50,
  max: 120,
  pattern: SCOPE_FORM,
  optional: true,
  description:
    '`source:<code>`: the partner pushes under these sources only, and nobody without the scope does. ' +
    '`access-point:<code>`: the case worker sees its cases. `data-subject:serve`: exports and erasures.',
};

const SOURCE = 'source:';

/** For which kinds of caller a scope does anything. */
const KINDS_OF_SCOPES: readonly (readonly [string, readonly Kind[]])[] = [
  [SOURCE, ['partner']],
  ['access-point:', ['case_worker']],
  [SERVES_DATA_SUBJECTS, ['admin', 'coordinator']],
];

const fitsKind = (scope: string, kind: Kind): boolean =>
  KINDS_OF_SCOPES.some(([beginning, kinds]) => scope.startsWith(beginning) && kinds.includes(kind));

export const sourceScope = (source: string): string => SOURCE + source;

/** The sources a caller was told to speak for. */
export const sourcesOf = (scopes: readonly string[]): string[] =>
  scopes.filter((scope) => scope.startsWith(SOURCE)).map((scope) => scope.slice(SOURCE.length));

/** Scopes that would do nothing, and an end that has passed. `now` in milliseconds. */
export function misfitsOfScope(
  wish: { readonly kind: Kind; readonly scopes?: readonly string[]; readonly expiresAt?: string },
  now: number,
): FieldError[] {
  const idle = [...(wish.scopes ?? []).entries()].filter(([, scope]) => !fitsKind(scope, wish.kind));
  const misfits = idle.map(([index]) => ({
    pointer: `/scopes/${index}`,
    code: 'scope-binding',
    detail: 'This scope would do nothing for this kind of caller.',
  }));
  if (wish.expiresAt === undefined || Date.parse(wish.expiresAt) > now) return misfits;
  return [...misfits, { pointer: '/expiresAt', code: 'in-the-past', detail: 'It would never work.' }];
}
