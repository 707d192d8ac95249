import { Day, Decimal, Instant, OneOf, Text, Uuid } from '#platform';
import { MEASURE_STATES, type MeasureState } from '../measures/measure.rules.js';

const REASON = { max: 2_000, multiline: true, optional: true };
const DECISION = { optional: true, description: 'The decision of a body of the pact that this follows.' };
const MADE_BY = { max: 60, description: 'The id of who did it.' };
const SHARE = { min: 0, max: 1, digits: 2, description: 'How much of it is done, from 0 to 1.' };

export class MeasureTransitionRequest {
  @OneOf(MEASURE_STATES)
  to: MeasureState;

  @Text(REASON)
  reason?: string;

  @Uuid(DECISION)
  decisionId?: string;
}

export class MeasureTransitionAnswer {
  @Uuid()
  id: string;

  @OneOf(MEASURE_STATES)
  from: MeasureState;

  @OneOf(MEASURE_STATES)
  to: MeasureState;

  @Text(REASON)
  reason?: string;

  @Uuid(DECISION)
  decisionId?: string;

  @Text(MADE_BY)
  madeBy: string;

  @Instant()
  madeAt: string;
}

export class MeasureProgressRequest {
  @Day({ description: 'Not in the future.' })
  onDay: string;

  @Decimal(SHARE)
  doneShare: number;

  @Text(REASON)
  note?: string;
}

export class MeasureProgressAnswer extends MeasureProgressRequest {
  @Uuid()
  id: string;

  @Text(MADE_BY)
  recordedBy: string;

  @Instant()
  recordedAt: string;
}
