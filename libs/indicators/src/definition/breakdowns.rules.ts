/** The breakdowns of this edition, and the column of a fact that holds each. */
export const BREAKDOWNS = {
  sex: { column: 'sex', many: false },
  ageGroup: { column: 'age_group', many: false },
  education: { column: 'education', many: false },
  citizenship: { column: 'citizenship', many: false },
  disability: { column: 'disability', many: false },
  entryStatus: { column: 'entry_status', many: false },
  targetGroup: { column: 'target_groups', many: true },
  leadActor: { column: 'lead_actor', many: false },
  system: { column: 'system', many: false },
  measure: { column: 'measure', many: false },
  accessPoint: { column: 'access_point', many: false },
  resourceKind: { column: 'resource_kind', many: false },
} as const;

export type BreakdownName = keyof typeof BREAKDOWNS;

export const BREAKDOWN_NAMES = Object.keys(BREAKDOWNS) as BreakdownName[];

/** The value of a breakdown where nobody said; so the cells of a table still add up to its total. */
export const UNKNOWN = 'unknown';

export type Breakdown = Readonly<Record<string, string>>;

/** `sex=F`, `resourceKind=money&system=public`; empty for the total. Names stand in alphabetical order. */
export function cellOf(breakdown: Breakdown): string {
  const names = Object.keys(breakdown).sort();
  return names.map((name) => `${name}=${encodeURIComponent(breakdown[name] ?? '')}`).join('&');
}

/** `sex`, `resourceKind,system`; empty for the total. */
export const dimensionsOf = (cut: readonly string[]): string => [...cut].sort().join(',');
