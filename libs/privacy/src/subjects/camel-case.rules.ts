export const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The keys in here are words of a partner, not ours. */
const KEYED_BY_PARTNERS = new Set(['scores']);

/** The same value, with its keys as the API spells them. */
export function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      camelCase(name),
      KEYED_BY_PARTNERS.has(name) ? member : camelCased(member),
    ]),
  );
}
