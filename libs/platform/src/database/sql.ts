/** An instant as JSON shows it: UTC, `Z`. For statements that cannot use `jsonText`. */
export const instantJson = (column: string): string =>
  `replace((${column} at time zone 'UTC')::text, ' ', 'T') || 'Z'`;

/** A pattern for `ilike` that finds this very text, whatever wildcards it holds. */
export const containing = (text: string | undefined): string | null =>
  text === undefined ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
