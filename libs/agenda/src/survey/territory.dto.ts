import { Day, Nested, OneOf, Text, Uuid } from '#platform';
import { FOUND_TEXT, FoundAnswer, FoundListQuery, PlaceDto, REPORTER, SOURCE } from './survey.dto.js';

/** The seven maps of a territory: docs/agenda.md. */
const KINDS = [
  'need',
  'initiative',
  'productive_potential',
  'infrastructure',
  'heritage',
  'leader',
  'homogeneous_area',
] as const;
type Kind = (typeof KINDS)[number];

const ASPECTS = ['strength', 'weakness', 'existing', 'needed'] as const;
type Aspect = (typeof ASPECTS)[number];

const ASPECT = {
  description:
    'A productive potential is a strength or a weakness, an infrastructure is existing or needed; others have none.',
};

export class TerritoryRequest {
  @OneOf(KINDS)
  kind: Kind;

  @OneOf(ASPECTS, { ...ASPECT, optional: true })
  aspect?: Aspect;

  @Text({ ...FOUND_TEXT, example: 'No bus to the industrial estate after eight in the evening' })
  text: string;

  @Nested(() => PlaceDto)
  place: PlaceDto;

  @Text(SOURCE)
  source: string;

  @Day()
  observedOn: string;

  @Uuid(REPORTER)
  reportedByActorId: string;
}

/** On which map an entry stands is said once: with another kind it would be another entry. */
export class TerritoryPatch {
  @OneOf(ASPECTS, { ...ASPECT, optional: true })
  aspect?: Aspect;

  @Text({ ...FOUND_TEXT, optional: true })
  text?: string;

  @Nested(() => PlaceDto, { optional: true })
  place?: PlaceDto;

  @Text({ ...SOURCE, optional: true })
  source?: string;

  @Day({ optional: true })
  observedOn?: string;
}

export class TerritoryAnswer extends FoundAnswer {
  @OneOf(KINDS)
  kind: Kind;

  @OneOf(ASPECTS, { ...ASPECT, optional: true })
  aspect?: Aspect;
}

export class TerritoryListQuery extends FoundListQuery {
  @OneOf(KINDS, { optional: true })
  kind?: Kind;

  @OneOf(ASPECTS, { optional: true })
  aspect?: Aspect;
}
