import type { FieldError } from '#platform';
export interface Dimension {
  readonly code: string;
  readonly entries: readonly { readonly code: string }[];
}

/** So many cells are looked over by people still. */
export const MOST_CELLS = 5_000;

export const cellCount = (dimensions: readonly Dimension[]): number =>
  dimensions.reduce((cells, { entries }) => cells * entries.length, 1);

/** The address of every cell: one code of each dimension, the last one changing first. */
export const addressesOf = (dimensions: readonly Dimension[]): string[] =>
  dimensions
    .reduce<string[][]>(
      (paths, { entries }) => paths.flatMap((path) => entries.map(({ code }) => [...path, code])),
      [[]],
    )
    .map((path) => path.join('/'));

export function faultsOfDimensions(dimensions: readonly Dimension[]): FieldError[] {
  const faults = [
    ...twice(dimensions, '/dimensions'),
    ...dimensions.flatMap(({ entries }, place) => twice(entries, `/dimensions/${place}/entries`)),
  ];
  if (cellCount(dimensions) > MOST_CELLS) {
    const detail = `A grid has at most ${MOST_CELLS} cells.`;
    faults.push({ pointer: '/dimensions', code: 'too-many-cells', detail });
  }
  return faults;
}

function twice(coded: readonly { readonly code: string }[], pointer: string): FieldError[] {
  const codes = coded.map(({ code }) => code);
  const detail = 'No code may stand in the list twice.';
  return codes.flatMap((code, place) =>
    codes.indexOf(code) === place
      ? []
      : [{ pointer: `${pointer}/${place}/code`, code: 'duplicate-item', detail }],
  );
}
