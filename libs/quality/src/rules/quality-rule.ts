/** A text for people, in both languages. */
interface Label {
  readonly it: string;
  readonly en: string;
}

/** Kinds of records that rules look at. */
export type RuledKind =
  'participant' | 'pathway' | 'employment' | 'labour_status' | 'qualification' | 'assessment' | 'service';

/**
 * Something that cannot be, or hardly, though each record by itself fits its kind. A new rule is one value and a line in
 * `rules/index.ts`. Names in `when` and `evidence` are columns: `r` is the record that is told of, `o` another one of the
 * same person, `today` a day in Rome.
 */
export interface QualityRule {
  readonly code: string;
  readonly title: Label;
  /** What to do about it. */
  readonly advice: Label;
  readonly kind: RuledKind;
  /** The kind of `o`; without one the record is wrong by itself. */
  readonly against?: RuledKind;
  readonly when: string;
  /** What it depends on: while that is the same, what somebody has said about it holds. */
  readonly evidence: readonly string[];
}
