export { PlanModule } from './plan.module.js';
export { IndicatorCodes } from './measures/indicator-codes.js';
