import { Day, Instant, OneOf, PageQuery, Text, Uuid, Whole } from '#platform';
import { AMOUNT } from '../money.js';
import { ENTRY_KINDS, type EntryKind } from './spending.rules.js';

const NOTE = { max: 2_000, multiline: true, optional: true };
const KIND = {
  description:
    'expenditure: a payment. overrun: lets so much more be paid than the line holds, and is no payment itself.',
};
const CENTS = {
  ...AMOUNT,
  min: -AMOUNT.max,
  description: 'Euro cents; negative only to correct an entry.',
};
const CORRECTS = { optional: true, description: 'The entry that this counter-entry corrects.' };
const DECISION = { optional: true, description: 'The decision of a body of the pact that this follows.' };

export class ExpenditureRequest {
  @Uuid()
  fundingLineId: string;

  @OneOf(ENTRY_KINDS, { ...KIND, optional: true })
  kind?: EntryKind;

  @Day({ description: 'Not in the future, and not before the line begins.' })
  spentOn: string;

  @Whole(CENTS)
  amountCents: number;

  @Uuid(CORRECTS)
  correctsExpenditureId?: string;

  @Uuid(DECISION)
  decisionId?: string;

  @Text(NOTE)
  note?: string;
}

export class ExpenditureAnswer extends ExpenditureRequest {
  @Uuid()
  id: string;

  @Uuid()
  measureId: string;

  @OneOf(ENTRY_KINDS, KIND)
  declare kind: EntryKind;

  @Text({ max: 60, description: 'The id of who recorded it.' })
  recordedBy: string;

  @Instant()
  recordedAt: string;
}

export class ExpenditureListQuery extends PageQuery {
  @Uuid({ optional: true })
  fundingLineId?: string;

  @Uuid({ optional: true })
  measureId?: string;

  @OneOf(ENTRY_KINDS, { optional: true })
  kind?: EntryKind;

  @Day({ optional: true, description: 'Of this day or later.' })
  from?: string;

  @Day({ optional: true, description: 'Of this day or earlier.' })
  to?: string;
}
