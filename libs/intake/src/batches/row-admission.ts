import { Injectable } from '@nestjs/common';
import { ErasedPeople, type Pseudonym, type RecordOrigin } from '#pathways';
import type { FieldError } from '#platform';
import type { FitRow } from '../rows/row.js';
import { ActorCheck } from './actor-check.js';
import type { ChunkOutcome } from './chunk-outcome.js';

const UNKNOWN_ACTOR = { code: 'unknown-actor', detail: 'There is no actor with this id.' };
const ERASED: FieldError = {
  pointer: '/participant',
  code: 'erased',
  detail: 'The person has been erased after this was received. Nothing of the row was stored.',
};

/** Whom the rows of a chunk may bring into the pact. */
export interface Admission {
  /** False: nobody, and who is not known any more makes the push be tried again. */
  readonly strangers: boolean;
  /** When the rows were received, if that is a while ago: who has been erased since then stays so. */
  readonly receivedAt?: string;
}

export const EVERYBODY: Admission = { strangers: true };

/** Turns away what refers to nobody, and what would bring back who has been erased. */
@Injectable()
export class RowAdmission {
  constructor(
    private readonly actors: ActorCheck,
    private readonly erased: ErasedPeople,
  ) {}

  async admit(
    origin: RecordOrigin,
    rows: readonly FitRow[],
    admission: Admission,
    outcome: ChunkOutcome,
  ): Promise<readonly FitRow[]> {
    const missing = await this.actors.missing(rows);
    for (const [row, pointer] of missing) outcome.reject(row, { pointer, ...UNKNOWN_ACTOR });
    const known = missing.size === 0 ? rows : rows.filter((row) => !missing.has(row));
    const erased = await this.erasedAmong(origin, known, admission);
    if (erased.size === 0) return known;
    const isErased = ({ pseudonym }: FitRow): boolean => pseudonym !== undefined && erased.has(pseudonym);
    for (const row of known) if (isErased(row)) outcome.rejectUnnamed(row, ERASED);
    return known.filter((row) => !isErased(row));
  }

  /** Of the people of the rows, those who have been erased since the rows were received. */
  async erasedAmong(
    { pactId }: RecordOrigin,
    rows: readonly FitRow[],
    { receivedAt }: Admission,
  ): Promise<ReadonlySet<Pseudonym>> {
    return receivedAt === undefined ? new Set() : this.erased.since(pactId, receivedAt, pseudonymsOf(rows));
  }
}

export const pseudonymsOf = (rows: readonly FitRow[]): Set<Pseudonym> =>
  new Set(rows.map((row) => row.pseudonym).filter((pseudonym) => pseudonym !== undefined));
