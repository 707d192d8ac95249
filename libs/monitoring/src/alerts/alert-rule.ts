/**
 * What calls for somebody to act. A value: adding a rule is adding a file `rules/<kind>.alert.ts`.
 * Nobody raises or resolves an alert by hand: it stands as long as its rule finds what it is about.
 */
export interface AlertRule {
  /** The name of its file, with underscores. */
  readonly kind: string;
  readonly label: { readonly it: string; readonly en: string };
  /** What its subjects are. */
  readonly subject: SubjectKind;
  /**
   * SQL of what is amiss in the pact `$1` on the day `$2`: `subject_id`; `subject_key`, by which the same thing is known
   * again; `since`, the day from which on it is so; and `actor_id` of who must act, or null where the coordinator must.
   */
  readonly due: string;
}

export const SUBJECT_KINDS = ['pact', 'mandate', 'commitment', 'decision_action'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
