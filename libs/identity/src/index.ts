export { readAnchors } from './audit/anchors.js';
export { AUDIT_HANDLERS, AuditModule } from './audit/audit.module.js';
export { AuditVerifier, type FoundBreak } from './audit/audit-verifier.js';
export { IdentityModule } from './identity.module.js';
export { Authenticator } from './authenticator.js';
export { Caller, type Principal } from './principal.js';
