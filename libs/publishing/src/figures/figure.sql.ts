import { jsonSql } from '#platform';

const { code, instant, json, jsonText, members, optional, scalar, decimal, text } = jsonSql;

/** The columns of a figure `f` that has a target `t`, or none. */
export interface FigureRow {
  readonly pactId: string;
  readonly indicator: string;
  readonly period: string;
  readonly cell: string;
  readonly body: string;
  /** The target as JSON text, and the value to hold against it: null where the figure is suppressed or has none. */
  readonly goal: string | null;
  readonly value: number | null;
}

/** Kept for the explanation of a figure, and told nowhere: it counts persons, and nothing holds small counts back. */
const TOLD = `(f.numbers - 'leftOut')::text`;

/** A figure that is suppressed shows none of the numbers that would give it back. */
const NUMBERS = `case when f.suppression = 'none'
  then substr(${TOLD}, 2, length(${TOLD}) - 2) || coalesce(',"missing":' || to_json(f.missing)::text, '')
  else '"value":null' end`;

const GOAL = jsonText({
  id: code('t.id'),
  value: decimal('t.value'),
  baseline: optional(
    json(jsonText({ value: decimal('t.baseline_value'), period: optional(text('t.baseline_period')) })),
  ),
  direction: code('t.direction'),
});

/** What is read of each figure; the numbers of sources are given as expressions. */
export const figureColumns = (reported: string, expected: string): string => `
  f.pact_id as "pactId", f.indicator, f.period, f.cell,
  ${jsonText({
    id: code('f.id'),
    indicator: text('f.indicator'),
    definitionVersion: scalar('f.definition_version'),
    pactId: code('f.pact_id'),
    period: text('f.period'),
    breakdown: json('f.breakdown'),
    numbers: members(NUMBERS),
    unit: text('f.unit'),
    asOf: code('f.as_of'),
    computedAt: instant('f.computed_at'),
    runId: code('f.run_id'),
    revision: scalar('f.revision'),
    coverage: json(jsonText({ reported: scalar(reported), expected: scalar(expected) })),
    suppression: code('f.suppression'),
  })} as body,
  case when t.id is not null then ${GOAL} end as goal,
  case when t.id is not null and f.suppression = 'none' then (f.numbers->>'value')::float8 end as value`;

/** Who had reported when the figure was computed; for figures older than that was kept, who has by now. */
export const COVERAGE_THEN = (reportedNow: string, expectedNow: string): readonly [string, string] => [
  `coalesce(f.sources_reported, ${reportedNow})`,
  `coalesce(f.sources_expected, ${expectedNow})`,
];

/** The target of figure `f` among these: only of what holds now. What was known then had another, or none. */
export const withTarget = (targets: string, asOf: string): string => `
  left join ${targets} t on ${asOf}::date is null and t.pact_id = f.pact_id and t.indicator = f.indicator
    and t.period = f.period and t.cell = f.cell and t.removed_at is null`;

/** $2 and $3 are pairs of indicator and dimensions, $4 periods. The first line is what the index can look up. */
export const IS_WANTED = `f.indicator = any($2) and f.period = any($4)
  and (f.indicator, f.dimensions) in (select * from unnest($2::text[], $3::text[]))`;

export const KEY = 'f.indicator, f.period, f.cell';
