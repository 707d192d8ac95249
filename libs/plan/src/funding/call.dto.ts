import { ISTAT_CODE } from '#actors';
import { Day, Flag, Instant, Nested, NestedList, PageQuery, Text, Uuid, Whole } from '#platform';
import { AMOUNT } from '../money.js';
import { Code, Title, TitlePatch } from '../titles.js';

const ALLOCATIONS = { maxItems: 500, description: 'What is set aside for each territory.' };
const COMPETITIVE = {
  description: 'Whether proposals compete; otherwise the money goes to those whom the call names.',
};

class Allocation {
  @Text({ max: 6, pattern: ISTAT_CODE, description: 'ISTAT code of the municipality.' })
  territory: string;

  @Whole(AMOUNT)
  amountCents: number;
}

class CallFields {
  @Uuid({ description: 'The funding programme that it is part of.' })
  programmeId: string;

  @Code({ description: 'Stable, and the only one in the programme.' })
  code: string;

  @Nested(() => Title)
  title: Title;

  @Flag(COMPETITIVE)
  isCompetitive: boolean;

  @Day({ optional: true })
  opensOn?: string;

  @Day({ optional: true })
  closesOn?: string;
}

export class CallRequest extends CallFields {
  @NestedList(() => Allocation, { ...ALLOCATIONS, optional: true })
  allocations?: Allocation[];
}

export class CallPatch {
  @Nested(() => TitlePatch, { optional: true })
  title?: TitlePatch;

  @Flag({ ...COMPETITIVE, optional: true })
  isCompetitive?: boolean;

  @Day({ optional: true, nullable: true })
  opensOn?: string | null;

  @Day({ optional: true, nullable: true })
  closesOn?: string | null;

  @NestedList(() => Allocation, { ...ALLOCATIONS, optional: true })
  allocations?: Allocation[];
}

export class CallAnswer extends CallFields {
  @Uuid()
  id: string;

  @NestedList(() => Allocation, ALLOCATIONS)
  allocations: Allocation[];

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class CallListQuery extends PageQuery {
  @Uuid({ optional: true })
  programmeId?: string;

  @Day({ optional: true, description: 'Calls that are open on this day.' })
  openOn?: string;
}
