import { jsonSql } from '#platform';

const { code, instant, jsonText, scalar } = jsonSql;

/** A condition of a list, of which the value is this parameter. */
export type Filter = (parameter: string) => string;

/** What a field refers to, to be looked for before it is written. */
export interface Reference {
  readonly pointer: string;
  readonly id: string | null | undefined;
  readonly to: 'problem' | 'objective' | 'strategy' | 'pillar' | 'actor';
}

/**
 * A kind of thing of the agenda that is made, changed and removed one by one: where its rows are, what is told of them
 * and what may be asked for. A new kind is a new value.
 */
export interface EntryShape<Terms extends object> {
  readonly table: string;
  /** The last step of its address, and the name of its list. */
  readonly collection: string;
  /** JSON text of a row `e`. */
  readonly body: string;
  /** Common table expressions that the body needs; the pact is $1. */
  readonly before?: string;
  /** By the name of the query parameter. */
  readonly filters: Readonly<Record<string, Filter>>;
  /** Codes are numbered behind these letters where nobody gives one; without them it has no codes. */
  readonly letters?: string;
  /** So many a pact may have. */
  readonly most: number;
  /** It stands in a tree, whose version counts its changes. */
  readonly tree?: 'problem' | 'objective';
  /** The columns that these terms set; what is undefined stays. */
  columns(terms: Partial<Terms>): Readonly<Record<string, unknown>>;
  references?(terms: Partial<Terms>): readonly Reference[];
}

/** The JSON text of an entry, between its id and what the service says of it. */
export const bodyOf = (fields: Readonly<Record<string, jsonSql.JsonPart>>): string =>
  jsonText({
    id: code('e.id'),
    ...fields,
    version: scalar('e.version'),
    createdAt: instant('e.created_at'),
    updatedAt: instant('e.updated_at'),
  });

/** Only those of which the expression is this value. */
export const equals =
  (expression: string, type = 'text'): Filter =>
  (parameter) =>
    `(${parameter}::${type} is null or ${expression} = ${parameter})`;

/** Only those that hold this text in one of the columns. */
export const holds =
  (...columns: readonly string[]): Filter =>
  (parameter) =>
    `(${parameter}::text is null or ${columns.map((column) => `${column} ilike ${parameter}`).join(' or ')})`;
