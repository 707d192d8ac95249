export { recomputePact } from './intake.jobs.js';
export { IntakeModule } from './intake.module.js';
