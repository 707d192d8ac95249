/** Shares are compared at four decimals, so that a rule of 0.6667 means two thirds. */
export const SHARE_DIGITS = 4;

export const RATIFICATION_KINDS = ['all_signatories', 'qualified_majority'] as const;

export interface RatificationRule {
  readonly kind: (typeof RATIFICATION_KINDS)[number];
  /** 0.5–1; of a qualified majority only. */
  readonly shareOfActors?: number;
  /** The share must be reached within each system that takes part, too. */
  readonly ofEachSystem?: boolean;
}

/** One that is asked to sign: a promoter or signatory who has not withdrawn. */
export interface Signatory {
  readonly system: string;
  readonly signed: boolean;
}

/** Whether enough of those who are asked to sign have signed. Nobody asked is never enough. */
export function isRatified(rule: RatificationRule, signatories: readonly Signatory[]): boolean {
  if (signatories.length === 0) return false;
  if (rule.kind === 'all_signatories') return signatories.every(({ signed }) => signed);
  const share = rule.shareOfActors ?? 1;
  const groups = rule.ofEachSystem ? [signatories, ...bySystem(signatories)] : [signatories];
  return groups.every((group) => reaches(share, group));
}

function bySystem(signatories: readonly Signatory[]): Signatory[][] {
  const systems = [...new Set(signatories.map(({ system }) => system))];
  return systems.map((system) => signatories.filter((each) => each.system === system));
}

function reaches(share: number, group: readonly Signatory[]): boolean {
  const signed = group.filter((each) => each.signed).length;
  return Number((signed / group.length).toFixed(SHARE_DIGITS)) >= share;
}
