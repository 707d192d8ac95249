import type { Arc } from '#kernel';

/** What a drawing of a tree shows, whatever it is drawn with. */
export interface Picture {
  readonly nodes: readonly { readonly code: string; readonly title: string; readonly isCore?: boolean }[];
  /** By codes: from what is below to what is above. */
  readonly arcs: readonly Arc[];
}

const LINE = 28;

/** The lines of a label: words are kept whole, but for those that are longer than a line. */
export function linesOf(text: string): string[] {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap(pieces);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Cut between code points, so that no half of a character is left. */
function pieces(word: string): string[] {
  const characters = [...word];
  const count = Math.ceil(characters.length / LINE);
  return Array.from({ length: count }, (_, place) =>
    characters.slice(place * LINE, (place + 1) * LINE).join(''),
  );
}
