import { linesOf, type Picture } from './picture.rules.js';

/** What Mermaid, or the page it draws into, would take for more than text; it knows `#<number>;` as a character. */
const SPECIAL = /[#&<>"'`\\[\](){}|;:]/g;

const escaped = (text: string): string =>
  text.replace(SPECIAL, (character) => `#${character.codePointAt(0)};`);

/** The tree as Mermaid reads it. Nodes are numbered: a code may be a word of its language. */
export function mermaidOf({ nodes, arcs }: Picture): string {
  const names = new Map(nodes.map(({ code }, place) => [code, `n${place + 1}`]));
  const drawn = nodes.map(({ code, title, isCore }) => {
    const label = [code, ...linesOf(title)].map(escaped).join('<br/>');
    return `  ${names.get(code)}["${label}"]${isCore ? ':::core' : ''}`;
  });
  return [
    'flowchart BT',
    '  classDef core fill:#ffe3b8,stroke-width:2px',
    ...drawn,
    ...arcs.map(([from, to]) => `  ${names.get(from)} --> ${names.get(to)}`),
    '',
  ].join('\n');
}
