import { addDays, daysBetween, parsePeriod } from '#kernel';
import { csvText } from './csv-text.js';
import { ALL_PACTS, type FigureJson, type FileFormat, type Publication } from './publication.js';

/** The dataflow that these files are of; it has another version when its columns change. */
const STRUCTURE = ['dataflow', 'PATTI:FIGURES(1.0.0)', 'I'] as const;
const TOTAL = '_T';

const FREQUENCIES: Readonly<Record<string, string>> = { month: 'M', quarter: 'Q', half: 'S', year: 'A' };

/** Code list CL_OBS_STATUS: missing because suppressed, because there cannot be one, or for another reason. */
const STATUSES: Readonly<Record<string, string>> = {
  suppressed: 'Q',
  'no-cases': 'M',
  'units-differ': 'M',
  'settings-differ': 'M',
  'not-observed': 'O',
};

/** Code list CL_CONF_STATUS: free, confidential by its own size, confidential to protect another cell. */
const CONFIDENTIALITY: Readonly<Record<string, string>> = { none: 'F', primary: 'A', complementary: 'D' };

const MEASURES = {
  UNIT_MEASURE: ({ unit }) => unit,
  OBS_STATUS: statusOf,
  CONF_STATUS: ({ suppression }) => CONFIDENTIALITY[suppression] ?? 'C',
  NUMERATOR: ({ numerator }) => numerator,
  DENOMINATOR: ({ denominator }) => denominator,
  N: ({ n }) => n,
  AT_RISK: ({ atRisk }) => atRisk,
  ENDED: ({ ended }) => ended,
  MEDIAN: ({ median }) => median,
  STANDARD_ERROR: ({ standardError }) => standardError,
  CI95_LOW: ({ ci95 }) => ci95?.[0],
  CI95_HIGH: ({ ci95 }) => ci95?.[1],
  PARTICIPANTS: ({ participants }) => participants,
  LOWER_QUARTILE: ({ lowerQuartile }) => lowerQuartile,
  UPPER_QUARTILE: ({ upperQuartile }) => upperQuartile,
  IMPROVED: ({ improved }) => improved,
  STABLE: ({ stable }) => stable,
  DECLINED: ({ declined }) => declined,
  MEAN_CHANGE: ({ meanChange }) => meanChange,
  NODES: ({ nodes }) => nodes,
  ARCS: ({ arcs }) => arcs,
  NORMALISED: ({ normalised }) => normalised,
  TARGET: ({ target }) => target?.value,
  DEFINITION_VERSION: ({ definitionVersion }) => definitionVersion,
  REVISION: ({ revision }) => revision,
  AS_OF: ({ asOf }) => asOf,
  COMPUTED_AT: ({ computedAt }) => computedAt,
  SOURCES_REPORTED: ({ coverage }) => coverage.reported,
  SOURCES_EXPECTED: ({ coverage }) => coverage.expected,
} satisfies Record<string, (figure: FigureJson) => unknown>;

/** SDMX-CSV 2.0. */
export const sdmxCsv: FileFormat = {
  mediaTypes: ['application/vnd.sdmx.data+csv;version=2.0.0', 'application/vnd.sdmx.data+csv'],
  fileName: 'figures-sdmx.csv',
  write: (publication) => csvText(headOf(publication.breakdowns), lines(publication)),
};

const headOf = (breakdowns: readonly string[]): string[] => [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'FREQ',
  'PACT',
  'INDICATOR',
  ...breakdowns.map(dimensionOf),
  'TIME_PERIOD',
  'OBS_VALUE',
  ...Object.keys(MEASURES),
];

/** `ageGroup` is AGE_GROUP. */
const dimensionOf = (breakdown: string): string =>
  breakdown.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

function* lines({ figures, breakdowns, pacts }: Publication): Iterable<unknown[]> {
  const known = new Map(pacts.map((pact) => [pact.id, pact.startsOn]));
  const [first = ''] = [...known.values()].sort();
  for (const figure of figures) {
    yield [
      ...STRUCTURE,
      FREQUENCIES[parsePeriod(figure.period)?.kind ?? ''] ?? '_Z',
      figure.pactId,
      figure.indicator,
      ...breakdowns.map((name) => figure.breakdown[name] ?? TOTAL),
      timeOf(figure, figure.pactId === ALL_PACTS ? first : known.get(figure.pactId)),
      figure.value,
      ...Object.values(MEASURES).map((of) => of(figure) ?? null),
    ];
  }
}

/** SDMX has no name for all the time since a day: it is a range, `2025-01-01/P365D`. Half-years are semesters there. */
function timeOf({ period, asOf }: FigureJson, startsOn: string | undefined): string {
  const kind = parsePeriod(period)?.kind;
  if (kind === 'half') return period.replace('-H', '-S');
  if (kind !== 'since-start') return period;
  const from = startsOn ?? asOf;
  return `${from}/P${Math.max(daysBetween(from, addDays(asOf, 1)), 1)}D`;
}

function statusOf({ value, suppression, missing }: FigureJson): string {
  if (suppression !== 'none') return STATUSES.suppressed ?? '';
  return value === null ? (STATUSES[missing ?? ''] ?? 'O') : 'A';
}
