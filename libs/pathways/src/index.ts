export { PathwaysModule } from './pathways.module.js';
export { bytesCell, NULL_CELL, plainArrayOf, textCell } from './cells.js';
export { normaliseIdentifier, SCHEME_FORM, spellingOf, TAX_CODE_SCHEME } from './identifier.rules.js';
export { ErasedPeople, erasureKeys, nameInErasure } from './erased-people.js';
export { ParticipantsService } from './participants.service.js';
export { CaseAccessLog } from './cases/case-access-log.js';
export { AsNoted, type CaseRequest } from './cases/case-access.js';
export { CaseDataQuery, ParticipantListQuery as CaseListQuery } from './cases/case-data.dto.js';
export { rowsInReach } from './cases/case-data.queries.js';
export { REACH, reachOf } from './cases/reach.rules.js';
export { hashesOf, Pseudonyms, type Pseudonym } from './pseudonyms.js';
export type { RecordTable } from './record-table.js';
export {
  RecordsMoved,
  RecordsStore,
  type RecordOrigin,
  type RecordRow,
  type Stored,
  type Written,
} from './records.store.js';
