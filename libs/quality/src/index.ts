export { QualityCheck } from './check/quality-check.js';
export { QUALITY_HANDLERS } from './quality.handlers.js';
export { QualityModule } from './quality.module.js';
