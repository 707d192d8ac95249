import { Day, Decimal, Instant, Nested, NestedList, OneOf, Text, Whole } from '#platform';
import { RULE_CODES } from '../rules/index.js';

const COUNT = { min: 0, max: 2_147_483_647 };
const SHARE = { min: 0, max: 1, digits: 6 };
const KIND = { max: 60 };
const SOURCE = { max: 64 };

export const WINDOW_DAYS = 90;

export class DataQualityQuery {
  @Whole({
    min: 1,
    max: 731,
    optional: true,
    description: `Of how many days batches count; ${WINDOW_DAYS} unless told.`,
  })
  days?: number;
}

class RejectionAnswer {
  @Text({ max: 100, description: 'Code of the error.' })
  code: string;

  @Whole({ ...COUNT, description: 'Rows that were rejected for it, among other reasons or alone.' })
  rows: number;

  @Decimal({ ...SHARE, description: 'Of all rows.' })
  share: number;
}

class PushedAnswer {
  @Whole(COUNT)
  batches: number;

  @Whole(COUNT)
  rows: number;

  @Whole(COUNT)
  rejected: number;

  @Decimal({ ...SHARE, optional: true, description: 'Rejected, of all rows. Absent while there are none.' })
  rejectedShare?: number;

  @NestedList(() => RejectionAnswer, { maxItems: 200 })
  rejections: RejectionAnswer[];
}

class RecordCountAnswer {
  @Text(KIND)
  kind: string;

  @Whole(COUNT)
  present: number;

  @Whole(COUNT)
  withdrawn: number;
}

class CompletenessAnswer {
  @Text({ ...KIND, description: '`participant`: of people of whom the source tells attributes or pathways.' })
  kind: string;

  @Text({ max: 60, description: 'The field, as it is pushed.' })
  field: string;

  @Whole({ ...COUNT, description: 'People, or pathways, of whom the source gives it.' })
  given: number;

  @Whole(COUNT)
  total: number;

  @Decimal(SHARE)
  share: number;
}

class OverlapAnswer {
  @Text(KIND)
  kind: string;

  @Text({ ...SOURCE, optional: true, description: 'The other source. A partner is not told which.' })
  source?: string;

  @Whole({ ...COUNT, description: 'Records of which the other source has one of the same person and time.' })
  records: number;

  @Whole(COUNT)
  participants: number;
}

class FindingCountAnswer {
  @OneOf(RULE_CODES)
  rule: string;

  @Whole(COUNT)
  open: number;

  @Whole(COUNT)
  acknowledged: number;

  @Whole(COUNT)
  resolved: number;

  @Whole(COUNT)
  corrected: number;
}

class SourceQualityAnswer {
  @Text(SOURCE)
  source: string;

  @Instant({ optional: true })
  lastPushAt?: string;

  @Day({ optional: true, description: 'The last day that a record of the source confirms.' })
  confirmedOn?: string;

  @Instant({ optional: true, description: 'When records were counted last; absent until then.' })
  countedAt?: string;

  @Nested(() => PushedAnswer)
  pushed: PushedAnswer;

  @NestedList(() => RecordCountAnswer, { maxItems: 20 })
  records: RecordCountAnswer[];

  @NestedList(() => CompletenessAnswer, { maxItems: 100 })
  completeness: CompletenessAnswer[];

  @NestedList(() => OverlapAnswer, { maxItems: 1_000 })
  overlaps: OverlapAnswer[];

  @NestedList(() => FindingCountAnswer, { maxItems: 100 })
  findings: FindingCountAnswer[];
}

export class DataQualityAnswer {
  @Whole({ min: 1, max: 731 })
  days: number;

  @NestedList(() => SourceQualityAnswer, { maxItems: 1_000 })
  sources: SourceQualityAnswer[];
}

class QualityRuleLabels {
  @Text({ max: 500 })
  it: string;

  @Text({ max: 500 })
  en: string;
}

export class QualityRuleAnswer {
  @OneOf(RULE_CODES)
  code: string;

  @Text({ ...KIND, description: 'The kind of the record that is told of.' })
  kind: string;

  @Nested(() => QualityRuleLabels)
  title: QualityRuleLabels;

  @Nested(() => QualityRuleLabels)
  advice: QualityRuleLabels;
}
