import type { FieldError } from '#platform';
import type { Scale } from './indicator-settings.rules.js';

/** What is wrong with scales, each with its place: a scale needs two points, and stands once in each version. */
export function scaleFaults(scales: readonly Scale[]): FieldError[] {
  const names = scales.map(({ name, version }) => JSON.stringify([name, version]));
  return scales.flatMap(({ min, max }, index) => [
    ...(max > min
      ? []
      : [
          {
            pointer: `/scales/${index}/max`,
            code: 'too-small',
            detail: 'It must be above the lowest point.',
          },
        ]),
    ...(names.indexOf(names[index] ?? '') === index
      ? []
      : [
          {
            pointer: `/scales/${index}`,
            code: 'repeated',
            detail: 'This version of the scale stands before.',
          },
        ]),
  ]);
}
