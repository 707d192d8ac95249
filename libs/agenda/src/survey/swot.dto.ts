import { Day, Nested, OneOf, Text, Uuid } from '#platform';
import { FOUND_TEXT, FoundAnswer, FoundListQuery, PlaceDto, REPORTER, SOURCE } from './survey.dto.js';

const KINDS = ['strength', 'weakness', 'opportunity', 'threat'] as const;
type Kind = (typeof KINDS)[number];

export class SwotRequest {
  @OneOf(KINDS)
  kind: Kind;

  @Text({ ...FOUND_TEXT, example: 'Firms look for apprentices and find none' })
  text: string;

  @Nested(() => PlaceDto, { optional: true })
  place?: PlaceDto;

  @Text({ ...SOURCE, optional: true })
  source?: string;

  @Day()
  observedOn: string;

  @Uuid({ ...REPORTER, optional: true })
  reportedByActorId?: string;
}

export class SwotPatch {
  @OneOf(KINDS, { optional: true })
  kind?: Kind;

  @Text({ ...FOUND_TEXT, optional: true })
  text?: string;

  @Nested(() => PlaceDto, { optional: true, nullable: true })
  place?: PlaceDto | null;

  @Text({ ...SOURCE, optional: true, nullable: true })
  source?: string | null;

  @Day({ optional: true })
  observedOn?: string;
}

export class SwotAnswer extends FoundAnswer {
  @OneOf(KINDS)
  kind: Kind;
}

export class SwotListQuery extends FoundListQuery {
  @OneOf(KINDS, { optional: true })
  kind?: Kind;
}
