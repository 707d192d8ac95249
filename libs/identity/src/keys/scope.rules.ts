import type { Kind } from '../role.rules.js';

/** What a source is called: the part of a scope after `source:`. */
export const SOURCE_CODE = '[a-z0-9][a-z0-9._-]{0,63}';

/** May show and erase what is held on a person; not even an administrator may without. */
export const SERVES_DATA_SUBJECTS = 'data-subject:serve';

/**
 * `source` limits: a key that has none pushes under what it pushed first, one that has any is limited to them. The
 * others widen: what a case worker sees, and who may serve the people that records are about.
 */
export const SCOPE_FORM = new RegExp(
  `^(source:${SOURCE_CODE}|access-point:[a-z0-9][a-z0-9:._-]{0,99}|${SERVES_DATA_SUBJECTS})$`,
);

const SOURCE = 'source:';

/** For which kinds of key a scope does anything. */
const KINDS_OF_SCOPES: readonly (readonly [string, readonly Kind[]])[] = [
  [SOURCE, ['partner']],
  ['access-point:', ['case_worker']],
  [SERVES_DATA_SUBJECTS, ['admin', 'coordinator']],
];

export const fitsKind = (scope: string, kind: Kind): boolean =>
  KINDS_OF_SCOPES.some(([beginning, kinds]) => scope.startsWith(beginning) && kinds.includes(kind));

export const sourceScope = (source: string): string => SOURCE + source;

/** The sources a key was told to speak for. */
export const sourcesOf = (scopes: readonly string[]): string[] =>
  scopes.filter((scope) => scope.startsWith(SOURCE)).map((scope) => scope.slice(SOURCE.length));
