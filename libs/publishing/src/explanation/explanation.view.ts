import { reasonsOf, toldInputs, type IndicatorDefinition } from '#indicators';
import { FIRST_DAY, LAST_DAY, parsePeriod, SINCE_START } from '#kernel';
import type { FigureJson } from '../formats/publication.js';
import type { ExplainedRow } from './explanation.queries.js';

/** All that is told of how a figure came about, as JSON text. A definition that is gone has left only its figures. */
export function explanationOf(row: ExplainedRow, definition: IndicatorDefinition | undefined): string {
  const { body, settings, sources, revisions } = row;
  const parts = {
    ...(definition && { definition: definitionOf(row, definition) }),
    period: periodOf(row),
    settings,
    ...(definition && { inputs: inputsOf(row, definition) }),
    sources: (sources ?? []).map(({ source, cutoff }) => ({ source, ...(cutoff !== null && { cutoff }) })),
  };
  return `{"figure":${body},${JSON.stringify(parts).slice(1, -1)},"revisions":${revisions}}`;
}

/** A rule that has changed since is not the one of the figure: then what it counted otherwise is told as well. */
function definitionOf({ definitionVersion }: ExplainedRow, definition: IndicatorDefinition): object {
  const { code, version, label, rule, formula, counts, fact, period, history = [] } = definition;
  const earlier = history.find((each) => each.version === definitionVersion);
  return {
    code,
    version: definitionVersion,
    currentVersion: version,
    ...(earlier && { note: earlier.note }),
    labels: label,
    rules: rule,
    formula,
    fact,
    counts,
    periodRule: period.kind,
    leftOut: reasonsOf(definition).map(({ reason }) => reason),
  };
}

function periodOf({ period: code, asOf }: ExplainedRow): object {
  const { from = FIRST_DAY, to = LAST_DAY } = parsePeriod(code) ?? {};
  const last = to < asOf ? to : asOf;
  return code === SINCE_START ? { code, to: last } : { code, from, to };
}

function inputsOf(row: ExplainedRow, definition: IndicatorDefinition): object {
  const { suppression, threshold, hasFewBeside } = row;
  const leftOut = row.leftOut ?? undefined;
  const told = toldInputs({ counts: definition.counts, suppression, threshold, hasFewBeside, leftOut });
  const counted = countedIn(JSON.parse(row.body) as FigureJson, definition);
  const reasons = told.leftOut && Object.entries(told.leftOut).map(([reason, rows]) => ({ reason, rows }));
  return { ...(counted !== undefined && { counted }), ...told, ...(reasons && { leftOut: reasons }) };
}

/** How many rows the figure counted, where it tells: of what is suppressed it has no number. */
function countedIn(figure: FigureJson, { measure }: IndicatorDefinition): number | undefined {
  switch (measure.kind) {
    case 'count':
    case 'participants':
      return figure.value ?? undefined;
    case 'share':
      return figure.denominator;
    case 'retention':
    case 'time':
    case 'progression':
      return figure.n;
    default:
      return undefined;
  }
}
