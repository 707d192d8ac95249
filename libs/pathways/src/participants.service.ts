import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { arrayOf, bytesCell, plainArrayOf } from './cells.js';
import { ParticipantsQueries } from './participants.queries.js';
import type { Pseudonym } from './pseudonyms.js';

/** Who some pseudonyms are in a pact. */
export interface Cast {
  readonly ids: ReadonlyMap<Pseudonym, string>;
  /** Not known to anyone when they were looked for, in ascending order. */
  readonly strangers: readonly Pseudonym[];
}

/** Part of a transaction of the caller. */
@Injectable()
export class ParticipantsService {
  constructor(private readonly queries: ParticipantsQueries) {}

  /** Finds people, or makes them participants. Until `settle`, strangers have no name by which others could find them. */
  async admit(pactId: string, pseudonyms: Iterable<Pseudonym>): Promise<Cast> {
    // Everyone adds people in the same order, so that two transactions never wait for each other.
    const ordered = [...pseudonyms].sort();
    const ids = new Map<Pseudonym, string>();
    const arriving: string[] = [];
    for (const { place, participantId, inPact } of await this.known(pactId, ordered)) {
      ids.set(ordered[place - 1]!, participantId);
      if (!inPact) arriving.push(participantId);
    }
    const strangers = ordered.filter((pseudonym) => !ids.has(pseudonym));
    for (const stranger of strangers) ids.set(stranger, uuidv7());
    arriving.push(...strangers.map((stranger) => ids.get(stranger)!));
    if (arriving.length > 0) await this.queries.addToPact(pactId, plainArrayOf(arriving.sort()));
    return { ids, strangers };
  }

  /**
   * Last of all, because whoever else adds the same people waits for the end of this transaction. Answers the
   * participants whose records belong to others, for they have been added elsewhere in the meantime.
   */
  async settle(pactId: string, { ids, strangers }: Cast): Promise<ReadonlyMap<string, string>> {
    if (strangers.length === 0) return new Map();
    const given = strangers.map((stranger) => ids.get(stranger)!);
    const added = await this.queries.addIdentities(arrayOf(strangers.map(bytesCell)), plainArrayOf(given));
    if (added === strangers.length) return new Map();
    const known = await this.known(pactId, strangers);
    const mistaken = known.filter(({ place, participantId }) => given[place - 1] !== participantId);
    const arriving = mistaken.filter(({ inPact }) => !inPact).map(({ participantId }) => participantId);
    if (arriving.length > 0) await this.queries.addToPact(pactId, plainArrayOf(arriving.sort()));
    return new Map(mistaken.map(({ place, participantId }) => [given[place - 1]!, participantId]));
  }

  /** Takes out participants who have no records. */
  async dismiss(pactId: string, participants: Iterable<string>): Promise<void> {
    await this.queries.removeFromPact(pactId, plainArrayOf([...participants]));
  }

  private known(pactId: string, pseudonyms: readonly Pseudonym[]) {
    return this.queries.known(pactId, arrayOf(pseudonyms.map(bytesCell)));
  }
}
