const PAIR = /^([a-zA-Z]{1,40}):(.+)$/;

/** Reads `sex:F,ageGroup:18-29`; values may be percent-encoded. Undefined when it is not of this form. */
export function parseCell(text: string): Record<string, string> | undefined {
  if (text === '') return {};
  const cell = new Map<string, string>();
  for (const pair of text.split(',')) {
    const [, name, encoded = ''] = PAIR.exec(pair) ?? [];
    const value = decoded(encoded);
    if (name === undefined || value === undefined || cell.has(name)) return undefined;
    cell.set(name, value);
  }
  return Object.fromEntries(cell);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
