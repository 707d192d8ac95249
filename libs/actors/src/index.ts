export { ActorsModule } from './actors.module.js';
export { isOrganisationTaxCode, SYSTEMS, type System } from './actor.rules.js';
export { ISTAT_CODE } from './field-rules.js';
