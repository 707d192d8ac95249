export { IdentityModule } from './identity.module.js';
export { Authenticator } from './authenticator.js';
export { Caller, KINDS, type Principal } from './principal.js';
export { POLICY, type Permission } from './policy.rules.js';
export { KIND_LABELS, PERMISSION_LABELS } from './policy.labels.js';
export { SERVES_DATA_SUBJECTS, SOURCE_CODE, sourceScope, sourcesOf } from './keys/scope.rules.js';
export { enteredPacts } from './role.rules.js';
