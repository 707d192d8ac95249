import { OmitType } from '@nestjs/swagger';
import { Nested, NestedList, Text, Whole } from '#platform';
import { FigureAnswer, FiguresLinks } from '../figures/figure.dto.js';
import { SelectionQuery } from '../figures/figures-query.dto.js';

export class TotalsQuery extends SelectionQuery {
  @Text({
    max: 6,
    optional: true,
    pattern: /^\d{3,6}$/,
    description:
      'The first digits of ISTAT codes, such as 016 for a province: only pacts of which the whole territory lies there.',
    example: '016',
  })
  territory?: string;
}

export class TotalAnswer extends OmitType(FigureAnswer, [
  'id',
  'pactId',
  'target',
  'runId',
  'revision',
] as const) {
  @Whole({ min: 0, max: 2_147_483_647, description: 'How many pacts it is of.' })
  pacts: number;
}

export class TotalsPage {
  @NestedList(() => TotalAnswer, { maxItems: 100 })
  items: TotalAnswer[];

  @Text({ max: 1_000, optional: true, description: 'Absent at the end of the list.' })
  nextCursor?: string;

  @Nested(() => FiguresLinks)
  _links: FiguresLinks;
}
