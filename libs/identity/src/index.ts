export { IdentityModule } from './identity.module.js';
export { Authenticator } from './authenticator.js';
export { Caller, type Principal } from './principal.js';
export { enteredPacts } from './role.rules.js';
