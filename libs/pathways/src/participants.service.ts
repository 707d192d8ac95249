import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { arrayOf, bytesCell, plainArrayOf } from './cells.js';
import { ParticipantsQueries, type KnownIdentity } from './participants.queries.js';
import { RecordsMoved } from './records.store.js';
import { formerHash, hashesOf, presentHash, Pseudonyms, type Pseudonym } from './pseudonyms.js';

/** Who some pseudonyms are in a pact. */
export interface Cast {
  readonly ids: ReadonlyMap<Pseudonym, string>;
  /** Not known to anyone when they were looked for, in ascending order. */
  readonly strangers: readonly Pseudonym[];
  /** Known only by the hash under the pepper before, in ascending order. */
  readonly formerlyKnown: readonly Pseudonym[];
}

/** Part of a transaction of the caller. */
@Injectable()
export class ParticipantsService {
  constructor(
    private readonly queries: ParticipantsQueries,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  /** Finds people, or makes them participants. Until `settle`, strangers have no name by which others could find them. */
  async admit(pactId: string, pseudonyms: Iterable<Pseudonym>): Promise<Cast> {
    // Everyone adds people in the same order, so that two transactions never wait for each other.
    const ordered = [...pseudonyms].sort();
    const ids = new Map<Pseudonym, string>();
    const arriving: string[] = [];
    const meet = (among: readonly Pseudonym[], found: readonly KnownIdentity[]): void => {
      for (const { place, participantId, inPact } of found) {
        ids.set(among[place - 1]!, participantId);
        if (!inPact) arriving.push(participantId);
      }
    };
    const unknown = (): Pseudonym[] => ordered.filter((pseudonym) => !ids.has(pseudonym));
    meet(ordered, await this.known(pactId, ordered.map(presentHash)));
    const unseen = unknown().filter((pseudonym) => formerHash(pseudonym) !== '');
    if (unseen.length > 0) meet(unseen, await this.known(pactId, unseen.map(formerHash)));
    const formerlyKnown = unseen.filter((pseudonym) => ids.has(pseudonym));
    await this.hold(arriving);
    const strangers = unknown();
    for (const stranger of strangers) ids.set(stranger, uuidv7());
    arriving.push(...strangers.map((stranger) => ids.get(stranger)!));
    if (arriving.length > 0) await this.queries.addToPact(pactId, plainArrayOf(arriving.sort()));
    return { ids, strangers, formerlyKnown };
  }

  /**
   * Last of all, because whoever else adds the same people waits for the end of this transaction. Answers the
   * participants whose records belong to others, for they have been added elsewhere in the meantime.
   */
  async settle(
    pactId: string,
    { ids, strangers, formerlyKnown }: Cast,
  ): Promise<ReadonlyMap<string, string>> {
    if (formerlyKnown.length > 0) await this.renew(formerlyKnown);
    if (strangers.length === 0) return new Map();
    const hashes = strangers.map(presentHash);
    const given = strangers.map((stranger) => ids.get(stranger)!);
    const added = await this.queries.addIdentities(
      hashArray(hashes),
      plainArrayOf(given),
      this.pseudonyms.pepper,
    );
    if (added === strangers.length) return new Map();
    const known = await this.known(pactId, hashes);
    const mistaken = known.filter(({ place, participantId }) => given[place - 1] !== participantId);
    const arriving = mistaken.filter(({ inPact }) => !inPact).map(({ participantId }) => participantId);
    await this.hold(arriving);
    if (arriving.length > 0) await this.queries.addToPact(pactId, plainArrayOf(arriving.sort()));
    return new Map(mistaken.map(({ place, participantId }) => [given[place - 1]!, participantId]));
  }

  /** Who these are; strangers are left out. */
  async identify(pseudonyms: Iterable<Pseudonym>): Promise<Map<Pseudonym, string>> {
    const people = [...pseudonyms];
    const former = people.filter((person) => formerHash(person) !== '');
    const ids = new Map<Pseudonym, string>();
    for (const { place, participantId } of await this.queries.identities(hashArray(former.map(formerHash))))
      ids.set(former[place - 1]!, participantId);
    for (const { place, participantId } of await this.queries.identities(hashArray(people.map(presentHash))))
      ids.set(people[place - 1]!, participantId);
    return ids;
  }

  /** Those of the people who have a pathway in the pact. */
  async withPathway(pactId: string, participants: Iterable<string>): Promise<ReadonlySet<string>> {
    return new Set(await this.queries.withPathway(pactId, plainArrayOf([...participants])));
  }

  /** Takes out participants who have no records. */
  async dismiss(pactId: string, participants: Iterable<string>): Promise<void> {
    await this.queries.removeFromPact(pactId, plainArrayOf([...participants]));
  }

  /**
   * People who come into a pact have no row there yet that an erasure would wait for; so their identities are held.
   * @throws RecordsMoved when someone has been erased since they were looked for.
   */
  private async hold(arriving: readonly string[]): Promise<void> {
    if (arriving.length === 0) return;
    const held = await this.queries.hold(plainArrayOf(arriving));
    if (held.length < new Set(arriving).size) throw new RecordsMoved();
  }

  /** Who this is: more than one only where the old pepper knew someone whom the new one has taken for another. */
  async find(pseudonym: Pseudonym): Promise<string[]> {
    return this.seize(await this.queries.find(hashArray(hashesOf(pseudonym))));
  }

  /** Those of the people who are still known. Until the transaction ends nobody else brings them into a pact. */
  seize(participants: readonly string[]): Promise<string[]> {
    return this.queries.seize(plainArrayOf(participants));
  }

  /** Nobody can tell any more who these were; who comes again is someone else. */
  forget(participants: readonly string[]): Promise<void> {
    return this.queries.forget(participants);
  }

  /** How many hashes are not those of the pepper in force: they wait for their people to be pushed again. */
  leftBehind(): Promise<number> {
    return this.queries.leftBehind(this.pseudonyms.pepper, this.pseudonyms.oldestPepper);
  }

  private renew(people: readonly Pseudonym[]): Promise<void> {
    const [former, present] = [people.map(formerHash), people.map(presentHash)];
    return this.queries.renewIdentities(hashArray(former), hashArray(present), this.pseudonyms.pepper);
  }

  private known(pactId: string, hashes: readonly string[]): Promise<KnownIdentity[]> {
    return this.queries.known(pactId, hashArray(hashes));
  }
}

const hashArray = (hashes: readonly string[]): string => arrayOf(hashes.map(bytesCell));
