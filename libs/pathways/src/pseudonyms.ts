import { KeyedHash } from './keyed-hash.js';
import { Injectable } from '@nestjs/common';
import { keyFor, Settings } from '#platform';

/** A keyed hash as 64 hexadecimal characters: all that stays of an identifier. */
export type Pseudonym = string;

/** Turns identifiers into keyed hashes. The value goes no further than here. */
@Injectable()
export class Pseudonyms {
  private readonly people: KeyedHash;
  private readonly employers: KeyedHash;

  constructor(settings: Settings) {
    this.people = new KeyedHash(Buffer.from(settings.participantPepper, 'utf8'));
    this.employers = new KeyedHash(keyFor(settings, 'employers'));
  }

  ofPerson(scheme: string, normalised: string): Pseudonym {
    return this.people.of(`${scheme}|${normalised}`);
  }

  /** Under a key of its own: a sole trader's firm has the same tax code as the person. */
  ofEmployer(scheme: string, normalised: string): Pseudonym {
    return this.employers.of(`${scheme}|${normalised}`);
  }
}
