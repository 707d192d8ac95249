export { PRIVACY_HANDLERS, PrivacyModule } from './privacy.module.js';
export { ErasureService } from './subjects/erasure.service.js';
