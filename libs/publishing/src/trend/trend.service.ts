import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Catalogue, cellOf, type IndicatorDefinition } from '#indicators';
import { parsePeriod, type Granularity } from '#kernel';
import { etagOf, invalidParameter, isCurrent, Resource } from '#platform';
import { FiguresQueries, type PointRow } from '../figures/figures.queries.js';
import { parseCell } from './cell.rules.js';
import type { TrendAnswer, TrendQuery } from './trend.dto.js';
import { outlookOf, type Course, type Trend } from './trend.rules.js';

const LAST = 12;
const AHEAD = 2;

/** How an indicator goes, from nothing but its published figures. */
@Injectable()
export class TrendService {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly queries: FiguresQueries,
  ) {}

  async get(pactId: string, query: TrendQuery, ifNoneMatch: string | undefined): Promise<Resource> {
    const definition = this.definitionOf(query.indicator);
    const breakdown = breakdownOf(query, definition);
    const { version: figures } = await this.queries.state(pactId);
    const question = JSON.stringify([figures, definition.version, query]);
    const version = `${figures}-${createHash('sha1').update(question).digest('base64url')}`;
    if (isCurrent(ifNoneMatch, etagOf(version))) return new Resource('', version);
    const rows = await this.queries.points(pactId, definition.code, cellOf(breakdown));
    const answer = { pactId, breakdown, ...answerOf(rows, definition, query) };
    return new Resource(JSON.stringify(answer), version);
  }

  private definitionOf(code: string): IndicatorDefinition {
    const definition = this.catalogue.find(code);
    if (definition !== undefined) return definition;
    throw refused('indicator', `One of ${this.catalogue.codes.join(', ')}.`);
  }
}

const refused = (name: string, detail: string): Error =>
  invalidParameter({ errors: [{ pointer: `/${name}`, code: 'unknown-value', detail }] });

function breakdownOf({ breakdown = '' }: TrendQuery, { breakdowns }: IndicatorDefinition) {
  const cell = parseCell(breakdown);
  const cuts = ['', ...breakdowns.map((cut) => [...cut].sort().join(','))];
  if (cell && cuts.includes(Object.keys(cell).sort().join(','))) return cell;
  throw refused('breakdown', `Nothing, or name:value for each of ${cuts.slice(1).join('; ')}.`);
}

function answerOf(
  rows: readonly PointRow[],
  { code, type, direction }: IndicatorDefinition,
  { granularity = 'quarter', last = LAST, ahead = AHEAD }: TrendQuery,
): Omit<TrendAnswer, 'pactId' | 'breakdown'> {
  const points = inTime(rows, granularity);
  const unit = points.at(-1)?.unit;
  const { used, trend, forecast } = outlookOf(points, { granularity, unit: unit ?? '', last, ahead });
  return {
    indicator: code,
    type,
    granularity,
    ...(unit !== undefined && { unit }),
    direction,
    points: points.map((row) => pointOf(row, used)),
    ...(trend && { trend: trendOf(trend, direction) }),
    ...(forecast && { forecast: [...forecast] }),
  };
}

const pointOf = (
  { period, value, suppression, missing }: PointRow,
  used: readonly string[],
): TrendAnswer['points'][number] => ({
  period,
  value,
  suppression,
  ...(missing !== null && { missing }),
  isUsed: used.includes(period),
});

function trendOf(trend: Trend, direction: IndicatorDefinition['direction']): TrendAnswer['trend'] {
  const isWanted = wanted(trend.course, direction);
  const [low, high] = trend.changePerPeriod95;
  return { ...trend, changePerPeriod95: [low, high], ...(isWanted !== undefined && { isWanted }) };
}

const inTime = (rows: readonly PointRow[], granularity: Granularity): PointRow[] =>
  rows
    .filter(({ period }) => parsePeriod(period)?.kind === granularity)
    .toSorted((one, other) => (one.period < other.period ? -1 : 1));

function wanted(course: Course, direction: IndicatorDefinition['direction']): boolean | undefined {
  if (course === 'steady' || direction === 'none') return undefined;
  return (course === 'rising') === (direction === 'up');
}
