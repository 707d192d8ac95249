import { hash } from 'node:crypto';
import { KeyedHash } from './keyed-hash.js';
import { Injectable } from '@nestjs/common';
import { keyFor, keysFor, Settings } from '#platform';

/**
 * All that stays of an identifier: its keyed hash as 64 hexadecimal characters, and behind it, while the pepper is
 * being changed, the hash under the one before.
 */
export type Pseudonym = string;

const HASH_LENGTH = 64;
const PEPPER_NAME_BYTES = 4;

/** The hash under the pepper in force. */
export const presentHash = (pseudonym: Pseudonym): string => pseudonym.slice(0, HASH_LENGTH);
/** The hash under the pepper before it; empty when there is none. */
export const formerHash = (pseudonym: Pseudonym): string => pseudonym.slice(HASH_LENGTH);

/** Each hash that the person may be known by. */
export const hashesOf = (pseudonym: Pseudonym): string[] =>
  [presentHash(pseudonym), formerHash(pseudonym)].filter((known) => known !== '');

const hashUnder = (pepper: string): KeyedHash => new KeyedHash(Buffer.from(pepper, 'utf8'));

/** Turns identifiers into keyed hashes. The value goes no further than here. */
@Injectable()
export class Pseudonyms {
  /** Tells one pepper from another, and nothing about either. */
  readonly pepper: number;
  readonly oldestPepper: number;
  private readonly people: KeyedHash;
  private readonly peopleFormerly: KeyedHash | undefined;
  private readonly employers: KeyedHash;
  private readonly work: KeyedHash;

  constructor(settings: Settings) {
    const { participantPepper, participantPepperPrevious } = settings;
    this.people = hashUnder(participantPepper);
    this.peopleFormerly = participantPepperPrevious ? hashUnder(participantPepperPrevious) : undefined;
    this.employers = new KeyedHash(keyFor(settings, 'employers'));
    this.work = new KeyedHash(keyFor(settings, 'employment relations'));
    const names = keysFor(settings, 'name of the pepper').map((key) => key.readIntBE(0, PEPPER_NAME_BYTES));
    this.pepper = names[0]!;
    this.oldestPepper = names.at(-1)!;
  }

  ofPerson(scheme: string, normalised: string): Pseudonym {
    const text = `${scheme}|${normalised}`;
    const present = this.people.of(text);
    return this.peopleFormerly === undefined ? present : present + this.peopleFormerly.of(text);
  }

  /** Under a key of its own: a sole trader's firm has the same tax code as the person. */
  ofEmployer(scheme: string, normalised: string): Pseudonym {
    return this.employers.of(`${scheme}|${normalised}`);
  }

  /** Of employment relations and what is communicated of them; under another key again. */
  ofWork(text: string): Pseudonym {
    return this.work.of(hash('sha256', text, 'hex'));
  }
}
