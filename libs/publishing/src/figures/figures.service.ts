import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BREAKDOWN_NAMES, Catalogue } from '#indicators';
import {
  etagOf,
  invalidParameter,
  isCurrent,
  limitOf,
  Pages,
  Resource,
  Streamed,
  type Answer,
} from '#platform';
import { selectionTooLarge } from '../formats/format.problems.js';
import { fileFormatOf, type FormatName } from '../formats/formats.js';
import { ALL_PACTS, type FigureJson, type FileFormat } from '../formats/publication.js';
import type { Language } from '../formats/words.rules.js';
import { withTarget } from './attained.js';
import type { FigureRow } from './figure.sql.js';
import type { FiguresQuery } from './figures-query.dto.js';
import { select, type Selection } from './figures-selection.rules.js';
import type { FiguresSource, PactState } from './figures-source.js';
import { VersionedPage } from './versioned-page.js';

/** A file is put together in memory. */
const MOST_IN_A_FILE = 20_000;
const VARY = { Vary: 'Accept, Accept-Language' };

/** What the headers of a request say about the answer it wants. */
export interface Negotiation {
  readonly format: FormatName;
  readonly language: Language;
  readonly ifNoneMatch?: string | undefined;
  /** The address as it was asked. */
  readonly address: string;
}

/** Pulls figures. What has not changed since it was pulled is answered without looking at the figures. */
@Injectable()
export class FiguresService {
  /** Another one for every release that says something else of its indicators. */
  private readonly edition: string;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly pages: Pages,
  ) {
    this.edition = digest(
      catalogue.all.map(({ code, version, label, rule }) => [code, version, label, rule]),
    );
  }

  async list(source: FiguresSource, query: FiguresQuery, negotiation: Negotiation): Promise<Answer> {
    const selection = this.selectionOf(query, source.codes ?? this.catalogue.codes);
    const [place, ...inside] = source.place;
    const figures = this.pages.of(query, place, ...inside);
    const state = await source.state();
    const { format, language, ifNoneMatch } = negotiation;
    const { after } = figures;
    const limit = limitOf(query);
    const version = this.versionOf(state, [selection, format, language, limit, after ?? null]);
    if (isCurrent(ifNoneMatch, etagOf(version))) return new Resource('', version, VARY);
    const file = fileFormatOf(format);
    if (file === undefined) {
      const rows = await source.list(selection, state, { after, limit: limit + 1 });
      return new VersionedPage(figures.page(rows.map(completed), source.sortKey), version, VARY);
    }
    const stretch = { after: undefined, limit: MOST_IN_A_FILE + 1 };
    const rows = await source.list(selection, state, stretch);
    if (rows.length > MOST_IN_A_FILE) throw selectionTooLarge();
    return this.file(file, rows, { state, selection, version, negotiation });
  }

  /** The whole selection in one file. */
  private file(
    { mediaTypes: [mediaType], fileName, write }: FileFormat,
    rows: readonly FigureRow[],
    { state, selection, version, negotiation }: FileCircumstances,
  ): Answer {
    const parts = write({
      figures: rows.map(inFile),
      indicators: this.catalogue.all.filter(({ code }) => selection.indicators.includes(code)),
      pacts: state,
      breakdowns: BREAKDOWN_NAMES,
      language: negotiation.language,
      address: negotiation.address,
    });
    return new Streamed(mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType, parts, {
      ...VARY,
      ETag: etagOf(version),
      'Content-Language': negotiation.language,
      'Content-Disposition': `attachment; filename="${fileName}"`,
    });
  }

  private selectionOf(query: FiguresQuery, codes: readonly string[]): Selection {
    const found = select(query, {
      codes,
      breakdowns: BREAKDOWN_NAMES,
      cutsOf: (code) => this.catalogue.find(code)?.breakdowns ?? [],
    });
    if ('periods' in found) return found;
    throw invalidParameter({ errors: found });
  }

  /** Another version for each state of the figures and each question about them. */
  private versionOf(state: readonly PactState[], question: unknown): string {
    const counted = state.reduce((sum, { version }) => sum + version, 0);
    return `${counted}-${digest([this.edition, state, question])}`;
  }
}

interface FileCircumstances {
  readonly state: readonly PactState[];
  readonly selection: Selection;
  readonly version: string;
  readonly negotiation: Negotiation;
}

/** A file knows every figure by an id, and as one of a pact: totals have neither, and are told by their place. */
function inFile(row: FigureRow): FigureJson {
  const place = { id: [row.indicator, row.period, row.cell].join('/'), pactId: ALL_PACTS };
  return Object.assign(place, JSON.parse(completed(row).body) as FigureJson);
}

const completed = (row: FigureRow): FigureRow => ({
  ...row,
  body: withTarget(row.body, row.goal, row.value),
});

const digest = (value: unknown): string =>
  createHash('sha1').update(JSON.stringify(value)).digest('base64url');
