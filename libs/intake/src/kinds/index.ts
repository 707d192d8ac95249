import type { RecordTable } from '#pathways';
import { communication } from './communication.kind.js';
import type { RecordKind } from './define-kind.js';
import { assessment } from './assessment.kind.js';
import { employment } from './employment.kind.js';
import { labourStatus } from './labour-status.kind.js';
import { participant } from './participant.kind.js';
import { pathway } from './pathway.kind.js';
import { qualification } from './qualification.kind.js';
import { service } from './service.kind.js';

/** Every kind of record, in the order in which a batch writes them. A new kind is one file, one line here and a migration. */
export const KINDS: readonly RecordKind[] = [
  participant,
  pathway,
  employment,
  labourStatus,
  qualification,
  assessment,
  service,
];

/** With those that come in formats of their own and that nobody can push as a record. */
export const STORED_KINDS: readonly RecordKind[] = [...KINDS, communication];

/** Where their records lie. */
export const RECORD_TABLES: readonly RecordTable[] = STORED_KINDS.map((kind) => kind.table);
