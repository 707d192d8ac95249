/**
 * SQL expressions that write JSON as text. Concatenation takes half the time of `json_build_object`, which looks up
 * the type of each argument for every row; and a field without a value is simply left out.
 */
export interface JsonPart {
  readonly sql: string;
  readonly optional: boolean;
  /** It is members of the object by itself, `"a":1,"b":2`, whatever it is called. */
  readonly isMembers?: true;
}

const part = (sql: string): JsonPart => ({ sql, optional: false });

/** Text that never needs escaping: ids, codes from a closed list, calendar days. */
export const code = (column: string): JsonPart => part(`'"' || ${column} || '"'`);
/** Any text. */
export const text = (column: string): JsonPart => part(`to_json(${column})::text`);
/** A number or a boolean. */
export const scalar = (column: string): JsonPart => part(`(${column})::text`);
/** A numeric with its trailing zeros taken off. */
export const decimal = (column: string): JsonPart => part(`trim_scale(${column})::text`);
/** An array of PostgreSQL. */
export const list = (column: string): JsonPart => part(`to_json(${column})::text`);
/** What is JSON already, or JSON text made by a subquery. */
export const json = (expression: string): JsonPart => part(`(${expression})::text`);
/** An instant: UTC, `Z`. */
export const instant = (column: string): JsonPart =>
  part(`'"' || replace((${column} at time zone 'UTC')::text, ' ', 'T') || 'Z"'`);
/** Text that is members of the object already; at least one. */
export const members = (expression: string): JsonPart => ({ ...part(expression), isMembers: true });
/** Left out of the object when it is null. */
export const optional = ({ sql }: JsonPart): JsonPart => ({ sql, optional: true });

/** The JSON text of an object. The first field must not be optional. */
export function jsonText(fields: Readonly<Record<string, JsonPart>>): string {
  const parts = Object.entries(fields).map(([name, { sql, optional: mayBeAbsent, isMembers }], index) => {
    const member = `'${index === 0 ? '{' : ','}${isMembers ? '' : `"${name}":`}' || ${sql}`;
    return mayBeAbsent ? `coalesce(${member}, '')` : member;
  });
  return `(${parts.join('\n    || ')} || '}')`;
}
