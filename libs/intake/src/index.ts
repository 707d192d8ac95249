export { INTAKE_HANDLERS } from './waiting/waiting.handlers.js';
export { recomputePact } from './intake.jobs.js';
export { IntakeModule } from './intake.module.js';
export { OwnSources } from './sources/own-sources.js';
export { RECORD_TABLES } from './kinds/index.js';
