import { Day, OneOf, PageQuery, Text } from '#platform';
import { GRANULARITIES, type Granularity } from '#kernel';
import { FORMATS, type FormatName } from '../formats/formats.js';

/** Which figures, and how they are told. */
export class SelectionQuery extends PageQuery {
  @Text({ max: 2_000, optional: true, description: 'Codes, separated by commas; all unless told.' })
  indicator?: string;

  @Text({
    max: 50,
    optional: true,
    description:
      '2026-03, 2026-Q1, 2026-H1, 2026, since-start (unless told), or from..to with a granularity.',
    example: '2026-01..2026-06',
  })
  period?: string;

  @OneOf(GRANULARITIES, {
    optional: true,
    description: 'The periods within `period`; month for from..to unless told.',
  })
  granularity?: Granularity;

  @Text({
    max: 200,
    optional: true,
    description: 'Breakdowns, separated by commas. Totals are always there.',
  })
  by?: string;

  @OneOf(FORMATS, { optional: true, description: 'Else by Accept; JSON unless told. Only JSON has pages.' })
  format?: FormatName;
}

export class FiguresQuery extends SelectionQuery {
  @Day({ optional: true, description: 'The figures as they were published at the end of that day.' })
  asOf?: string;
}

export class FiguresAcrossQuery extends FiguresQuery {
  @Text({
    max: 4_000,
    optional: true,
    description: 'Ids of pacts, separated by commas; all that the caller enters unless told.',
  })
  pact?: string;
}
