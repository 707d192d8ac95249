import type { Principal } from '#identity';
import { checkText } from '#platform';

export const SOURCE_LENGTH = 64;
export const SOURCE_FORM = /^[a-z0-9][a-z0-9._-]{0,63}$/;

export const checkSource = checkText({ max: SOURCE_LENGTH, pattern: SOURCE_FORM });

/** The code a key pushes under when it names none: its own name, as a code. */
export function defaultSource(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-');
  const slug = plain.slice(0, SOURCE_LENGTH).replace(/^[^a-z0-9]+|-+$/g, '');
  return slug === '' ? 'unnamed' : slug;
}

/** A source belongs to the key that pushed under it first; others need to be told so, or to administer everything. */
export const maySpeakFor = (principal: Principal, source: string, ownerId: string | undefined): boolean =>
  ownerId === undefined ||
  ownerId === principal.id ||
  principal.kind === 'admin' ||
  principal.scopes.includes(`source:${source}`);
