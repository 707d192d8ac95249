import type { FieldError } from '#platform';
import type { Day } from '#kernel';

export const RESOURCE_KINDS = [
  'money',
  'staff_time',
  'competence',
  'space',
  'equipment',
  'places',
  'data',
  'service',
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

export const UNITS = [
  'EUR',
  'hours',
  'days',
  'square_metres',
  'rooms',
  'pieces',
  'places',
  'datasets',
  'records',
  'reports',
  'interventions',
  'months',
] as const;
export type Unit = (typeof UNITS)[number];

/** What each kind of resource is counted in. The unit of money is EUR; its quantity is in cents. */
const UNITS_OF: Readonly<Record<ResourceKind, readonly Unit[]>> = {
  money: ['EUR'],
  staff_time: ['hours'],
  competence: ['hours'],
  space: ['days', 'hours', 'months', 'rooms', 'square_metres'],
  equipment: ['pieces', 'days', 'hours'],
  places: ['places'],
  data: ['datasets', 'records', 'reports'],
  service: ['interventions', 'hours', 'days', 'months'],
};

/** Half of one makes no sense. */
const WHOLE: readonly Unit[] = [
  'EUR',
  'rooms',
  'pieces',
  'places',
  'datasets',
  'records',
  'reports',
  'interventions',
];

/** The decimals of a quantity, and its greatest size: together exact in numeric(15,2) and in a double. */
export const QUANTITY_DIGITS = 2;
export const QUANTITY_MAX = 1_000_000_000_000;
export const QUANTITY_MIN = 0.01;

export interface Resource {
  readonly kind: ResourceKind;
  readonly quantity: number;
  readonly unit: Unit;
}

export interface Milestone {
  readonly dueOn: Day;
  readonly quantity: number;
}

export interface Terms {
  readonly resource: Resource;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly milestones: readonly Milestone[];
}

const isWholeUnit = (unit: Unit): boolean => WHOLE.includes(unit);

/** Everything that is wrong with the terms of a commitment, at once. */
export function faultsOfTerms(terms: Terms): FieldError[] {
  return [
    ...faultsOfResource(terms.resource),
    ...faultsOfPeriod(terms),
    ...terms.milestones.flatMap((milestone, index) => faultsOfMilestone(terms, milestone, index)),
    ...faultsOfMilestoneSum(terms),
  ];
}

function faultsOfResource({ kind, quantity, unit }: Resource): FieldError[] {
  const units = UNITS_OF[kind];
  if (!units.includes(unit)) {
    const detail = `This kind of resource is counted in ${units.join(' or ')}.`;
    return [{ pointer: '/resource/unit', code: 'unit-of-other-kind', detail }];
  }
  return faultsOfQuantity('/resource/quantity', quantity, unit);
}

/** Money is whole cents; a place is a whole place. */
export function faultsOfQuantity(pointer: string, quantity: number, unit: Unit): FieldError[] {
  if (!isWholeUnit(unit) || Number.isInteger(quantity)) return [];
  const detail =
    unit === 'EUR' ? 'Money is a whole number of cents.' : 'This unit is counted in whole numbers.';
  return [{ pointer, code: 'not-whole', detail }];
}

const faultsOfPeriod = ({ startsOn, endsOn }: Terms): FieldError[] =>
  endsOn < startsOn
    ? [{ pointer: '/endsOn', code: 'before-start', detail: 'It ends before it starts.' }]
    : [];

function faultsOfMilestone(terms: Terms, { dueOn, quantity }: Milestone, index: number): FieldError[] {
  const pointer = `/milestones/${index}`;
  const before = terms.milestones[index - 1];
  const faults = faultsOfQuantity(`${pointer}/quantity`, quantity, terms.resource.unit);
  if (dueOn < terms.startsOn || dueOn > terms.endsOn) {
    const detail = 'A milestone lies between the start and the end of its commitment.';
    faults.push({ pointer: `${pointer}/dueOn`, code: 'outside-period', detail });
  }
  if (before !== undefined && dueOn <= before.dueOn) {
    faults.push({
      pointer: `${pointer}/dueOn`,
      code: 'not-later',
      detail: 'Each milestone is later than the one before.',
    });
  }
  return faults;
}

function faultsOfMilestoneSum({ milestones, resource }: Terms): FieldError[] {
  const sum = milestones.reduce((total, { quantity }) => total + Math.round(quantity * 100), 0);
  if (sum <= Math.round(resource.quantity * 100)) return [];
  const detail = 'The milestones add up to more than the whole quantity.';
  return [{ pointer: '/milestones', code: 'exceeds-quantity', detail }];
}
