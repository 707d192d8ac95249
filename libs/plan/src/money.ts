/** Whole cents, exact in a JSON number even where a hundred of them are added. */
const MOST_CENTS = 10_000_000_000_000;

export const AMOUNT = { min: 1, max: MOST_CENTS, description: 'Euro cents.' };

/** What amounts add up to. */
export const SUM = { min: 0, max: MOST_CENTS * 100, description: 'Euro cents.' };
