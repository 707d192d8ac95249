export { PlanModule } from './plan.module.js';
export { IndicatorCodes } from './measures/indicator-codes.js';
export { PROGRAMME_KINDS } from './funding/funding.rules.js';
export { addressesOf } from './grids/grid.rules.js';
export { INSTRUMENTS, TARGET_GROUPS } from './measures/measure.rules.js';
