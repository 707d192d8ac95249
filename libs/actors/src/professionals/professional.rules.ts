/** What a professional of the register is trusted with. */
export const PROFESSIONAL_ROLES = ['guarantor', 'promoter', 'tutor', 'designer'] as const;
export type ProfessionalRole = (typeof PROFESSIONAL_ROLES)[number];

interface Endorsed {
  readonly memberId: string;
}

/** The places in the list of members that are named twice: each vouches once. */
export function repeatedEndorsements(endorsements: readonly Endorsed[]): number[] {
  const seen = new Set<string>();
  return endorsements.flatMap(({ memberId }, index) => {
    const key = memberId.toLowerCase();
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated ? [index] : [];
  });
}
