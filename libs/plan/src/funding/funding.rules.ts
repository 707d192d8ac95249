/** Whose money it is. */
export const PROGRAMME_KINDS = ['esf_plus', 'erdf', 'national', 'regional', 'municipal', 'private'] as const;
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];
