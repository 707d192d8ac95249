import { Day, Instant, Nested, OneOf, PageQuery, Text, Uuid, Whole } from '#platform';
import { AMOUNT, SUM } from '../money.js';

export const VOUCHER_STATES = ['issued', 'used', 'expired'] as const;
export type VoucherState = (typeof VOUCHER_STATES)[number];

const STATE = { description: 'An issued one that nobody has used expires the day after its last.' };

export class VoucherRequest {
  @Uuid()
  measureId: string;

  @Whole(AMOUNT)
  amountCents: number;

  @Day({ description: 'Not in the future.' })
  issuedOn: string;

  @Day({ description: 'The last day on which it can be used.' })
  expiresOn: string;
}

export class VoucherUseRequest {
  @Day({ description: 'Not in the future.' })
  usedOn: string;

  @Whole({ ...AMOUNT, description: 'Euro cents, at most what the voucher is worth.' })
  usedCents: number;
}

export class VoucherAnswer extends VoucherRequest {
  @Uuid()
  id: string;

  @OneOf(VOUCHER_STATES, STATE)
  state: VoucherState;

  @Day({ optional: true })
  usedOn?: string;

  @Whole({ ...AMOUNT, optional: true })
  usedCents?: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class VoucherListQuery extends PageQuery {
  @Uuid({ optional: true })
  measureId?: string;

  @OneOf(VOUCHER_STATES, { ...STATE, optional: true })
  state?: VoucherState;
}

class VoucherTotal {
  @Whole({ min: 0, max: 999_999_999 })
  count: number;

  @Whole(SUM)
  amountCents: number;
}

export class VoucherTotalsAnswer {
  @Uuid()
  measureId: string;

  @Text({ max: 60 })
  measureCode: string;

  @Nested(() => VoucherTotal, { description: 'All that were given out, whatever became of them.' })
  issued: VoucherTotal;

  @Nested(() => VoucherTotal, { description: 'With what they were used for, not what they were worth.' })
  used: VoucherTotal;

  @Nested(() => VoucherTotal)
  expired: VoucherTotal;
}
