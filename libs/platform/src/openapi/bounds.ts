/** How long values of a format are: said here once, for every schema that names the format. */
const LENGTHS: Readonly<Record<string, { readonly minLength: number; readonly maxLength: number }>> = {
  uuid: { minLength: 36, maxLength: 36 },
  date: { minLength: 10, maxLength: 10 },
  // With microseconds; and an offset, in rows as they lie in a table.
  'date-time': { minLength: 20, maxLength: 32 },
};

/** Examples are values, not schemas, whatever their fields are called. */
const VALUES = new Set(['example', 'examples', 'enum', 'default']);

/** Gives each text in a part of the document the bounds that its format implies. */
export function boundFormats(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  const { type, format } = part as { type?: unknown; format?: unknown };
  if (type === 'string' && typeof format === 'string') Object.assign(part, LENGTHS[format]);
  for (const [name, value] of Object.entries(part)) if (!VALUES.has(name)) boundFormats(value);
}
