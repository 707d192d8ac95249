import type { Day } from '#kernel';

/** A payment, or an overrun: an entry that lets so much more be paid from the line than it holds. */
export const ENTRY_KINDS = ['expenditure', 'overrun'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What a funding line holds and has come to. Amounts are whole cents. */
export interface LineState {
  readonly amountCents: number;
  readonly spentCents: number;
  readonly overrunCents: number;
  readonly startsOn: Day;
}

export interface Entry {
  readonly kind: EntryKind;
  readonly spentOn: Day;
  /** Less than zero only in a counter-entry. */
  readonly amountCents: number;
}

/** The entry that a counter-entry corrects, and what earlier counter-entries have left of it. */
export interface Corrected {
  readonly kind: EntryKind;
  readonly spentOn: Day;
  readonly isCounterEntry: boolean;
  readonly leftCents: number;
}

export type EntryRefusal =
  | 'before-line'
  | 'before-entry'
  | 'above-line'
  | 'sign'
  | 'unknown-entry'
  | 'is-counter-entry'
  | 'other-kind'
  | 'below-zero';

/** Why an entry may not be made; nothing when it may. */
export function refusalOfEntry(
  line: LineState,
  entry: Entry,
  corrected?: Corrected | null,
): EntryRefusal | undefined {
  return corrected === undefined ? refusalOfFirst(line, entry) : refusalOfCounter(line, entry, corrected);
}

function refusalOfFirst(line: LineState, entry: Entry): EntryRefusal | undefined {
  if (entry.amountCents <= 0) return 'sign';
  if (entry.spentOn < line.startsOn) return 'before-line';
  return leftAfter(line, entry) < 0 ? 'above-line' : undefined;
}

/** A counter-entry comes after what it corrects, and never takes back more than is left. */
function refusalOfCounter(
  line: LineState,
  entry: Entry,
  corrected: Corrected | null,
): EntryRefusal | undefined {
  if (entry.amountCents >= 0) return 'sign';
  if (corrected === null) return 'unknown-entry';
  if (corrected.isCounterEntry) return 'is-counter-entry';
  if (corrected.kind !== entry.kind) return 'other-kind';
  if (entry.spentOn < corrected.spentOn) return 'before-entry';
  if (corrected.leftCents + entry.amountCents < 0) return 'below-zero';
  return leftAfter(line, entry) < 0 ? 'above-line' : undefined;
}

/** What may still be paid once the entry is made. */
function leftAfter(line: LineState, { kind, amountCents }: Entry): number {
  const { spentCents, overrunCents } = sumsAfter(line, kind, amountCents);
  return line.amountCents + overrunCents - spentCents;
}

/** What the ledger of a line adds up to once the entry is made. */
export const sumsAfter = (line: LineState, kind: EntryKind, amountCents: number) => ({
  spentCents: line.spentCents + (kind === 'expenditure' ? amountCents : 0),
  overrunCents: line.overrunCents + (kind === 'overrun' ? amountCents : 0),
});

/** What may be paid from the line now. */
export const leftOn = (line: LineState): number => line.amountCents + line.overrunCents - line.spentCents;
