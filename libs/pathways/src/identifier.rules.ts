import { isPersonalTaxCode } from '#kernel';

/** Identifiers of this scheme are Italian tax codes of people; every other scheme is a partner's own. */
export const TAX_CODE_SCHEME = 'it-cf';

/** Lower case only: two spellings of one scheme would make two people of one. */
export const SCHEME_FORM = /^[a-z0-9][a-z0-9._:-]{0,63}$/;

/** The form in which two spellings of one identifier are the same. */
export const spellingOf = (scheme: string, value: string): string =>
  scheme === TAX_CODE_SCHEME ? value.replace(/\s/g, '').toUpperCase() : value.normalize('NFC').trim();

/** Its one spelling; nothing when it cannot be an identifier. */
export function normaliseIdentifier(scheme: string, value: string): string | undefined {
  const spelling = spellingOf(scheme, value);
  return scheme !== TAX_CODE_SCHEME || isPersonalTaxCode(spelling) ? spelling : undefined;
}
