export const MEASURE_STATES = [
  'proposed',
  'approved',
  'running',
  'suspended',
  'completed',
  'closed',
] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** Every move there is. What is completed has reached its end; what is closed has been given up. */
const NEXT: Readonly<Record<MeasureState, readonly MeasureState[]>> = {
  proposed: ['approved', 'closed'],
  approved: ['running', 'closed'],
  running: ['suspended', 'completed', 'closed'],
  suspended: ['running', 'closed'],
  completed: [],
  closed: [],
};

export const nextMeasureStates = (state: MeasureState): readonly MeasureState[] => NEXT[state];

/** Nothing of it changes any more, but what was paid is still recorded. */
export const isOver = (state: MeasureState): boolean => NEXT[state].length === 0;

/** How far something has come is told from when it begins until it is over. */
export const takesProgress = (state: MeasureState): boolean => state === 'running' || state === 'suspended';

export const INSTRUMENTS = [
  'voucher',
  'bonus',
  'service',
  'accompaniment',
  'employer_incentive',
  'training',
  'housing',
  'care',
  'financial_instrument',
  'information',
  'coordination',
  'study',
  'other',
] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** Whom a measure is for: the groups that participants are told by, and those that stand for no single person. */
export const TARGET_GROUPS = [
  'neet',
  'long_term_unemployed',
  'migrant',
  'disability',
  'leaving_care',
  'exploited_worker',
  'children',
  'young_people',
  'older_people',
  'women',
  'families',
  'workers',
  'employers',
  'operators',
  'citizens',
  'other',
] as const;
export type TargetGroup = (typeof TARGET_GROUPS)[number];
