/** The four systems of a territorial pact: docs/domain-language.md. */
export const SYSTEMS = ['public', 'third_sector', 'economic_productive', 'community'] as const;
export type System = (typeof SYSTEMS)[number];

export const ACTOR_KINDS = [
  'municipality',
  'social_services_district',
  'province',
  'region',
  'job_centre',
  'health_authority',
  'school',
  'university',
  'training_body',
  'cooperative',
  'association',
  'foundation',
  'company',
  'employer_association',
  'chamber_of_commerce',
  'trade_union',
  'bank',
  'parish',
  'informal_group',
  'other',
] as const;

/** Italian tax code of an organisation: eleven digits, the last of which checks the others (Luhn). */
export function isOrganisationTaxCode(code: string): boolean {
  if (!/^\d{11}$/.test(code)) return false;
  const digits = [...code].map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const weighted = index % 2 === 1 ? digit * 2 : digit;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}
