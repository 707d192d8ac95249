import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { uuidv7, type Day } from '#kernel';
import { Database } from '#platform';
import type { Breakdown } from '../definition/breakdowns.rules.js';
import { COVERAGE } from './coverage.sql.js';
import type { ComputedFigure } from './figures.rules.js';

/** The latest revision of a figure, as far as a comparison needs it. */
export interface PublishedFigure {
  readonly id: string;
  readonly indicator: string;
  readonly period: string;
  readonly cell: string;
  readonly breakdown: Breakdown;
  readonly revision: number;
  readonly fingerprint: string;
}

export interface Origin {
  readonly asOf: Day;
  readonly runId: string;
}

export const keyOf = (figure: { indicator: string; period: string; cell: string }): string =>
  `${figure.indicator}|${figure.period}|${figure.cell}`;

/** All that makes one revision differ from another. */
function fingerprintOf(figure: ComputedFigure): string {
  const { definitionVersion, unit, numbers, settings, suppression, missing } = figure;
  const text = JSON.stringify([definitionVersion, unit, numbers, settings, suppression, missing ?? null]);
  return createHash('sha1').update(text).digest('base64url');
}

/** Figures are only ever added. A figure that came out the same stays as it is. */
@Injectable()
export class FiguresStore {
  constructor(private readonly database: Database) {}

  latest(pactId: string, indicators: readonly string[]): Promise<PublishedFigure[]> {
    return this.database.in(pactId).query(
      `select id, indicator, period, cell, breakdown, revision, fingerprint
       from figure where pact_id = $1 and latest and indicator = any($2)`,
      [pactId, indicators],
    );
  }

  /** Adds a revision for each figure that differs from the one published; answers how many there were. */
  async publish(
    pactId: string,
    figures: readonly ComputedFigure[],
    published: ReadonlyMap<string, PublishedFigure>,
    origin: Origin,
  ): Promise<number> {
    const changed = figures
      .map((figure) => ({ figure, fingerprint: fingerprintOf(figure), before: published.get(keyOf(figure)) }))
      .filter(({ fingerprint, before }) => before?.fingerprint !== fingerprint);
    if (changed.length === 0) return 0;
    const outdated = changed.flatMap(({ before }) => (before ? [before.id] : []));
    await this.database
      .in(pactId)
      .query(`update figure set latest = false where pact_id = $1 and id = any($2)`, [pactId, outdated]);
    const rows = changed.map(({ figure, fingerprint, before }) => ({
      id: uuidv7(),
      ...figure,
      revision: (before?.revision ?? 0) + 1,
      fingerprint,
    }));
    await this.insert(pactId, rows, origin);
    return changed.length;
  }

  private async insert(pactId: string, rows: readonly object[], { asOf, runId }: Origin): Promise<void> {
    await this.database.in(pactId).query(
      `insert into figure (pact_id, id, indicator, definition_version, period, cell, breakdown, dimensions, revision,
         unit, numbers, settings, suppression, missing, fingerprint, as_of, run_id, sources_reported, sources_expected)
       select $1, id, indicator, "definitionVersion", period, cell, breakdown, dimensions, revision,
         unit, numbers, settings, suppression, missing, fingerprint, $3, $4, coverage.reported, coverage.expected
       from (${COVERAGE}) coverage, json_to_recordset($2::json) as computed(id uuid, indicator text, "definitionVersion" integer, period text,
         cell text, breakdown jsonb, dimensions text, revision integer, unit text, numbers jsonb, settings jsonb,
         suppression text, missing text, fingerprint text)`,
      [pactId, JSON.stringify(rows), asOf, runId],
    );
  }
}
