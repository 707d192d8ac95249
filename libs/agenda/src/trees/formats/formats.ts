import type { Offers } from '#platform';

/** How a tree is answered, and what `Accept` may say for it; the first of each is what the answer says. */
const MEDIA_TYPES = {
  json: ['application/json'],
  mermaid: ['text/vnd.mermaid'],
  dot: ['text/vnd.graphviz'],
  svg: ['image/svg+xml'],
} as const;

export type TreeFormat = keyof typeof MEDIA_TYPES;

export const TREE_FORMATS = Object.keys(MEDIA_TYPES) as TreeFormat[];

export const TREE_OFFERS: Offers<TreeFormat> = TREE_FORMATS.map((name) => [name, MEDIA_TYPES[name]]);

export const mediaTypeOf = (format: TreeFormat): string => MEDIA_TYPES[format][0];
