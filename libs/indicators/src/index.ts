export { BREAKDOWN_NAMES, cellOf } from './definition/breakdowns.rules.js';
export { Catalogue } from './definition/catalogue.js';
export type { IndicatorDefinition } from './definition/definition.js';
export { FACT_TABLES } from './facts/index.js';
export type { Subject } from './facts/fact.js';
export { FiguresEngine } from './engine/figures-engine.js';
export { IndicatorsModule } from './indicators.module.js';
export { attainmentOf, type Goal } from './targets/attainment.rules.js';
