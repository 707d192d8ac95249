import type { FieldError } from '#platform';
import { circleIn } from '#kernel';
import type { BodyItem, GridItem } from './items.dto.js';
import { CODED_PARTS, PARTS_WITH_REFERENCES, referencesOf } from './references.rules.js';
import type { TemplateDocument } from './template.dto.js';
import { KINDS_OF_PROMPTS, MOST_CELLS } from './vocabulary.rules.js';

interface Coded {
  readonly code: string;
}

/** What stands against a document whose fields fit one by one. */
export function faultsOf(document: TemplateDocument): FieldError[] {
  return [
    ...speechless(document, ''),
    ...CODED_PARTS.flatMap((part) => repeated(document[part] ?? [], `/${part}`)),
    ...danglingReferences(document),
    ...circlesOf(document),
    ...repeatedProblems(document),
    ...promptFaults(document),
    ...(document.grids ?? []).flatMap((grid, index) => gridFaults(grid, `/grids/${index}`)),
    ...cellFaults(document),
    ...resultsOfOtherPillars(document),
  ];
}

const LANGUAGES = new Set(['it', 'en']);

/** Names and descriptions that say nothing in any language. */
function speechless(value: unknown, pointer: string): FieldError[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const isLabels = /\/(name|description|purpose|powers\/\d+)$/.test(pointer);
  if (isLabels && !entries.some(([name, text]) => LANGUAGES.has(name) && text !== undefined)) {
    return [{ pointer, code: 'no-language', detail: 'Say it in Italian, in English, or in both.' }];
  }
  return isLabels ? [] : entries.flatMap(([name, each]) => speechless(each, `${pointer}/${name}`));
}

function repeated(items: readonly Coded[], pointer: string): FieldError[] {
  const seen = new Set<string>();
  return items.flatMap(({ code }, index) => {
    if (!seen.has(code)) {
      seen.add(code);
      return [];
    }
    const detail = 'Another item of this part has this code.';
    return [{ pointer: `${pointer}/${index}/code`, code: 'duplicate-code', detail }];
  });
}

function danglingReferences(document: TemplateDocument): FieldError[] {
  const known = new Map(
    CODED_PARTS.map((part) => [part, new Set((document[part] ?? []).map(({ code }: Coded) => code))]),
  );
  return PARTS_WITH_REFERENCES.flatMap((part) =>
    (document[part] ?? []).flatMap((item, index) =>
      referencesOf(part, item)
        .filter(({ part: named, code }) => !known.get(named)?.has(code))
        .map(({ pointer, part: named }) => ({
          pointer: `/${part}/${index}${pointer}`,
          code: 'unknown-code',
          detail: `The template has no item of this code in its ${named}.`,
        })),
    ),
  );
}

function circlesOf({ problemLinks = [], objectiveLinks = [], bodies = [] }: TemplateDocument): FieldError[] {
  const below = bodies.filter((body): body is BodyItem & { parent: string } => body.parent !== undefined);
  const graphs = [
    { arcs: problemLinks.map(({ cause, effect }) => [cause, effect] as const), at: placeIn('problemLinks') },
    { arcs: objectiveLinks.map(({ means, end }) => [means, end] as const), at: placeIn('objectiveLinks') },
    {
      arcs: below.map(({ code, parent }) => [code, parent] as const),
      at: (place: number) => `/bodies/${bodies.indexOf(below[place]!)}/parent`,
    },
  ];
  return graphs.flatMap(({ arcs, at }) => {
    const found = circleIn(arcs);
    if (found === undefined) return [];
    return [
      {
        pointer: at(found.place),
        code: 'circle',
        detail: `It closes a circle: ${found.circle.join(' → ')}.`,
      },
    ];
  });
}

const placeIn = (part: string) => (place: number) => `/${part}/${place}`;

/** A problem is turned into one objective. */
function repeatedProblems({ objectives = [] }: TemplateDocument): FieldError[] {
  const answered = objectives.map(({ problem }) => problem);
  return answered.flatMap((problem, index) =>
    problem === undefined || answered.indexOf(problem) === index
      ? []
      : [
          {
            pointer: `/objectives/${index}/problem`,
            code: 'answered-already',
            detail: 'Another objective answers this problem.',
          },
        ],
  );
}

function promptFaults({ prompts = [] }: TemplateDocument): FieldError[] {
  return prompts.flatMap(({ about, kind }, index) => {
    const kinds = KINDS_OF_PROMPTS[about as keyof typeof KINDS_OF_PROMPTS];
    if (kinds.includes(kind)) return [];
    const detail = `About ${about}, this is one of ${kinds.join(', ')}.`;
    return [{ pointer: `/prompts/${index}/kind`, code: 'unknown-value', detail }];
  });
}

function gridFaults({ dimensions }: GridItem, pointer: string): FieldError[] {
  const cells = dimensions.reduce((product, { values }) => product * values.length, 1);
  const detail = `A grid has at most ${MOST_CELLS} cells.`;
  return [
    ...repeated(dimensions, `${pointer}/dimensions`),
    ...dimensions.flatMap(({ values }, index) => repeated(values, `${pointer}/dimensions/${index}/values`)),
    ...(cells > MOST_CELLS ? [{ pointer: `${pointer}/dimensions`, code: 'too-many', detail }] : []),
  ];
}

function cellFaults({ measures = [], grids = [] }: TemplateDocument): FieldError[] {
  const byCode = new Map(grids.map((grid) => [grid.code, grid]));
  return measures.flatMap(({ cells = [] }, index) =>
    cells.flatMap(({ grid: code, values }, place) => {
      const grid = byCode.get(code);
      if (grid === undefined || isCellOf(grid, values)) return [];
      const detail = 'A cell is one value of each dimension of its grid, in their order.';
      return [{ pointer: `/measures/${index}/cells/${place}/values`, code: 'unknown-cell', detail }];
    }),
  );
}

/** A measure that names both serves a result that its pillar expects. */
function resultsOfOtherPillars({ measures = [], expectedResults = [] }: TemplateDocument): FieldError[] {
  const pillars = new Map(expectedResults.map(({ code, pillar }) => [code, pillar]));
  return measures.flatMap(({ pillar, expectedResult = '' }, index) => {
    const expecting = pillars.get(expectedResult);
    if (pillar === undefined || expecting === undefined || expecting === pillar) return [];
    const detail = 'Another pillar expects this result.';
    return [{ pointer: `/measures/${index}/expectedResult`, code: 'other-pillar', detail }];
  });
}

const isCellOf = ({ dimensions }: GridItem, values: readonly string[]): boolean =>
  values.length === dimensions.length &&
  dimensions.every(({ values: known }, index) => known.some(({ code }) => code === values[index]));
