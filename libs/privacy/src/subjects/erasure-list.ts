import { appendFile, readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { erasureKeys, hashesOf, nameInErasure, type Pseudonym } from '#pathways';
import { Database, instantJson, Log, Settings, temporarilyUnavailable } from '#platform';

/** That someone was erased; nothing that could tell who, unless the person is back. */
export interface Erasure {
  readonly id: string;
  /** Hexadecimal. */
  readonly hash: string;
  /** Only from this pact. */
  readonly pactId: string | null;
  readonly requestedBy: string;
  readonly erasedAt: string;
}

const BLOCK_BYTES = 64;
const INNER = 0x36;
const OUTER = 0x5c;
const padded = (key: Buffer, pad: number): Buffer =>
  Buffer.concat([key, Buffer.alloc(BLOCK_BYTES - key.length)]).map((byte) => byte ^ pad) as Buffer;

/**
 * Who has been erased, so that a backup from before brings nobody back. It holds a hash of the hash under a key of its
 * own, and stands in a table and, because the table goes back in time with the backup, in a file.
 */
@Injectable()
export class ErasureList {
  private readonly keys: readonly Buffer[];
  private readonly file: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    settings: Settings,
  ) {
    this.keys = erasureKeys(settings);
    this.file = settings.erasureListFile;
  }

  /** Part of a transaction of the caller. `pacts`: only from these; nothing for all. Answers when it is. */
  async add(
    pseudonym: Pseudonym,
    pacts: readonly string[] | undefined,
    requestedBy: string,
  ): Promise<string> {
    const now = `select ${instantJson('clock_timestamp()')} as "erasedAt"`;
    const { erasedAt } = (await this.database.one<{ erasedAt: string }>(now))!;
    const hashes = hashesOf(pseudonym).map((hash) => nameInErasure(this.keys[0]!, hash));
    const entries = (pacts ?? [null]).flatMap((pactId) =>
      hashes.map((hash) => ({ id: uuidv7(), hash, pactId, requestedBy, erasedAt })),
    );
    await this.store(entries);
    await this.append(entries);
    return erasedAt;
  }

  /** Takes up what only the file knows; the list, and whether there was such. */
  async read(): Promise<{ erasures: readonly Erasure[]; hadForgotten: boolean }> {
    const stored = await this.database.query<Erasure>(
      `select id, encode(hash, 'hex') as hash, pact_id as "pactId", requested_by as "requestedBy",
         ${instantJson('erased_at')} as "erasedAt"
       from erasure order by erased_at, id`,
    );
    const known = new Set(stored.map(({ id }) => id));
    const forgotten = (await this.filed()).filter(({ id }) => !known.has(id));
    await this.store(forgotten);
    return { erasures: [...stored, ...forgotten], hadForgotten: forgotten.length > 0 };
  }

  /** The people whom these erasures name and who are known nevertheless, by the hash of the entry. */
  async returned(erasures: readonly Erasure[]): Promise<ReadonlyMap<string, string>> {
    const hashes = erasures.map(({ hash }) => Buffer.from(hash, 'hex'));
    const found = new Map<string, string>();
    for (const key of this.keys) {
      const rows = await this.database.query<{ hash: string; participantId: string }>(
        `select encode(hash, 'hex') as hash, participant_id as "participantId" from identity.listed($1, $2, $3)`,
        [padded(key, INNER), padded(key, OUTER), hashes],
      );
      for (const { hash, participantId } of rows) found.set(hash, participantId);
    }
    return found;
  }

  private async store(entries: readonly Erasure[]): Promise<void> {
    if (entries.length === 0) return;
    await this.database.query(
      `insert into erasure (id, hash, pact_id, requested_by, erased_at)
       select id, decode(hash, 'hex'), "pactId", "requestedBy", "erasedAt"
       from jsonb_to_recordset($1::jsonb)
         as e(id uuid, hash text, "pactId" uuid, "requestedBy" text, "erasedAt" timestamptz)
       on conflict on constraint erasure_pk do nothing`,
      [JSON.stringify(entries)],
    );
  }

  /** Before the commit, and on the disk when it answers: rather one entry too many than one too few. */
  private async append(entries: readonly Erasure[]): Promise<void> {
    if (this.file === undefined) return;
    // Begun on a line of its own: the one before may have been cut off, with whatever stopped the machine.
    const text = `\n${entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')}`;
    await appendFile(this.file, text, { mode: 0o600, flush: true }).catch((error: NodeJS.ErrnoException) => {
      this.log.error({ code: error.code }, 'the list of erasures cannot be written');
      throw temporarilyUnavailable();
    });
  }

  private async filed(): Promise<Erasure[]> {
    if (this.file === undefined) return [];
    const text = await readFile(this.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').flatMap((line) => this.entryIn(line));
  }

  /** A line that was cut off belongs to an erasure that was never answered. */
  private entryIn(line: string): Erasure[] {
    if (line === '') return [];
    try {
      return [JSON.parse(line) as Erasure];
    } catch {
      this.log.error('a line of the list of erasures cannot be read, and is left out');
      return [];
    }
  }
}
