import type { Language } from '#platform';
import { dimensionsOf } from '../definition/breakdowns.rules.js';
import type { IndicatorDefinition } from '../definition/definition.js';
import { reasonsOf } from '../engine/population.rules.js';
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
  crossings: definition.breakdowns.filter((cut) => cut.length > 1).map(dimensionsOf),
});

export const describeFully = (definition: IndicatorDefinition, language: Language): IndicatorAnswer => ({
  ...summarise(definition, language),
  labels: definition.label,
  rule: definition.rule[language],
  rules: definition.rule,
  formula: definition.formula,
  fact: definition.fact,
  counts: definition.counts,
  settings: [
    ...(definition.settings ?? []),
    ...(definition.counts === 'persons' ? ['disclosureThreshold'] : []),
  ],
  leftOut: reasonsOf(definition).map(({ reason }) => reason),
  history: [...(definition.history ?? [])],
  examples: definition.examples.map(({ title, asOf, rows, figures }) => ({
    title,
    asOf,
    rows: [...rows],
    figures: [...figures],
  })),
});
