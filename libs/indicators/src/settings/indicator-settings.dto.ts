import { Nested, OneOf, Whole } from '#platform';
import {
  ANCHORS,
  LOWEST_THRESHOLD,
  RETENTION_RULES,
  type RetentionSettings,
} from './indicator-settings.rules.js';

const GAP = { min: 0, max: 365 };
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

export class IndicatorSettingsRequest {
  @Nested(() => RetentionRequest, { optional: true })
  retention?: RetentionRequest;

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

  @Whole(THRESHOLD)
  disclosureThreshold: number;

  @Whole({ min: 0, max: 2_147_483_647, description: '0 while the defaults hold.' })
  version: number;
}
