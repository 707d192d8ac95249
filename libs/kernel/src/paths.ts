import type { Arc } from './graphs.js';

/** One of the shortest ways from one node to another along the arcs, both ends in it; nothing where there is none. */
export function pathBetween(arcs: Iterable<Arc>, from: string, to: string): string[] | undefined {
  const next = successorsIn(arcs);
  const before = new Map<string, string | undefined>([[from, undefined]]);
  const queue = [from];
  for (const node of queue) {
    if (node === to) return wayTo(node, before);
    for (const each of next.get(node) ?? []) {
      if (before.has(each)) continue;
      before.set(each, node);
      queue.push(each);
    }
  }
  return undefined;
}

/** The place of an arc that lies on a circle, and the circle from its start back to it; nothing where there is none. */
export function circleIn(
  arcs: readonly Arc[],
): { readonly place: number; readonly circle: string[] } | undefined {
  const stuck = new Set(nodesOnOrBehindCircles(arcs));
  for (const [place, [from, to]] of arcs.entries()) {
    if (!stuck.has(from) || !stuck.has(to)) continue;
    const back = pathBetween(arcs, to, from);
    if (back !== undefined) return { place, circle: [from, ...back] };
  }
  return undefined;
}

/** Takes away again and again the nodes to which no arc leads; what stays cannot be put in an order. */
function nodesOnOrBehindCircles(arcs: readonly Arc[]): string[] {
  const next = successorsIn(arcs);
  const open = new Map<string, number>();
  for (const [from, to] of arcs) {
    open.set(from, open.get(from) ?? 0);
    open.set(to, (open.get(to) ?? 0) + 1);
  }
  const free = [...open].filter(([, count]) => count === 0).map(([node]) => node);
  for (const node of free) {
    open.delete(node);
    for (const each of next.get(node) ?? []) {
      const left = (open.get(each) ?? 0) - 1;
      open.set(each, left);
      if (left === 0) free.push(each);
    }
  }
  return [...open.keys()];
}

function successorsIn(arcs: Iterable<Arc>): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const [from, to] of arcs) {
    const known = next.get(from);
    if (known === undefined) next.set(from, [to]);
    else known.push(to);
  }
  return next;
}

function wayTo(end: string, before: ReadonlyMap<string, string | undefined>): string[] {
  const way: string[] = [];
  for (let node: string | undefined = end; node !== undefined; node = before.get(node)) way.unshift(node);
  return way;
}
