import { linesOf, type Picture } from './picture.rules.js';

/** Bounds on how long Graphviz improves a drawing; without them a dense tree takes many times as long. */
const QUICK = 'nslimit=2, nslimit1=2, mclimit=0.5';

/** In a quoted string of DOT a quote ends it, a backslash begins an escape and `&` an entity of HTML. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('\\', '\\\\').replaceAll('"', '\\"');

const quoted = (text: string): string => `"${escaped(text)}"`;

/** Lines of text; `\n` is a line break of DOT. */
const label = (lines: readonly string[]): string => `"${lines.map(escaped).join('\\n')}"`;

/** The tree as Graphviz reads it: what is caused stands above its causes. */
export function dotOf({ nodes, arcs }: Picture): string {
  const drawn = nodes.map(({ code, title, isCore }) => {
    const look = isCore ? ', fillcolor="#ffe3b8", penwidth=2' : '';
    return `  ${quoted(code)} [label=${label([code, ...linesOf(title)])}${look}];`;
  });
  // The margin leaves room for fonts that are wider than the one Graphviz reckons with.
  return [
    'digraph {',
    `  graph [rankdir=BT, ${QUICK}];`,
    '  node [shape=box, style="rounded,filled", fillcolor="#ffffff", fontname="Helvetica", fontsize=11, margin="0.25,0.1"];',
    ...drawn,
    ...arcs.map(([from, to]) => `  ${quoted(from)} -> ${quoted(to)};`),
    '}',
    '',
  ].join('\n');
}
