/** What a source is called: the part of a scope after `source:`. */
export const SOURCE_CODE = '[a-z0-9][a-z0-9._-]{0,63}';

/** There is one kind of scope. A key that has none is not limited; one that has any is limited to them. */
export const SCOPE_FORM = new RegExp(`^source:${SOURCE_CODE}$`);

const SOURCE = 'source:';

export const sourceScope = (source: string): string => SOURCE + source;

/** The sources a key was told to speak for. */
export const sourcesOf = (scopes: readonly string[]): string[] =>
  scopes.filter((scope) => scope.startsWith(SOURCE)).map((scope) => scope.slice(SOURCE.length));
