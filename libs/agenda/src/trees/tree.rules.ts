import type { FieldError } from '#platform';
import { circleIn, type Arc } from '#kernel';

/** As many as a drawing can hold, and more than a table of people can argue about. */
export const MOST_NODES = 500;
export const MOST_LINKS = 2_000;

/** A tree as one request brings it: nodes and links are known by codes. */
export interface TreeContent {
  readonly nodes: readonly { readonly code: string }[];
  readonly arcs: readonly Arc[];
}

/** What a fault in a tree is called there: the lists of nodes and links, and the ends of a link. */
export interface Words {
  readonly nodes: string;
  readonly from: string;
  readonly to: string;
}

/** Everything that is wrong with a tree in itself; a circle only where nothing else is. */
export function faultsOfTree({ nodes, arcs }: TreeContent, words: Words): FieldError[] {
  const codes = nodes.map(({ code }) => code);
  const faults = [
    ...repeated(codes).map((place) => ({
      pointer: `/${words.nodes}/${place}/code`,
      code: 'duplicate-code',
      detail: 'This code stands above already.',
    })),
    ...arcs.flatMap((arc, place) => faultsOfEnds(arc, place, new Set(codes), words)),
    ...repeated(arcs.map((arc) => JSON.stringify(arc))).map((place) => ({
      pointer: `/links/${place}`,
      code: 'duplicate-link',
      detail: 'This link stands above already.',
    })),
  ];
  return faults.length > 0 ? faults : faultsOfCircles(arcs);
}

/** How a circle is told: by the codes of those on it. */
export const toldCircle = (codes: readonly string[]): string => `The circle is ${codes.join(' → ')}.`;

function faultsOfEnds(
  [from, to]: Arc,
  place: number,
  known: ReadonlySet<string>,
  words: Words,
): FieldError[] {
  return [
    [words.from, from],
    [words.to, to],
  ].flatMap(([word = '', code = '']) =>
    known.has(code)
      ? []
      : [{ pointer: `/links/${place}/${word}`, code: 'unknown-code', detail: 'The tree has no such code.' }],
  );
}

function faultsOfCircles(arcs: readonly Arc[]): FieldError[] {
  const found = circleIn(arcs);
  if (found === undefined) return [];
  return [{ pointer: `/links/${found.place}`, code: 'circle', detail: toldCircle(found.circle) }];
}

/** The places of those that stand further up already; what is not said is not repeated. */
export function repeated(items: readonly (string | undefined)[]): number[] {
  const above = new Set<string>();
  return items.flatMap((item, place) => {
    if (item === undefined) return [];
    if (above.has(item)) return [place];
    above.add(item);
    return [];
  });
}
