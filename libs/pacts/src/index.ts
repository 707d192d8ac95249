export { PactsModule } from './pacts.module.js';
export { allowedMoves, PactsService } from './pacts/pacts.service.js';
export { pointsToDecision, unknownDecision, unknownReference } from './references.problems.js';
export { transitionNotAllowed } from './pacts/pact.problems.js';
export { OVER_STATES } from './pacts/pact.rules.js';
export { notOwnMember } from './members/member.problems.js';
export { isSecretariat, mayActFor } from './members/member.rules.js';
export { MembersService } from './members/members.service.js';
