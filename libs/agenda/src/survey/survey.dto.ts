import { ISTAT_CODE } from '#actors';
import { Day, Decimal, Nested, PageQuery, Text, TextList, Uuid } from '#platform';
import { EntryAnswer } from '../entries/entry.dto.js';

export const FOUND_TEXT = { max: 4_000, multiline: true };
export const SOURCE = { max: 500, description: 'Where it is known from: a study, a meeting, a register.' };
export const REPORTER = { description: 'The actor that reported it. A member reports for its own.' };

const CODES = {
  maxItems: 1_000,
  minItems: 1,
  max: 6,
  pattern: ISTAT_CODE,
  unique: true,
  optional: true,
  description: 'ISTAT codes of municipalities.',
};
const LATITUDE = { min: -90, max: 90, digits: 6, description: 'Degrees north, WGS 84.' };
const LONGITUDE = { min: -180, max: 180, digits: 6, description: 'Degrees east, WGS 84.' };

class PointDto {
  @Decimal(LATITUDE)
  latitude: number;

  @Decimal(LONGITUDE)
  longitude: number;
}

/** Either of the two; in a change, the one that is named takes the place of the other. */
export class PlaceDto {
  @TextList(CODES)
  istatCodes?: string[];

  @Nested(() => PointDto, { optional: true })
  point?: PointDto;
}

export class FoundAnswer extends EntryAnswer {
  @Text(FOUND_TEXT)
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

export class FoundListQuery extends PageQuery {
  @Text({ max: 6, pattern: ISTAT_CODE, optional: true, description: 'Those in this municipality.' })
  istatCode?: string;

  @Uuid({ optional: true })
  reportedByActorId?: string;

  @Day({ optional: true, description: 'Only those observed from this day on.' })
  observedFrom?: string;

  @Text({ max: 200, optional: true, description: 'A part of the text or of the source.' })
  q?: string;
}
