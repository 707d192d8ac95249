export const RETENTION_RULES = ['same_contract', 'same_employer', 'any_employer'] as const;
export const ANCHORS = ['pathway_start', 'exit'] as const;

export interface RetentionSettings {
  readonly rule: (typeof RETENTION_RULES)[number];
  /** Gaps between two spells of up to this many days do not end an episode. */
  readonly gapDays: number;
  readonly anchor: (typeof ANCHORS)[number];
}

/** What a pact chooses for itself; stored with each figure it has an effect on. */
export interface IndicatorSettings {
  readonly retention: RetentionSettings;
  /** The smallest number of persons that may be shown. */
  readonly disclosureThreshold: number;
}

/** The minimum of Italian official statistics; a pact may only ask for more. */
export const LOWEST_THRESHOLD = 3;

/** Lawful pauses between two contracts with one employer last up to 20 days; 28 is four weeks of search. */
const GAP_DAYS: Readonly<Record<RetentionSettings['rule'], number>> = {
  same_contract: 0,
  same_employer: 20,
  any_employer: 28,
};

export interface ChosenSettings {
  readonly retention?: Partial<RetentionSettings>;
  readonly disclosureThreshold?: number;
}

/** What was chosen, completed with defaults, always with its fields in the same order. */
export function completeSettings(chosen: ChosenSettings = {}): IndicatorSettings {
  const rule = chosen.retention?.rule ?? 'any_employer';
  return {
    retention: {
      rule,
      gapDays: chosen.retention?.gapDays ?? GAP_DAYS[rule],
      anchor: chosen.retention?.anchor ?? 'pathway_start',
    },
    disclosureThreshold: chosen.disclosureThreshold ?? LOWEST_THRESHOLD,
  };
}
