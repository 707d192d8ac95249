import { Instant, Nested, NestedList, OneOf, PageQuery, Text, Uuid, Whole } from '#platform';
import { RULE_CODES } from '../rules/index.js';

const STATES = ['open', 'acknowledged', 'resolved', 'corrected'] as const;
/** What somebody may say of a finding; that it has been corrected, only the records say. */
const SAID = ['open', 'acknowledged', 'resolved'] as const;
const MEANING =
  '`open`: to be looked at. `acknowledged`: somebody looks after it. `resolved`: it is right as it is. `corrected`: the ' +
  'records do not say so any more. Whatever it was, it is open again once the records say so anew.';

export class FindingListQuery extends PageQuery {
  @OneOf(STATES, { optional: true })
  state?: string;

  @OneOf(RULE_CODES, { optional: true })
  rule?: string;

  @Text({ max: 64, optional: true, description: 'Only those in which a record of this source takes part.' })
  source?: string;
}

class FoundRecordAnswer {
  @Text({ max: 60 })
  kind: string;

  @Uuid()
  id: string;

  @Text({ max: 64 })
  source: string;

  @Text({ max: 200, description: 'What its source calls it.' })
  externalId: string;
}

class SettlementAnswer {
  @OneOf(SAID)
  state: string;

  @Text({ max: 500, multiline: true })
  note: string;

  @Text({ max: 200, description: 'Who said so, as `/v1/me` tells its id.' })
  by: string;

  @Instant()
  at: string;
}

export class FindingAnswer {
  @Uuid()
  id: string;

  @OneOf(RULE_CODES)
  rule: string;

  @OneOf(STATES, { description: MEANING })
  state: string;

  @NestedList(() => FoundRecordAnswer, {
    maxItems: 2,
    description: 'The records that do not fit. A partner is told of its own alone.',
  })
  records: FoundRecordAnswer[];

  @Instant()
  foundAt: string;

  @Instant({ description: 'When its state changed last.' })
  changedAt: string;

  @Nested(() => SettlementAnswer, { optional: true, description: 'What somebody said of it last.' })
  settlement?: SettlementAnswer;

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;
}

export class FindingPatch {
  @OneOf(SAID)
  state: (typeof SAID)[number];

  @Text({ max: 500, multiline: true, description: 'Why. Never who the person is.' })
  note: string;
}
