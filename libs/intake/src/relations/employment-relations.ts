import { Injectable } from '@nestjs/common';
import {
  bytesCell,
  NULL_CELL,
  RecordsStore,
  textCell,
  type RecordOrigin,
  type RecordRow,
  type RecordTable,
} from '#pathways';
import { communication } from '../kinds/communication.kind.js';
import { employment } from '../kinds/employment.kind.js';
import type { FitRow } from '../rows/row.js';
import { CommunicationsQueries } from './communications.queries.js';
import { spellsOf, type Spell } from './spell.rules.js';

interface SpellRow extends RecordRow {
  readonly participantId: string | undefined;
}

const isCommunication = ({ kind }: FitRow): boolean => kind === communication;

const SILENT = employment.table.columns.map(() => NULL_CELL).join('\t');

/** Keeps the employment spells of a source equal to what all its communications together say. */
@Injectable()
export class EmploymentRelations {
  constructor(
    private readonly queries: CommunicationsQueries,
    private readonly records: RecordsStore,
  ) {}

  /** Before communications are written: two batches would each miss what the other says. */
  async hold(origin: RecordOrigin, rows: readonly FitRow[]): Promise<void> {
    if (rows.some(isCommunication)) await this.queries.hold(origin);
  }

  /** After they have been: the people whose spells have changed. */
  async settle(origin: RecordOrigin, rows: readonly FitRow[]): Promise<string[]> {
    const communications = rows.filter(isCommunication).map(({ externalId }) => externalId);
    if (communications.length === 0) return [];
    const relations = await this.queries.relationsOf(origin, communications);
    const known = await this.queries.known(origin, relations);
    const spells = spellsOf(known);
    return this.write(
      origin,
      relations.sort().map((relation) => rowOf(relation, spells.get(relation))),
    );
  }

  /** The tables, and that of spells where they follow from what was written. */
  alsoWritten(tables: readonly RecordTable[]): ReadonlySet<RecordTable> {
    return new Set(tables.includes(communication.table) ? [...tables, employment.table] : tables);
  }

  private async write(origin: RecordOrigin, rows: readonly SpellRow[]): Promise<string[]> {
    const { table } = employment;
    const found = await this.records.find(origin, table, rows);
    // Of a relation that never came to anything there is nothing to withdraw.
    const telling = rows.filter((row) => !row.deleted || found.has(row));
    const written = await this.records.write(origin, table, telling, {
      isStored: (row) => found.has(row),
      found,
      participantOf: (row) => row.participantId,
    });
    return telling.flatMap((row) => {
      const { verdict, formerParticipantId } = written.get(row)!;
      if (verdict === 'unchanged' || verdict === 'older') return [];
      return [row.participantId, formerParticipantId].filter((id) => id !== undefined);
    });
  }
}

function rowOf(externalId: string, spell: Spell | undefined): SpellRow {
  return {
    externalId,
    confirmedOn: undefined,
    deleted: spell === undefined,
    cells: spell === undefined ? SILENT : cellsOf(spell),
    participantId: spell?.participantId,
  };
}

/** In the order of the columns of `employment`. */
function cellsOf(spell: Spell): string {
  const values: Readonly<Record<string, string | null>> = {
    started_on: spell.startedOn,
    planned_end_on: spell.plannedEndOn,
    ended_on: spell.endedOn,
    end_reason: spell.endReason,
    contract: spell.contract,
    hours_per_week: spell.hoursPerWeek,
    sector: spell.sector,
  };
  return employment.table.columns
    .map(({ name }) => {
      if (name === 'employer_key')
        return spell.employerKey === null ? NULL_CELL : bytesCell(spell.employerKey);
      const value = values[name] ?? null;
      return value === null ? NULL_CELL : textCell(value);
    })
    .join('\t');
}
