import { Day, OneOf, Text } from '#platform';
import { CODE, DESCRIPTION, EntryAnswer, NEW_CODE, SearchQuery, TITLE } from '../entries/entry.dto.js';

const HORIZONS = ['medium_term', 'long_term'] as const;
type Horizon = (typeof HORIZONS)[number];

const UNTIL = { optional: true, description: 'The day by which it wants to be there.' };

export class StrategyRequest {
  @Text(NEW_CODE)
  code?: string;

  @Text({ ...TITLE, example: 'From school into work, accompanied' })
  title: string;

  @Text(DESCRIPTION)
  description?: string;

  @OneOf(HORIZONS)
  horizon: Horizon;

  @Day(UNTIL)
  untilOn?: string;
}

export class StrategyPatch {
  @Text({ ...TITLE, optional: true })
  title?: string;

  @Text({ ...DESCRIPTION, nullable: true })
  description?: string | null;

  @OneOf(HORIZONS, { optional: true })
  horizon?: Horizon;

  @Day({ ...UNTIL, nullable: true })
  untilOn?: string | null;
}

export class StrategyAnswer extends EntryAnswer {
  @Text(CODE)
  code: string;

  @Text(TITLE)
  title: string;

  @Text(DESCRIPTION)
  description?: string;

  @OneOf(HORIZONS)
  horizon: Horizon;

  @Day(UNTIL)
  untilOn?: string;
}

export class StrategyListQuery extends SearchQuery {
  @OneOf(HORIZONS, { optional: true })
  horizon?: Horizon;
}
