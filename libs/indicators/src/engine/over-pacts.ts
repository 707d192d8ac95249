import type { IndicatorDefinition } from '../definition/definition.js';
import { FACTS } from '../facts/index.js';
import { compile } from './compiler.rules.js';

/**
 * Statements of these definitions over all pacts at once, one for each fact: for who sees them all, such as a benchmark.
 * `$2` is the as-of day; there is no `$1`.
 */
export const statementsOverPacts = (definitions: readonly IndicatorDefinition[]): string[] =>
  [...new Set(definitions.map((each) => each.fact))].map(
    (fact) =>
      compile(
        FACTS[fact],
        definitions.filter((each) => each.fact === fact),
        'all',
      ).text,
  );
