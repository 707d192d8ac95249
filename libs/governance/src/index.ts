export { GovernanceModule } from './governance.module.js';
export { DecisionsTable } from './decisions/decisions.queries.js';
export { CADENCE } from './cadence/cadence.service.js';
