import { Injectable } from '@nestjs/common';
import { LOWEST_THRESHOLD } from '#indicators';
import { Database, jsonSql } from '#platform';
import { COVERAGE_THEN, figureColumns } from '../figures/figure.sql.js';

const { code, instant, jsonText, scalar } = jsonSql;

/** A list that is told whole; a figure that has more has the newest of them. */
export const MOST_REVISIONS = 100;

/** A figure with what was kept of how it came about. */
export interface ExplainedRow {
  /** The figure as it is answered, as JSON text. */
  readonly body: string;
  readonly indicator: string;
  readonly definitionVersion: number;
  readonly period: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly asOf: string;
  readonly isLatest: boolean;
  readonly suppression: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly leftOut: Readonly<Record<string, number>> | null;
  readonly threshold: number;
  readonly hasFewBeside: boolean;
  /** What its run found, null where no run says. */
  readonly sources: readonly { readonly source: string; readonly cutoff: string | null }[] | null;
  /** JSON text of a list, newest first. */
  readonly revisions: string;
}

const REVISION = jsonText({
  id: code('r.id'),
  revision: scalar('r.revision'),
  definitionVersion: scalar('r.definition_version'),
  asOf: code('r.as_of'),
  computedAt: instant('r.computed_at'),
  suppression: code('r.suppression'),
});

const REVISIONS = `(select '[' || string_agg(body, ',' order by revision desc) || ']' from (
  select ${REVISION} as body, r.revision from figure r
  where r.pact_id = $1 and r.indicator = f.indicator and r.period = f.period and r.cell = f.cell
  order by r.revision desc limit ${MOST_REVISIONS}) r)`;

/** The pact's threshold of today, or that of the figure's day, whichever shows less. */
const THRESHOLD = `greatest(${LOWEST_THRESHOLD}, (f.settings->>'disclosureThreshold')::int,
  (select (i.settings->>'disclosureThreshold')::int from indicator_settings i where i.pact_id = $1))`;

/** In this cell or in any other of the same indicator and period, now or before. */
const FEW_LEFT_OUT = `exists (select from figure b, jsonb_each_text(b.numbers->'leftOut') kept
  where b.pact_id = $1 and b.indicator = f.indicator and b.period = f.period
    and kept.value::int between 1 and ${THRESHOLD} - 1)`;

/** The whole of it is one row: every figure of the pact stands under its id. */
const EXPLAINED = `
  select ${figureColumns(...COVERAGE_THEN('coalesce(s.sources_reported, 0)', 'coalesce(s.sources_expected, 0)'))}, f.definition_version as "definitionVersion",
    f.breakdown, f.as_of as "asOf", f.latest as "isLatest", f.suppression, f.settings, f.numbers->'leftOut' as "leftOut",
    ${THRESHOLD} as threshold, ${FEW_LEFT_OUT} as "hasFewBeside", m.inputs->'sources' as sources, ${REVISIONS} as revisions
  from figure f
    left join indicator_state s on s.pact_id = f.pact_id
    left join monitoring_run m on m.pact_id = f.pact_id and m.id = f.run_id
    left join target t on false
  where f.pact_id = $1 and f.id = $2`;

@Injectable()
export class ExplanationQueries {
  constructor(private readonly database: Database) {}

  figure(pactId: string, figureId: string): Promise<ExplainedRow | undefined> {
    return this.database.in(pactId).one(EXPLAINED, [pactId, figureId]);
  }

  rows(pactId: string, statement: string, values: readonly unknown[]): Promise<CountedRow[]> {
    return this.database.in(pactId).query(statement, [pactId, ...values]);
  }
}

export interface CountedRow {
  readonly participantId: string;
  readonly sortKey: string[];
  readonly body: string;
}
