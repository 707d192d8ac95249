export { BREAKDOWN_NAMES } from './definition/breakdowns.rules.js';
export { Catalogue } from './definition/catalogue.js';
export { FACT_TABLES } from './facts/index.js';
export type { Subject } from './facts/fact.js';
export type { RunInputs } from './facts/run-inputs.js';
export { FiguresEngine } from './engine/figures-engine.js';
export { IndicatorsModule } from './indicators.module.js';
