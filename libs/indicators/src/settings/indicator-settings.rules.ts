export const RETENTION_RULES = ['same_contract', 'same_employer', 'any_employer'] as const;
export const ANCHORS = ['pathway_start', 'exit'] as const;
export const BETTER = ['higher', 'lower'] as const;

export interface RetentionSettings {
  readonly rule: (typeof RETENTION_RULES)[number];
  /** Gaps between two spells of up to this many days do not end an episode. */
  readonly gapDays: number;
  readonly anchor: (typeof ANCHORS)[number];
}

/** From how many days on a placement that is not permanent counts as stable. */
export interface StableEmploymentSettings {
  readonly days: number;
}

/** A scale that readings are taken on, from `min` to `max` in each of its domains. */
export interface Scale {
  readonly name: string;
  readonly version: string;
  readonly domains: readonly string[];
  readonly min: number;
  readonly max: number;
  /** Which way is good. */
  readonly better: (typeof BETTER)[number];
}

/** What a pact chooses for itself; stored with each figure it has an effect on. */
export interface IndicatorSettings {
  readonly retention: RetentionSettings;
  readonly stableEmployment: StableEmploymentSettings;
  readonly scales: readonly Scale[];
  /** The smallest number of persons that may be shown. */
  readonly disclosureThreshold: number;
}

/** What stored facts are built under: other choices build them anew. */
export type FactSettings = Pick<IndicatorSettings, 'retention' | 'stableEmployment' | 'scales'>;

export const factSettingsOf = ({ retention, stableEmployment, scales }: IndicatorSettings): FactSettings => ({
  retention,
  stableEmployment,
  scales,
});

/** The minimum of Italian official statistics; a pact may only ask for more. */
export const LOWEST_THRESHOLD = 3;

/** No official definition of a stable placement was found; half a year is what most calls ask for. */
const STABLE_DAYS = 180;

/** Lawful pauses between two contracts with one employer last up to 20 days; 28 is four weeks of search. */
const GAP_DAYS: Readonly<Record<RetentionSettings['rule'], number>> = {
  same_contract: 0,
  same_employer: 20,
  any_employer: 28,
};

/** Five steps from crisis to empowered. Only numbers are kept: the words of a scale belong to who licenses it. */
const FIVE_STEPS: Scale = {
  name: 'five-steps',
  version: '1',
  domains: ['housing', 'employment', 'income', 'health', 'education', 'family_relations', 'autonomy'],
  min: 1,
  max: 5,
  better: 'higher',
};

export interface ChosenSettings {
  readonly retention?: Partial<RetentionSettings>;
  readonly stableEmployment?: Partial<StableEmploymentSettings>;
  readonly scales?: readonly Scale[];
  readonly disclosureThreshold?: number;
}

/** What was chosen, completed with defaults, always with its fields in the same order. */
export function completeSettings(chosen: ChosenSettings = {}): IndicatorSettings {
  return {
    retention: completeRetention(chosen.retention),
    stableEmployment: { days: chosen.stableEmployment?.days ?? STABLE_DAYS },
    scales: (chosen.scales ?? [FIVE_STEPS]).map(inOrder),
    disclosureThreshold: chosen.disclosureThreshold ?? LOWEST_THRESHOLD,
  };
}

function completeRetention(chosen: Partial<RetentionSettings> = {}): RetentionSettings {
  const rule = chosen.rule ?? 'any_employer';
  return { rule, gapDays: chosen.gapDays ?? GAP_DAYS[rule], anchor: chosen.anchor ?? 'pathway_start' };
}

const inOrder = ({ name, version, domains, min, max, better }: Scale): Scale => ({
  name,
  version,
  domains: [...domains],
  min,
  max,
  better,
});
