/** Whether a patch says something of a field, and what; null takes it away. For `case when $1 then $2 else … end`. */
export const named = <T>(value: T | null | undefined): [boolean, T | null] => [
  value !== undefined,
  value ?? null,
];
