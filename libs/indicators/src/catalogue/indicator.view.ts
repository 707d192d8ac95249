import type { Language } from '#platform';
import type { IndicatorDefinition } from '../definition/definition.js';
import type { IndicatorAnswer, IndicatorSummary } from './indicator.dto.js';

export const summarise = (definition: IndicatorDefinition, language: Language): IndicatorSummary => ({
  code: definition.code,
  version: definition.version,
  label: definition.label[language],
  unit: definition.unit,
  direction: definition.direction,
  type: definition.type,
  periodRule: definition.period.kind,
  breakdowns: [...new Set(definition.breakdowns.flat())],
});

export const describeFully = (definition: IndicatorDefinition, language: Language): IndicatorAnswer => ({
  ...summarise(definition, language),
  labels: definition.label,
  rule: definition.rule[language],
  rules: definition.rule,
  formula: definition.formula,
  fact: definition.fact,
  counts: definition.counts,
  examples: definition.examples.map(({ title, asOf, rows, figures }) => ({
    title,
    asOf,
    rows: [...rows],
    figures: [...figures],
  })),
});
