import { isPersonalTaxCode } from './personal-tax-code.rules.js';

/** Identifiers of this scheme are Italian tax codes of people; every other scheme is a partner's own. */
export const TAX_CODE_SCHEME = 'it-cf';

/** Lower case only: two spellings of one scheme would make two people of one. */
export const SCHEME_FORM = /^[a-z0-9][a-z0-9._:-]{0,63}$/;

/** The form in which two spellings of one identifier are the same; nothing when it cannot be one. */
export function normaliseIdentifier(scheme: string, value: string): string | undefined {
  if (scheme !== TAX_CODE_SCHEME) return value.normalize('NFC').trim();
  const code = value.replace(/\s/g, '').toUpperCase();
  return isPersonalTaxCode(code) ? code : undefined;
}
