/** An entry as it is hashed: its fields as one text, and the hashes that are kept with it, in hexadecimal. */
export interface ChainedEntry {
  readonly seq: number;
  readonly text: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** Where a chain has got to. */
export type Head = Pick<ChainedEntry, 'seq' | 'hash'>;

/**
 * - `removed`: one or more entries are not there, from this number on
 * - `altered`: the entry does not say what it said when it was written
 * - `unlinked`: the entry is sound and follows another one than that before it, which was put in its place
 * - `misplaced`: both: it was moved here, or never written by the database
 * - `rewritten`: the chain is sound and is not the one that was anchored
 */
export interface ChainBreak {
  readonly kind: 'removed' | 'altered' | 'unlinked' | 'misplaced' | 'rewritten';
  readonly seq: number;
}

/** SHA-256 of the hash before and the text, in hexadecimal. */
export type Digest = (prevHash: string, text: string) => string;

export const BEGINNING: Head = { seq: 0, hash: '0'.repeat(64) };

/** What is wrong between an entry and the one before it. Each break is told where it is, and only there. */
export function breaksAt(before: Head, entry: ChainedEntry, digest: Digest): ChainBreak[] {
  const isGap = entry.seq !== before.seq + 1;
  // After a gap the entry cannot follow what is there: that is told already.
  const follows = isGap || entry.prevHash === before.hash;
  const isSound = entry.hash === digest(entry.prevHash, entry.text);
  const kind = kindOf(follows, isSound);
  return [
    ...(isGap ? [{ kind: 'removed' as const, seq: before.seq + 1 }] : []),
    ...(kind === undefined ? [] : [{ kind, seq: entry.seq }]),
  ];
}

function kindOf(follows: boolean, isSound: boolean): ChainBreak['kind'] | undefined {
  if (follows) return isSound ? undefined : 'altered';
  return isSound ? 'unlinked' : 'misplaced';
}

/** What is wrong with the entry that was anchored; `kept` is its hash today, if it is there. */
export function breakAtAnchor(anchor: Head, kept: string | undefined): ChainBreak | undefined {
  if (kept === anchor.hash) return undefined;
  return { kind: kept === undefined ? 'removed' : 'rewritten', seq: anchor.seq };
}
