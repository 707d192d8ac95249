import { Day, Instant, NestedList, OneOf, PageQuery, Text, Uuid, Whole } from '#platform';
import { DESCRIPTION, EntryAnswer } from '../entries/entry.dto.js';
import { MOST_NODES } from '../trees/tree.rules.js';

const POSITIONS = ['supportive', 'neutral', 'opposed', 'unknown'] as const;
type Position = (typeof POSITIONS)[number];

const NAME = { max: 200, description: 'An organisation or a group, never a person.', example: 'Local firms' };
const ACTOR_ID = { optional: true, description: 'The actor that it is, where it is registered as one.' };
const INTEREST = { min: 1, max: 5, description: 'How much is at stake for it: 1 little, 5 very much.' };
const INFLUENCE = {
  min: 1,
  max: 5,
  description: 'How much it can further or hinder: 1 little, 5 very much.',
};
const LEVEL = { min: -2, max: 2, description: 'From −2, works against it, over 0 to 2, works for it.' };
const HELD_ON = { optional: true, description: 'The day on which it stood so; today unless told.' };
const NOTE = { max: 2_000, multiline: true, optional: true };
const AS_OF = { optional: true, description: 'How they stood on this day; today unless told.' };

export class StanceRequest {
  @Whole(INTEREST)
  interest: number;

  @Whole(INFLUENCE)
  influence: number;

  @OneOf(POSITIONS)
  position: Position;

  @Day(HELD_ON)
  heldOn?: string;

  @Text(NOTE)
  note?: string;
}

export class StakeholderRequest extends StanceRequest {
  @Text(NAME)
  name: string;

  @Uuid(ACTOR_ID)
  actorId?: string;

  @Text(DESCRIPTION)
  description?: string;
}

export class StakeholderPatch {
  @Text({ ...NAME, optional: true })
  name?: string;

  @Uuid({ ...ACTOR_ID, nullable: true })
  actorId?: string | null;

  @Text({ ...DESCRIPTION, nullable: true })
  description?: string | null;
}

class AlignedObjective {
  @Uuid()
  objectiveId: string;

  @Whole(LEVEL)
  level: number;

  @Day()
  heldOn: string;
}

export class StakeholderAnswer extends EntryAnswer {
  @Text(NAME)
  name: string;

  @Uuid(ACTOR_ID)
  actorId?: string;

  @Text(DESCRIPTION)
  description?: string;

  @Whole({ ...INTEREST, optional: true })
  interest?: number;

  @Whole({ ...INFLUENCE, optional: true })
  influence?: number;

  @OneOf(POSITIONS, { optional: true })
  position?: Position;

  @Day({ optional: true, description: 'Since when; absent where nothing is known up to the day asked for.' })
  heldOn?: string;

  @NestedList(() => AlignedObjective, { maxItems: MOST_NODES })
  alignments: AlignedObjective[];

  @Instant({ optional: true })
  removedAt?: string;
}

export class AsOfQuery {
  @Day(AS_OF)
  asOf?: string;
}

export class StakeholderListQuery extends PageQuery {
  @Day(AS_OF)
  asOf?: string;

  @OneOf(POSITIONS, { optional: true })
  position?: Position;

  @Text({ max: 200, optional: true, description: 'A part of the name or description.' })
  q?: string;
}

/** Who said so, and when it was said. */
class Noted {
  @Uuid()
  id: string;

  @Day()
  heldOn: string;

  @Text(NOTE)
  note?: string;

  @Text({ max: 100 })
  madeBy: string;

  @Instant()
  madeAt: string;
}

export class StanceAnswer extends Noted {
  @Whole(INTEREST)
  interest: number;

  @Whole(INFLUENCE)
  influence: number;

  @OneOf(POSITIONS)
  position: Position;
}

export class AlignmentRequest {
  @Uuid()
  objectiveId: string;

  @Whole(LEVEL)
  level: number;

  @Day(HELD_ON)
  heldOn?: string;

  @Text(NOTE)
  note?: string;
}

export class AlignmentAnswer extends Noted {
  @Uuid()
  objectiveId: string;

  @Whole(LEVEL)
  level: number;
}

export class AlignmentListQuery extends PageQuery {
  @Uuid({ optional: true })
  objectiveId?: string;
}
