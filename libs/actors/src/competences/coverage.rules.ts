/** How what members offer stands to what the pact needs. */
export const COVERAGES = ['covered', 'partly', 'missing', 'not_needed'] as const;
export type Coverage = (typeof COVERAGES)[number];
