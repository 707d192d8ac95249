export { GovernanceModule } from './governance.module.js';
export { DecisionsTable } from './decisions/decisions.queries.js';
export { CADENCE } from './cadence/cadence.service.js';
export { BODY_KINDS, BODY_LEVELS } from './bodies/body.rules.js';
export { MAJORITIES, QUORUMS, TIES } from './mandates/mandate.rules.js';
export { MANDATE_TERMS } from './mandates/mandates.queries.js';
