export { PrivacyModule } from './privacy.module.js';
export { ErasureService } from './subjects/erasure.service.js';
