import { parsePeriod } from '#kernel';
import { selectionTooLarge } from './format.problems.js';
import { whole, type FigureJson, type FileFormat, type Publication } from './publication.js';
import { breakdownName, nameOf, statusName, valueName } from './words.rules.js';

/** A cube has a place for each combination of its categories, whether there is a figure or not. */
const MOST_PLACES = 250_000;
const TOTAL = '_T';
const SUPPRESSED = 'c';

interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly categories: readonly string[];
  readonly labelOf: (category: string) => string;
  /** The category of a figure. */
  readonly of: (figure: FigureJson) => string;
}

/**
 * JSON-stat 2.0: one dataset, with indicators, pacts and periods as dimensions, and one dimension for each breakdown
 * that a figure is cut by, where `_T` stands for not being cut. `status` says why a value is null; a place that has
 * neither is one nobody asked to fill, such as a combination of two breakdowns that is not published.
 */
export const jsonStat: FileFormat = {
  mediaTypes: ['application/vnd.jsonstat+json'],
  fileName: 'figures.json',
  write: (publication) => whole(JSON.stringify(datasetOf(publication))),
};

function datasetOf(publication: Publication): object {
  const dimensions = dimensionsOf(publication);
  const size = dimensions.map(({ categories }) => categories.length);
  const places = size.reduce((product, length) => product * length, 1);
  if (places > MOST_PLACES) throw selectionTooLarge();
  const { figures, language } = publication;
  const { value, status } = filled(figures, dimensions, places);
  return {
    version: '2.0',
    class: 'dataset',
    label: nameOf('figures', language),
    source: 'Patti',
    updated: updatedOf(figures),
    id: dimensions.map(({ id }) => id),
    size,
    role: { time: ['period'], metric: ['indicator'], geo: ['pact'] },
    dimension: Object.fromEntries(
      dimensions.map((each) => [each.id, describe(each, publication.indicators)]),
    ),
    value,
    status,
    extension: {
      status: {
        label: Object.fromEntries(
          [...new Set(Object.values(status))].map((code) => [code, statusName(code, language)]),
        ),
      },
    },
  };
}

function dimensionsOf({ figures, indicators, pacts, breakdowns, language }: Publication): Dimension[] {
  const titles = new Map(pacts.map(({ id, title }) => [id, title]));
  const labels = new Map(indicators.map(({ code, label }) => [code, label[language]]));
  const by = breakdowns.filter((name) => figures.some(({ breakdown }) => name in breakdown));
  const dimension = (
    id: string,
    of: Dimension['of'],
    labelOf: Dimension['labelOf'],
    label = nameOf(id, language),
  ): Dimension => ({ id, label, categories: categoriesOf(figures, of), labelOf, of });
  return [
    dimension(
      'indicator',
      ({ indicator }) => indicator,
      (code) => labels.get(code) ?? code,
    ),
    dimension(
      'pact',
      ({ pactId }) => pactId,
      (id) => (id === TOTAL ? nameOf('total', language) : (titles.get(id) ?? id)),
    ),
    dimension(
      'period',
      ({ period }) => period,
      (code) => nameOf(code, language),
    ),
    ...by.map((name) =>
      dimension(
        name,
        ({ breakdown }) => breakdown[name] ?? TOTAL,
        (code) => (code === TOTAL ? nameOf('total', language) : valueName(code, language)),
        breakdownName(name, language),
      ),
    ),
  ];
}

/** The total first, then in the order of codes; periods in the order of time, what has no end last. */
function categoriesOf(figures: readonly FigureJson[], of: Dimension['of']): string[] {
  const sortKey = (code: string): string =>
    code === TOTAL ? '' : `${parsePeriod(code)?.to ?? ''}/${parsePeriod(code)?.from ?? ''}/${code}`;
  const keys = new Map(figures.map((figure) => [of(figure), '']));
  for (const code of keys.keys()) keys.set(code, sortKey(code));
  return [...keys].sort(([, one], [, other]) => (one < other ? -1 : 1)).map(([code]) => code);
}

function describe(
  { id, label, categories, labelOf }: Dimension,
  indicators: Publication['indicators'],
): object {
  const units = indicators.map(({ code, unit }): [string, object] => [code, { label: unit }]);
  return {
    label,
    category: {
      index: categories,
      label: Object.fromEntries(categories.map((code) => [code, labelOf(code)])),
      ...(id === 'indicator' && {
        unit: Object.fromEntries(units.filter(([code]) => categories.includes(code))),
      }),
    },
  };
}

/** Row-major: the last dimension runs fastest. */
function filled(figures: readonly FigureJson[], dimensions: readonly Dimension[], places: number) {
  const value = Array.from<unknown, number | null>({ length: places }, () => null);
  const status: Record<number, string> = {};
  const indexes = dimensions.map(
    ({ categories }) => new Map([...categories.entries()].map(([index, code]) => [code, index])),
  );
  for (const figure of figures) {
    const place = dimensions.reduce(
      (at, { of, categories }, index) => at * categories.length + (indexes[index]?.get(of(figure)) ?? 0),
      0,
    );
    value[place] = figure.value;
    if (figure.value === null) status[place] = statusOf(figure);
  }
  return { value, status };
}

const statusOf = ({ suppression, missing }: FigureJson): string =>
  suppression === 'none' ? (missing ?? 'missing') : SUPPRESSED;

/** When the newest of them was computed; now, where there is none. */
function updatedOf(figures: readonly FigureJson[]): string {
  const newest = figures.reduce((last, { computedAt }) => (computedAt > last ? computedAt : last), '');
  return (newest === '' ? new Date() : new Date(newest)).toISOString();
}
