import { Day, Flag, Instant, OneOf, OptionalBody, PageQuery, Text, TextList, Uuid, Whole } from '#platform';

const TRIGGERS = ['request', 'schedule', 'intake', 'change'] as const;
const STATUSES = ['queued', 'running', 'succeeded', 'failed'] as const;
const COUNT = { min: 0, max: 2_147_483_647, optional: true };

export type Trigger = (typeof TRIGGERS)[number];

@OptionalBody()
export class MonitoringRunRequest {
  @TextList({
    maxItems: 100,
    minItems: 1,
    max: 60,
    optional: true,
    unique: true,
    description: 'Codes; all unless told.',
  })
  indicators?: string[];

  @TextList({
    maxItems: 200,
    minItems: 1,
    max: 21,
    optional: true,
    unique: true,
    description: 'All unless told.',
  })
  periods?: string[];

  @Flag({
    optional: true,
    description: 'Build the facts anew from all records first. The same figures come out, only slower.',
  })
  rebuild?: boolean;
}

export class MonitoringRunAnswer {
  @Uuid()
  id: string;

  @OneOf(TRIGGERS)
  trigger: Trigger;

  @OneOf(STATUSES)
  status: string;

  @TextList({ maxItems: 100, max: 60, optional: true })
  indicators?: string[];

  @TextList({ maxItems: 200, max: 21, optional: true })
  periods?: string[];

  @Day({ optional: true, description: 'What was known at the end of this day was counted.' })
  asOf?: string;

  @Whole({ ...COUNT, description: 'Figures that were computed.' })
  figuresComputed?: number;

  @Whole({ ...COUNT, description: 'Figures that came out different and got a new revision.' })
  figuresChanged?: number;

  @Text({ max: 60, optional: true, description: 'Why it failed, as a code.' })
  problem?: string;

  @Instant()
  requestedAt: string;

  @Instant({ optional: true })
  startedAt?: string;

  @Instant({ optional: true })
  finishedAt?: string;
}

export class MonitoringRunListQuery extends PageQuery {
  @OneOf(STATUSES, { optional: true })
  status?: string;
}
