import {
  Day,
  Decimal,
  Instant,
  Nested,
  NestedList,
  OneOf,
  PageQuery,
  Text,
  Uuid,
  UuidList,
  Whole,
} from '#platform';
import { COMMITMENT_STATES, type CommitmentState } from './commitment.rules.js';
import {
  QUANTITY_DIGITS,
  QUANTITY_MAX,
  QUANTITY_MIN,
  RESOURCE_KINDS,
  UNITS,
  type ResourceKind,
  type Unit,
} from './terms.rules.js';

const TITLE = { max: 200, example: 'Two tutors, one day a week' };
const POSITIVE = { min: QUANTITY_MIN, max: QUANTITY_MAX, digits: QUANTITY_DIGITS };
const SUM = { min: 0, max: QUANTITY_MAX * 1_000, digits: QUANTITY_DIGITS };
const QUANTITY = { ...POSITIVE, description: 'In the unit; money in whole cents.' };
const COMPETENCE = { max: 200, optional: true, description: 'Which one; of a competence only.' };
const BENEFICIARIES = { maxItems: 100, description: 'Members that benefit; empty: the pact as a whole.' };
const MILESTONES = { maxItems: 200, description: 'In the order of their days, which lie inside the period.' };
const OBJECTIVE = { optional: true, description: 'The objective of the pact that it serves.' };
const CONDITION = { optional: true, description: 'It binds only once that other commitment does.' };

class ResourceDto {
  @OneOf(RESOURCE_KINDS)
  kind: ResourceKind;

  @Decimal(QUANTITY)
  quantity: number;

  @OneOf(UNITS)
  unit: Unit;

  @Text(COMPETENCE)
  competence?: string;
}

export class MilestoneDto {
  @Day()
  dueOn: string;

  @Decimal(POSITIVE)
  quantity: number;
}

class PromiseDto {
  @Text(TITLE)
  title: string;

  @Nested(() => ResourceDto)
  resource: ResourceDto;

  @Day()
  startsOn: string;

  @Day()
  endsOn: string;

  @Uuid(CONDITION)
  conditionalOnCommitmentId?: string;
}

export class CommitmentRequest extends PromiseDto {
  @Uuid()
  promisorMemberId: string;

  @UuidList({ ...BENEFICIARIES, optional: true })
  beneficiaryMemberIds?: string[];

  @NestedList(() => MilestoneDto, { ...MILESTONES, optional: true })
  milestones?: MilestoneDto[];

  @Uuid(OBJECTIVE)
  objectiveId?: string;
}

/** What was promised, to whom. */
export class TermsDto extends PromiseDto {
  @UuidList(BENEFICIARIES)
  beneficiaryMemberIds: string[];

  @NestedList(() => MilestoneDto, MILESTONES)
  milestones: MilestoneDto[];
}

export class ResourcePatch {
  @OneOf(RESOURCE_KINDS, { optional: true })
  kind?: ResourceKind;

  @Decimal({ ...QUANTITY, optional: true })
  quantity?: number;

  @OneOf(UNITS, { optional: true })
  unit?: Unit;

  @Text({ ...COMPETENCE, nullable: true })
  competence?: string | null;
}

export class CommitmentPatch {
  @UuidList({ ...BENEFICIARIES, optional: true })
  beneficiaryMemberIds?: string[];

  @Text({ ...TITLE, optional: true })
  title?: string;

  @Nested(() => ResourcePatch, { optional: true })
  resource?: ResourcePatch;

  @Day({ optional: true })
  startsOn?: string;

  @Day({ optional: true })
  endsOn?: string;

  @NestedList(() => MilestoneDto, { ...MILESTONES, optional: true })
  milestones?: MilestoneDto[];

  @Uuid({ ...CONDITION, nullable: true })
  conditionalOnCommitmentId?: string | null;

  @Uuid({ ...OBJECTIVE, nullable: true })
  objectiveId?: string | null;
}

export class BeneficiaryDto {
  @Uuid()
  memberId: string;

  @Instant({ optional: true })
  agreedAt?: string;

  @Instant({ optional: true })
  releasedAt?: string;
}

export class CommitmentAnswer extends TermsDto {
  @Uuid()
  id: string;

  @Uuid()
  promisorMemberId: string;

  @Uuid(OBJECTIVE)
  objectiveId?: string;

  @NestedList(() => BeneficiaryDto, {
    maxItems: 100,
    description: 'When each beneficiary agreed or released.',
  })
  beneficiaries: BeneficiaryDto[];

  @OneOf(COMMITMENT_STATES)
  state: CommitmentState;

  @Whole({ min: 1, max: 999_999_999, description: 'Grows with each renegotiation.' })
  revision: number;

  @Instant({ optional: true, description: 'When the coordinator agreed, where the pact benefits.' })
  pactAgreedAt?: string;

  @Decimal({ ...SUM, description: 'All that was recorded as delivered.' })
  delivered: number;

  @Decimal({ ...SUM, description: 'What the beneficiaries confirmed of it.' })
  confirmed: number;

  @Decimal({ ...SUM, description: 'What they dispute.' })
  disputed: number;

  @Day({ optional: true, description: 'The day of the delivery that made it complete.' })
  fulfilledOn?: string;

  @Uuid({ optional: true, description: 'It takes over what a member that leaves had promised there.' })
  transferredFromCommitmentId?: string;

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class CommitmentListQuery extends PageQuery {
  @OneOf(COMMITMENT_STATES, { optional: true })
  state?: CommitmentState;

  @Uuid({ optional: true })
  promisorMemberId?: string;

  @Uuid({ optional: true })
  beneficiaryMemberId?: string;

  @OneOf(RESOURCE_KINDS, { optional: true })
  resourceKind?: ResourceKind;

  @Uuid({ optional: true })
  objectiveId?: string;

  @Day({ optional: true, description: 'Only those that end before this day.' })
  dueBefore?: string;

  @Text({ max: 200, optional: true, description: 'A part of the title.' })
  q?: string;
}
