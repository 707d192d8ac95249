/** Whether a service is given: the words of Open Referral, but for a blank that no code of ours has. */
export const AVAILABILITIES = ['active', 'inactive', 'defunct', 'temporarily_closed'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

interface Offer {
  readonly id?: string;
  readonly name: string;
}

/** The offers with their ids, or the places in the list of those whose id no service of the actor has. */
export type WithIds<Each extends Offer> =
  { readonly offers: (Each & { readonly id: string })[] } | { readonly unknown: number[] };

/**
 * A service keeps its id: told by it, or else by its name. Any other one is new. Two of a list never have one id.
 */
export function withIds<Each extends Offer>(
  wanted: readonly Each[],
  known: readonly (Offer & { readonly id: string })[],
  newId: () => string,
): WithIds<Each> {
  const free = new Map(known.map((offer) => [offer.id, offer.name]));
  const unknown = wanted.flatMap(({ id }, index) => (id === undefined || free.delete(id) ? [] : [index]));
  if (unknown.length > 0) return { unknown };
  return {
    offers: wanted.map((offer) => ({ ...offer, id: offer.id ?? takeByName(free, offer.name) ?? newId() })),
  };
}

function takeByName(free: Map<string, string>, name: string): string | undefined {
  const found = [...free].find(([, known]) => known === name)?.[0];
  if (found !== undefined) free.delete(found);
  return found;
}
