import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { BREAKDOWN_NAMES, Catalogue } from '#indicators';
import {
  etagOf,
  invalidParameter,
  isCurrent,
  limitOf,
  notFound,
  Pages,
  Resource,
  type Answer,
} from '#platform';
import { csvColumns, csvLine, type FigureJson } from './figures-csv.rules.js';
import type { FiguresQuery } from './figures-query.dto.js';
import { FiguresQueries, type FiguresState } from './figures.queries.js';
import { select, type Selection } from './figures-selection.rules.js';
import { VersionedPage } from './versioned-page.js';

/** What the headers of a request say about the answer it wants. */
export interface Negotiation {
  /** What `Accept` asks for, where the query does not say. */
  readonly prefersCsv?: boolean;
  readonly ifNoneMatch?: string | undefined;
}

/** Pulls figures. What has not changed since it was pulled is answered without looking at the figures. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly queries: FiguresQueries,
    private readonly catalogue: Catalogue,
    private readonly pages: Pages,
  ) {}

  async list(pactId: string, query: FiguresQuery, negotiation: Negotiation): Promise<Answer> {
    const selection = this.selectionOf(query);
    const figures = this.pages.of(query, 'figures', pactId);
    const { after } = figures;
    const state = await this.queries.state(pactId);
    if (state === undefined) throw notFound();
    const isCsv = query.format === undefined ? negotiation.prefersCsv === true : query.format === 'csv';
    const version = versionOf(state, [selection, isCsv, limitOf(query), after ?? null]);
    if (isCurrent(negotiation.ifNoneMatch, etagOf(version))) return new Resource('', version, VARY);
    if (isCsv) return this.csv(pactId, selection, state, version);
    const rows = await this.queries.list(pactId, selection, state, { after, limit: limitOf(query) + 1 });
    const page = figures.page(rows, ({ indicator, period, cell }) => [indicator, period, cell]);
    return new VersionedPage(page, version, VARY);
  }

  /** The whole selection in one file: RFC 4180, UTF-8, nothing that a spreadsheet would run. */
  private async csv(
    pactId: string,
    selection: Selection,
    state: FiguresState,
    version: string,
  ): Promise<Resource> {
    const rows = await this.queries.list(pactId, selection, state, { after: undefined, limit: null });
    const lines = rows.map((row) => csvLine(JSON.parse(row.body) as FigureJson, BREAKDOWN_NAMES));
    const body = stringify([csvColumns(BREAKDOWN_NAMES), ...lines], {
      escape_formulas: true,
      record_delimiter: 'windows',
    });
    return new Resource(body, version, {
      ...VARY,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="figures.csv"',
    });
  }

  private selectionOf(query: FiguresQuery): Selection {
    const found = select(query, {
      codes: this.catalogue.codes,
      breakdowns: BREAKDOWN_NAMES,
      cutsOf: (code) => this.catalogue.find(code)?.breakdowns ?? [],
    });
    if ('periods' in found) return found;
    throw invalidParameter({ errors: found });
  }
}

const VARY = { Vary: 'Accept' };

/** Another version for each state of the figures and each question about them. */
function versionOf(state: FiguresState, question: unknown): string {
  const text = JSON.stringify([state, question]);
  return `${state.version}-${createHash('sha1').update(text).digest('base64url')}`;
}
