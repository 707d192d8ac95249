import { Day, Instant, PageQuery, Uuid, Whole } from '#platform';
import { AMOUNT, SUM } from '../money.js';

const STARTS_ON = { description: 'Nothing is paid from it before this day.' };
const CALL = { optional: true, description: 'The call of the programme under which it was granted.' };

export class LineRequest {
  @Uuid()
  measureId: string;

  @Uuid({ description: 'The programme that pays. A measure may have lines of several.' })
  programmeId: string;

  @Uuid(CALL)
  callId?: string;

  @Whole(AMOUNT)
  amountCents: number;

  @Day(STARTS_ON)
  startsOn: string;

  @Day({ optional: true })
  endsOn?: string;
}

export class LinePatch {
  @Whole({ ...AMOUNT, optional: true })
  amountCents?: number;

  @Day({ ...STARTS_ON, optional: true })
  startsOn?: string;

  @Day({ optional: true, nullable: true })
  endsOn?: string | null;
}

export class LineAnswer extends LineRequest {
  @Uuid()
  id: string;

  @Whole({ ...SUM, description: 'What was paid from it, corrections taken off, in euro cents.' })
  spentCents: number;

  @Whole({ ...SUM, description: 'By how much it may be overspent: what its overrun entries add up to.' })
  overrunCents: number;

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class LineListQuery extends PageQuery {
  @Uuid({ optional: true })
  measureId?: string;

  @Uuid({ optional: true })
  programmeId?: string;

  @Uuid({ optional: true })
  callId?: string;
}
