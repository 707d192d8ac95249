export { BREAKDOWN_NAMES, cellOf } from './definition/breakdowns.rules.js';
export { Catalogue } from './definition/catalogue.js';
export { LEFT_OUT_REASONS, type IndicatorDefinition } from './definition/definition.js';
export { FiguresEngine } from './engine/figures-engine.js';
export { figuresEngineOn } from './engine/figures-engine.wiring.js';
export { statementsOverPacts } from './engine/over-pacts.js';
export { MISSING_REASONS } from './engine/numbers.rules.js';
export { reasonsOf } from './engine/population.rules.js';
export type { CompiledRow } from './engine/tally.rules.js';
export type { Subject } from './facts/fact.js';
export { FactsService } from './facts/facts.service.js';
export { FACT_TABLES, storedFact, subjectOf } from './facts/index.js';
export { hasRegionalTotal, RegionalFigures, type RegionPact } from './region/regional-figures.js';
export type { RegionalFigure } from './region/regional-judgement.rules.js';
export { RangeFigures, type Range } from './range/range-figures.js';
export { IndicatorsModule } from './indicators.module.js';
export { countedRows } from './explanation/counted-rows.rules.js';
export { toldInputs } from './explanation/told-inputs.rules.js';
export {
  completeSettings,
  factSettingsOf,
  LOWEST_THRESHOLD,
  type ChosenSettings,
} from './settings/indicator-settings.rules.js';
export { attainmentOf, type Goal } from './targets/attainment.rules.js';
