import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { Catalogue, countedRows, storedFact, type IndicatorDefinition } from '#indicators';
import { FIRST_DAY, granularityOf, LAST_DAY, parsePeriod } from '#kernel';
import { CaseAccessLog, reachOf, rowsInReach, type CaseListQuery, type CaseRequest } from '#pathways';
import { jsonSql, limitOf, notFound, Pages, Resource, type Page } from '#platform';
import { countsNoPersons, rowsNotKept } from './explanation.problems.js';
import { ExplanationQueries, type CountedRow, type ExplainedRow } from './explanation.queries.js';
import { explanationOf } from './explanation.view.js';

/** Someone with a right to case data asks for the rows of a figure. */
export interface AskedRows {
  readonly pactId: string;
  readonly figureId: string;
  readonly principal: Principal;
  readonly request: CaseRequest;
}

const { code, jsonText, optional, scalar } = jsonSql;

const IN_REACH = rowsInReach('$6', '$7');

const ROW = jsonText({
  participantId: code('participant_id'),
  pathwayId: optional(code('pathway_id')),
  outcome: code('outcome'),
  fulfils: optional(scalar('fulfils')),
  rows: scalar('rows'),
});

const SORT_KEY = `array[key::text, outcome, coalesce(fulfils::text, '')]`;

/** Tells how a figure came about: to everybody from what, to who answers for cases also from which. */
@Injectable()
export class ExplanationService {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly queries: ExplanationQueries,
    private readonly log: CaseAccessLog,
    private readonly pages: Pages,
  ) {}

  async explain(pactId: string, figureId: string): Promise<Resource> {
    const row = await this.figure(pactId, figureId);
    return new Resource(explanationOf(row, this.catalogue.find(row.indicator)));
  }

  async rows({ pactId, figureId, principal, request }: AskedRows, query: CaseListQuery): Promise<Page> {
    const list = this.pages.of(query, 'figure-rows', pactId, figureId);
    const { accessPoints, actorId = null } = reachOf(principal);
    const rows = await this.log.reading(
      pactId,
      { ...request, purpose: query.purpose },
      async () => {
        const figure = await this.figure(pactId, figureId);
        const values = [...placeOf(figure), actorId, accessPoints, list.after ?? null, limitOf(query) + 1];
        return this.queries.rows(pactId, this.statementOf(figure), values);
      },
      (all: CountedRow[]) => all.slice(0, limitOf(query)).map((row) => row.participantId),
    );
    return list.page(rows, (row) => row.sortKey);
  }

  private async figure(pactId: string, figureId: string): Promise<ExplainedRow> {
    const row = await this.queries.figure(pactId, figureId);
    if (row === undefined) throw notFound();
    return row;
  }

  /** The facts are those of the newest figures, under the rules of today. */
  private statementOf(figure: ExplainedRow): string {
    const definition = this.catalogue.find(figure.indicator);
    if (definition === undefined || !isOfToday(figure, definition)) throw rowsNotKept();
    const fact = storedFact(definition.fact);
    if (fact === undefined) throw countsNoPersons();
    const cell = { granularity: granularityOf(figure.period), dimensions: Object.keys(figure.breakdown) };
    return `select participant_id as "participantId", ${SORT_KEY} as "sortKey", ${ROW} as body
      from (${countedRows(definition, fact, { cell, toTell: IN_REACH })}) told
      where $8::text[] is null or ${SORT_KEY} > $8::text[] order by 2 limit $9`;
  }
}

const isOfToday = (figure: ExplainedRow, { version }: IndicatorDefinition): boolean =>
  figure.isLatest && figure.definitionVersion === version;

/** As-of day, first and last day, and the cell. */
function placeOf({ period, asOf, breakdown }: ExplainedRow): unknown[] {
  const { from = FIRST_DAY, to = LAST_DAY } = parsePeriod(period) ?? {};
  return [asOf, from, to, JSON.stringify(breakdown)];
}
