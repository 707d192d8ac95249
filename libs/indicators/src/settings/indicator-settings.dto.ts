import { Nested, NestedList, OneOf, Text, TextList, Whole } from '#platform';
import {
  ANCHORS,
  BETTER,
  LOWEST_THRESHOLD,
  RETENTION_RULES,
  type RetentionSettings,
  type Scale,
} from './indicator-settings.rules.js';

const GAP = { min: 0, max: 365 };
const STABLE = { min: 1, max: 3_650 };
const NAME = { max: 64 };
const POINT = { min: -1_000, max: 1_000 };
const THRESHOLD = { min: LOWEST_THRESHOLD, max: 100 };

class RetentionRequest {
  @OneOf(RETENTION_RULES, { description: 'Which spells may be merged into one employment episode.' })
  rule: RetentionSettings['rule'];

  @Whole({
    ...GAP,
    optional: true,
    description: 'Days between two spells that do not end an episode. By the rule unless told: 0, 20 or 28.',
  })
  gapDays?: number;

  @OneOf(ANCHORS, { optional: true, description: 'From when on a job counts: pathway_start unless told.' })
  anchor?: RetentionSettings['anchor'];
}

class StableEmploymentRequest {
  @Whole({
    ...STABLE,
    description: 'From how many days on a placement counts as stable without being permanent.',
  })
  days: number;
}

class ScaleRequest {
  @Text({ ...NAME, description: 'As assessments name it.' })
  name: string;

  @Text({ max: 32, description: 'Readings of two versions are not compared.' })
  version: string;

  @TextList({ minItems: 1, maxItems: 40, max: 50, unique: true, description: 'As assessments name them.' })
  domains: string[];

  @Whole({ ...POINT, description: 'The lowest point.' })
  min: number;

  @Whole({ ...POINT, description: 'The highest point.' })
  max: number;

  @OneOf(BETTER, { description: 'Which way is good.' })
  better: Scale['better'];
}

export class IndicatorSettingsRequest {
  @Nested(() => RetentionRequest, { optional: true })
  retention?: RetentionRequest;

  @Nested(() => StableEmploymentRequest, { optional: true })
  stableEmployment?: StableEmploymentRequest;

  @NestedList(() => ScaleRequest, {
    maxItems: 20,
    optional: true,
    description: 'The scales that readings are taken on; readings on others are not counted.',
  })
  scales?: ScaleRequest[];

  @Whole({
    ...THRESHOLD,
    optional: true,
    description: 'The smallest number of persons shown; 3 unless told.',
  })
  disclosureThreshold?: number;
}

class RetentionAnswer {
  @OneOf(RETENTION_RULES)
  rule: RetentionSettings['rule'];

  @Whole(GAP)
  gapDays: number;

  @OneOf(ANCHORS)
  anchor: RetentionSettings['anchor'];
}

export class IndicatorSettingsAnswer {
  @Nested(() => RetentionAnswer)
  retention: RetentionAnswer;

  @Nested(() => StableEmploymentRequest)
  stableEmployment: StableEmploymentRequest;

  @NestedList(() => ScaleRequest, { maxItems: 20 })
  scales: ScaleRequest[];

  @Whole(THRESHOLD)
  disclosureThreshold: number;

  @Whole({ min: 0, max: 2_147_483_647, description: '0 while the defaults hold.' })
  version: number;
}
