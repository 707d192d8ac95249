/** What a row must be like. Names are columns of the fact. */
export type Condition =
  | { readonly column: string; readonly in: readonly string[] }
  | { readonly column: string; readonly is: boolean }
  | { readonly column: string; readonly known: boolean }
  | { readonly column: string; readonly atLeast: string }
  | { readonly column: string; readonly below: string }
  | { readonly column: string; readonly withinDays: number; readonly of: string };

/** A condition as SQL over the columns of a fact. */
export function conditionSql(condition: Condition): string {
  const { column } = condition;
  if ('in' in condition) return `${column} in (${condition.in.map(quoted).join(', ')})`;
  if ('is' in condition) return condition.is ? column : `not ${column}`;
  if ('known' in condition) return `${column} is ${condition.known ? 'not null' : 'null'}`;
  if ('atLeast' in condition) return `${column} >= ${condition.atLeast}`;
  if ('below' in condition) return `${column} < ${condition.below}`;
  return `${column} <= ${condition.of} + ${condition.withinDays}`;
}

export function columnsOfCondition(condition: Condition): string[] {
  if ('atLeast' in condition) return [condition.column, condition.atLeast];
  if ('below' in condition) return [condition.column, condition.below];
  return 'of' in condition ? [condition.column, condition.of] : [condition.column];
}

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;
