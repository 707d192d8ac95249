import { ISTAT_CODE, SYSTEMS, type System } from '#actors';
import {
  Day,
  Decimal,
  Flag,
  Instant,
  Nested,
  OneOf,
  OneOfList,
  PageQuery,
  Text,
  TextList,
  Uuid,
  Whole,
} from '#platform';
import { RATIFICATION_KINDS, SHARE_DIGITS, type RatificationRule } from '../members/ratification.rules.js';
import { PACT_STATES, type PactState } from './pact.rules.js';

const TITLE = { max: 200, example: 'Patto territoriale per il lavoro' };
const COMMON_AGENDA = { max: 20_000, multiline: true, description: 'The vision, one narrative frame.' };
const TERRITORY = {
  maxItems: 2_000,
  max: 6,
  pattern: ISTAT_CODE,
  unique: true,
  description: 'ISTAT codes of its municipalities.',
};
const RULE = { description: 'When a signed version is in force. Fixed once signing has begun.' };
const VERSION = { min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' };

export class RatificationRuleDto implements RatificationRule {
  @OneOf(RATIFICATION_KINDS)
  kind: RatificationRule['kind'];

  @Decimal({
    min: 0.5,
    max: 1,
    digits: SHARE_DIGITS,
    optional: true,
    description:
      'Share of promoters and signatories that must sign; for a qualified majority, and only there.',
  })
  shareOfActors?: number;

  @Flag({ optional: true, description: 'The share must be reached within each system that takes part, too.' })
  ofEachSystem?: boolean;
}

export class PactRequest {
  @Text(TITLE)
  title: string;

  @Text(COMMON_AGENDA)
  commonAgenda: string;

  @TextList(TERRITORY)
  territory: string[];

  @Day()
  startsOn: string;

  @Day({ optional: true })
  endsOn?: string;

  @Nested(() => RatificationRuleDto, RULE)
  ratificationRule: RatificationRuleDto;
}

export class PactPatch {
  @Text({ ...TITLE, optional: true })
  title?: string;

  @Text({ ...COMMON_AGENDA, optional: true })
  commonAgenda?: string;

  @TextList({ ...TERRITORY, optional: true })
  territory?: string[];

  @Day({ optional: true })
  startsOn?: string;

  @Day({ optional: true, nullable: true })
  endsOn?: string | null;

  @Nested(() => RatificationRuleDto, { ...RULE, optional: true })
  ratificationRule?: RatificationRuleDto;
}

export class PactAnswer extends PactRequest {
  @Uuid()
  id: string;

  @OneOf(PACT_STATES)
  state: PactState;

  @Whole({
    min: 1,
    max: 999_999,
    optional: true,
    description: 'The version that binds. Absent while none does.',
  })
  versionInForce?: number;

  @OneOfList(SYSTEMS, {
    maxItems: 4,
    description: 'Those of the four systems in which no member has signed.',
  })
  missingSystems: System[];

  @Whole(VERSION)
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class PactListQuery extends PageQuery {
  @OneOf(PACT_STATES, { optional: true })
  state?: PactState;

  @Text({ max: 200, optional: true, description: 'A part of the title.' })
  q?: string;
}

export class PactTransitionRequest {
  @OneOf(PACT_STATES)
  to: PactState;

  @Text({ max: 2_000, multiline: true, optional: true })
  reason?: string;
}

export class PactTransitionAnswer {
  @Uuid()
  id: string;

  @OneOf(PACT_STATES)
  from: PactState;

  @OneOf(PACT_STATES)
  to: PactState;

  @Text({ max: 2_000, multiline: true, optional: true })
  reason?: string;

  @Text({ max: 60, description: 'The id of the key that made it.' })
  madeBy: string;

  @Instant()
  madeAt: string;
}
