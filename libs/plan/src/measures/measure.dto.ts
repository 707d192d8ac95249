import {
  Day,
  Decimal,
  Instant,
  Nested,
  NestedList,
  OneOf,
  OneOfList,
  PageQuery,
  Text,
  TextList,
  Uuid,
  UuidList,
  Whole,
} from '#platform';
import { AMOUNT, SUM } from '../money.js';
import { Code, Title, TitlePatch } from '../titles.js';
import {
  INSTRUMENTS,
  MEASURE_STATES,
  TARGET_GROUPS,
  type Instrument,
  type MeasureState,
  type TargetGroup,
} from './measure.rules.js';

const CODE = { description: 'Stable in the pact: records of pathways name it as `measureCode`.' };
const DESCRIPTION = { max: 10_000, multiline: true };
const DURATION = { min: 1, max: 600, description: 'Months; may be known before the days are.' };
const UNIT = { description: 'The department that answers for it: a unit of an actor that is a member.' };
const OBJECTIVES = { maxItems: 50, description: 'The objectives it serves.' };
const INDICATORS = {
  maxItems: 50,
  max: 60,
  unique: true,
  description: 'Codes of the catalogue by which one sees whether it works.',
};
const GROUPS = { maxItems: TARGET_GROUPS.length, description: 'Whom it is for.' };
const CELLS = { maxItems: 200, description: 'Where it sits in the grids of the pact.' };
const BUDGET = { ...AMOUNT, description: 'Euro cents; left out while nobody has said.' };

export class PlaceInGrid {
  @Code({ description: 'The code of the grid.' })
  grid: string;

  @Text({
    max: 500,
    example: 'existing_work/third_sector/pilot',
    description: 'One code of each dimension, in their order.',
  })
  cell: string;
}

class MeasureFields {
  @Nested(() => Title)
  title: Title;

  @Text({ ...DESCRIPTION, optional: true })
  description?: string;

  @Day({ optional: true })
  startsOn?: string;

  @Day({ optional: true })
  endsOn?: string;

  @Whole({ ...DURATION, optional: true })
  durationMonths?: number;

  @Whole({ ...BUDGET, optional: true })
  budgetCents?: number;

  @Uuid({ ...UNIT, optional: true })
  responsibleUnitId?: string;

  @OneOf(INSTRUMENTS, { optional: true })
  instrument?: Instrument;

  @Uuid({ optional: true })
  pillarId?: string;

  @Uuid({ optional: true, description: 'A result that its pillar expects.' })
  expectedResultId?: string;
}

export class MeasureRequest extends MeasureFields {
  @Code(CODE)
  code: string;

  @OneOfList(TARGET_GROUPS, { ...GROUPS, optional: true })
  targetGroups?: TargetGroup[];

  @UuidList({ ...OBJECTIVES, optional: true })
  objectiveIds?: string[];

  @TextList({ ...INDICATORS, optional: true })
  indicators?: string[];

  @NestedList(() => PlaceInGrid, { ...CELLS, optional: true })
  cells?: PlaceInGrid[];
}

export class MeasurePatch {
  @Nested(() => TitlePatch, { optional: true })
  title?: TitlePatch;

  @Text({ ...DESCRIPTION, optional: true, nullable: true })
  description?: string | null;

  @Day({ optional: true, nullable: true })
  startsOn?: string | null;

  @Day({ optional: true, nullable: true })
  endsOn?: string | null;

  @Whole({ ...DURATION, optional: true, nullable: true })
  durationMonths?: number | null;

  @Whole({ ...BUDGET, optional: true, nullable: true })
  budgetCents?: number | null;

  @Uuid({ ...UNIT, optional: true, nullable: true })
  responsibleUnitId?: string | null;

  @OneOf(INSTRUMENTS, { optional: true })
  instrument?: Instrument;

  @Uuid({ optional: true, nullable: true })
  pillarId?: string | null;

  @Uuid({ optional: true, nullable: true })
  expectedResultId?: string | null;

  @OneOfList(TARGET_GROUPS, { ...GROUPS, optional: true })
  targetGroups?: TargetGroup[];

  @UuidList({ ...OBJECTIVES, optional: true })
  objectiveIds?: string[];

  @TextList({ ...INDICATORS, optional: true })
  indicators?: string[];

  @NestedList(() => PlaceInGrid, { ...CELLS, optional: true })
  cells?: PlaceInGrid[];
}

const SHARE = { min: 0, max: 1, digits: 2, description: 'From 0 to 1.' };

class LatestProgress {
  @Day()
  onDay: string;

  @Decimal(SHARE)
  doneShare: number;
}

export class MeasureAnswer extends MeasureFields {
  @Uuid()
  id: string;

  @Code(CODE)
  code: string;

  @OneOf(MEASURE_STATES)
  state: MeasureState;

  @OneOfList(TARGET_GROUPS, GROUPS)
  targetGroups: TargetGroup[];

  @UuidList(OBJECTIVES)
  objectiveIds: string[];

  @TextList(INDICATORS)
  indicators: string[];

  @NestedList(() => PlaceInGrid, CELLS)
  cells: PlaceInGrid[];

  @Nested(() => LatestProgress, { optional: true, description: 'What was told of the latest day.' })
  progress?: LatestProgress;

  @Whole({ ...SUM, description: 'What its funding lines add up to, in euro cents.' })
  fundedCents: number;

  @Whole({ ...SUM, description: 'What was paid from them.' })
  spentCents: number;

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class MeasureListQuery extends PageQuery {
  @OneOf(MEASURE_STATES, { optional: true })
  state?: MeasureState;

  @OneOf(INSTRUMENTS, { optional: true })
  instrument?: Instrument;

  @OneOf(TARGET_GROUPS, { optional: true })
  targetGroup?: TargetGroup;

  @Uuid({ optional: true })
  pillarId?: string;

  @Uuid({ optional: true })
  objectiveId?: string;

  @Text({ max: 200, optional: true, description: 'A part of the code or of the title.' })
  q?: string;
}
