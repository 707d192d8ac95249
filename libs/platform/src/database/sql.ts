/** An instant as JSON shows it: UTC, milliseconds, `Z`. */
export const instantJson = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A pattern for `ilike` that finds this very text, whatever wildcards it holds. */
export const containing = (text: string | undefined): string | null =>
  text === undefined ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
