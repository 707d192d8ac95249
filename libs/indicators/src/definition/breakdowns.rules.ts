/**
 * The breakdowns of this edition, and the column of a fact that holds each. The finer a table, the coarser its periods:
 * by month only what is `monthly`, and of people nothing crossed. A month of a small pact by anything finer tells of single people,
 * and would be hidden anyway.
 */
export const BREAKDOWNS = {
  sex: { column: 'sex', many: false, monthly: true },
  ageGroup: { column: 'age_group', many: false, monthly: true },
  education: { column: 'education', many: false, monthly: false },
  citizenship: { column: 'citizenship', many: false, monthly: false },
  disability: { column: 'disability', many: false, monthly: false },
  entryStatus: { column: 'entry_status', many: false, monthly: false },
  targetGroup: { column: 'target_groups', many: true, monthly: true },
  leadActor: { column: 'lead_actor', many: false, monthly: false },
  system: { column: 'system', many: false, monthly: true },
  measure: { column: 'measure', many: false, monthly: false },
  accessPoint: { column: 'access_point', many: false, monthly: false },
  resourceKind: { column: 'resource_kind', many: false, monthly: true },
} as const;

export type BreakdownName = keyof typeof BREAKDOWNS;

export const BREAKDOWN_NAMES = Object.keys(BREAKDOWNS) as BreakdownName[];

/** The value of a breakdown where nobody said; so the cells of a table still add up to its total. */
export const UNKNOWN = 'unknown';

export type Breakdown = Readonly<Record<string, string>>;

/** Whether a table by these breakdowns has a line for each month: by one of them, or crossed with what is given. */
export const isMonthly = (cut: readonly string[]): boolean =>
  cut.every((name) => BREAKDOWNS[name as BreakdownName].monthly) &&
  (cut.length < 2 || cut.includes('resourceKind'));

/** `sex=F`, `resourceKind=money&system=public`; empty for the total. Names stand in alphabetical order. */
export function cellOf(breakdown: Breakdown): string {
  const names = Object.keys(breakdown).sort();
  return names.map((name) => `${name}=${encodeURIComponent(breakdown[name] ?? '')}`).join('&');
}

/** `sex`, `resourceKind,system`; empty for the total. */
export const dimensionsOf = (cut: readonly string[]): string => [...cut].sort().join(',');
