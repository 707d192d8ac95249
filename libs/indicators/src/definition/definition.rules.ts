import { parsePeriod } from '#kernel';
import { columnsOf } from '../engine/population.rules.js';
import type { Fact } from '../facts/fact.js';
import { BREAKDOWNS } from './breakdowns.rules.js';
import type { Example, IndicatorDefinition } from './definition.js';

const CODE = /^[a-zA-Z][a-zA-Z0-9_]{2,59}$/;

/** What is wrong with a definition; empty when it may be used. The start is refused otherwise. */
export function faultsOf(
  definition: IndicatorDefinition,
  fileName: string,
  fact: Fact | undefined,
): string[] {
  const { code, version, examples } = definition;
  if (fact === undefined) return [`${code}: there is no such fact`];
  const unknown = unknownColumns(definition, fact);
  return [
    ...(CODE.test(code) ? [] : [`${code}: not a code`]),
    ...(code === fileName ? [] : [`${code}: its file is named ${fileName}`]),
    ...(Number.isInteger(version) && version > 0
      ? []
      : [`${code}: its version is not a whole number from 1`]),
    ...(hasItsHistory(definition) ? [] : [`${code}: its history does not tell of each earlier version`]),
    ...(examples.length > 0 ? [] : [`${code}: has no example`]),
    ...unknown.map((column) => `${code}: the fact ${fact.name} has no column ${column}`),
    ...examples.flatMap((example) => faultsOfExample(code, example, fact)),
  ];
}

function hasItsHistory({ version, history = [] }: IndicatorDefinition): boolean {
  return history.length === version - 1 && history.every((earlier, index) => earlier.version === index + 1);
}

function unknownColumns(definition: IndicatorDefinition, fact: Fact): string[] {
  const cells = definition.breakdowns.flat().map((name) => BREAKDOWNS[name].column);
  return [...new Set([...columnsOf(definition), ...cells])].filter((column) => !(column in fact.columns));
}

function faultsOfExample(code: string, example: Example, fact: Fact): string[] {
  const columns = new Set(example.rows.flatMap((row) => Object.keys(row)));
  const periods = example.figures.map((figure) => figure.period);
  return [
    ...[...columns]
      .filter((column) => !(column in fact.columns))
      .map((column) => `${code}: an example has an unknown column ${column}`),
    ...periods
      .filter((period) => parsePeriod(period) === undefined)
      .map((period) => `${code}: an example has an unknown period ${period}`),
  ];
}
