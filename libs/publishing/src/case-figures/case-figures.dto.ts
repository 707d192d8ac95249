import { OmitType } from '@nestjs/swagger';
import { CaseDataQuery } from '#pathways';
import { Day, NestedList, Text } from '#platform';
import { LEFT_OUT_REASONS } from '#indicators';
import { FigureAnswer } from '../figures/figure.dto.js';
import { LeftOutRows } from '../figures/left-out.dto.js';

export class CaseFiguresQuery extends CaseDataQuery {
  @Text({
    max: 50,
    description: 'Any days, from..to, both included; each end is a day or a period.',
    example: '2026-01-15..2026-03-20',
  })
  period: string;

  @Text({
    max: 2_000,
    optional: true,
    description: 'Codes, separated by commas; all that count persons unless told.',
  })
  indicator?: string;
}

class CaseFigure extends OmitType(FigureAnswer, [
  'id',
  'pactId',
  'period',
  'breakdown',
  'target',
  'asOf',
  'computedAt',
  'runId',
  'revision',
  'coverage',
  'suppression',
] as const) {
  @NestedList(() => LeftOutRows, {
    maxItems: LEFT_OUT_REASONS.length,
    description: 'Rows that were left out.',
  })
  leftOut: LeftOutRows[];
}

export class CaseFiguresAnswer {
  @Day()
  from: string;

  @Day()
  to: string;

  @Day({ description: 'Known at the end of this day.' })
  asOf: string;

  @NestedList(() => CaseFigure, { maxItems: 200 })
  items: CaseFigure[];
}
