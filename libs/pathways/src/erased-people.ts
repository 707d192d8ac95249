import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, keysFor, Settings } from '#platform';
import { hashesOf, type Pseudonym } from './pseudonyms.js';

/** As an erasure names someone: a hash of the hash, under a key of its own. Hexadecimal. */
export const nameInErasure = (key: Buffer, hash: string): string =>
  createHmac('sha256', key).update(Buffer.from(hash, 'hex')).digest('hex');

export const erasureKeys = (settings: Settings): readonly Buffer[] => keysFor(settings, 'erasures');

const SINCE = `
  select encode(hash, 'hex') as hash from erasure
  where erased_at >= $2::timestamptz and (pact_id is null or pact_id = $1)`;

/** Who has been erased while rows about them were waiting: these came before, and bring nobody back. */
@Injectable()
export class ErasedPeople {
  private readonly keys: readonly Buffer[];

  constructor(
    private readonly database: Database,
    settings: Settings,
  ) {
    this.keys = erasureKeys(settings);
  }

  /** Those of the people who have been erased from the pact since then. */
  async since(
    pactId: string,
    since: string,
    people: ReadonlySet<Pseudonym>,
  ): Promise<ReadonlySet<Pseudonym>> {
    const erasures = await this.database.query<{ hash: string }>(SINCE, [pactId, since]);
    if (erasures.length === 0) return new Set();
    const erased = new Set(erasures.map(({ hash }) => hash));
    return new Set([...people].filter((person) => this.namesOf(person).some((name) => erased.has(name))));
  }

  private namesOf(person: Pseudonym): string[] {
    return this.keys.flatMap((key) => hashesOf(person).map((hash) => nameInErasure(key, hash)));
  }
}
