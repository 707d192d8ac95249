export { GovernanceModule } from './governance.module.js';
export { CADENCE } from './cadence/cadence.service.js';
