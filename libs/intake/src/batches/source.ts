import type { Principal } from '#identity';
import { checkText } from '#platform';

export const SOURCE_LENGTH = 64;
export const SOURCE_FORM = /^[a-z0-9][a-z0-9._-]{0,63}$/;

export const checkSource = checkText({ max: SOURCE_LENGTH, pattern: SOURCE_FORM });

const SCOPE = 'source:';

/** The sources a key was told it speaks for; none: it may have one of its own. */
const lentTo = ({ scopes }: Principal): string[] =>
  scopes.filter((scope) => scope.startsWith(SCOPE)).map((scope) => scope.slice(SCOPE.length));

/** The code a key pushes under when it names none: the one it speaks for, else its own name, as a code. */
export function defaultSource(principal: Principal): string {
  const [only, ...others] = lentTo(principal);
  return only !== undefined && others.length === 0 ? only : codeOf(principal.name);
}

function codeOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-');
  const slug = plain.slice(0, SOURCE_LENGTH).replace(/^[^a-z0-9]+|-+$/g, '');
  return slug === '' ? 'unnamed' : slug;
}

/**
 * A key with `source:<code>` scopes speaks for these and no other. One without has what it pushed under first, as long
 * as nobody else did. Administrators speak for all.
 */
export function maySpeakFor(principal: Principal, source: string, ownerId: string | undefined): boolean {
  if (principal.kind === 'admin') return true;
  const lent = lentTo(principal);
  return lent.length > 0 ? lent.includes(source) : ownerId === undefined || ownerId === principal.id;
}
