import { SOURCE_CODE, sourcesOf, type Principal } from '#identity';
import { checkText } from '#platform';

export const SOURCE_LENGTH = 64;
export const SOURCE_FORM = new RegExp(`^${SOURCE_CODE}$`);

export const checkSource = checkText({ max: SOURCE_LENGTH, pattern: SOURCE_FORM });

/** What is known of a source: who pushed under it first, and whether living keys have it as a scope. */
export interface SourceHolder {
  readonly ownerId: string | undefined;
  readonly lent: boolean;
}

/** The code a key pushes under when it names none: the one it speaks for, else its own name, as a code. */
export function defaultSource(principal: Principal): string {
  const [only, ...others] = sourcesOf(principal.scopes);
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
 * A key with `source:<code>` scopes speaks for these and no other, and what it was told to speak for is nobody else's.
 * A key without has what it pushed under first, as long as nobody else did.
 */
export function maySpeakFor(principal: Principal, source: string, holder: SourceHolder): boolean {
  const told = sourcesOf(principal.scopes);
  if (told.length > 0) return told.includes(source);
  return !holder.lent && (holder.ownerId === undefined || holder.ownerId === principal.id);
}
