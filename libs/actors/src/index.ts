export { ActorsModule } from './actors.module.js';
export { SYSTEMS, type System } from './actor.rules.js';
export { ISTAT_CODE } from './actor.dto.js';
