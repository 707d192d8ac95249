import type { Day } from '#kernel';

export const BODY_KINDS = [
  'steering_committee',
  'political_table',
  'technical_table',
  'working_group',
  'promoter_group',
  'technical_unit',
  'task_force',
  'assembly',
  'single_access_point',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export const BODY_LEVELS = ['municipal', 'inter_municipal', 'provincial', 'regional'] as const;
export type BodyLevel = (typeof BODY_LEVELS)[number];

/** How a body stands to others beside its parent: governance has many centres. */
export const LINK_KINDS = ['coordinates_with', 'advises', 'reports_to'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const BODY_ROLES = ['chair', 'vice_chair', 'secretary', 'member', 'adviser'] as const;
export type BodyRole = (typeof BODY_ROLES)[number];

/** A time of which the last day may be open. */
export interface Span {
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

export const overlap = (one: Span, other: Span): boolean =>
  (one.endsOn === null || other.startsOn <= one.endsOn) &&
  (other.endsOn === null || one.startsOn <= other.endsOn);

export const covers = ({ startsOn, endsOn }: Span, day: Day): boolean =>
  startsOn <= day && (endsOn === null || day <= endsOn);
