import type { Language } from '#platform';
import { referencesOf } from '../format/references.rules.js';
import type { TemplateDocument } from '../format/template.dto.js';
import { PARTS } from '../parts/index.js';
import type { Item, Kept, Part } from '../parts/part.js';
import { canonical, type Compared, type Existing, type Wanted } from './application.rules.js';
import { printOf, type PactContentQueries } from './pact-content.queries.js';

/** Puts a template beside what the pact has, part by part. */
export async function compare(
  content: PactContentQueries,
  pactId: string,
  template: TemplateDocument,
  language: Language,
): Promise<Compared[]> {
  const [rows, said] = [await content.read(pactId), await content.said(pactId)];
  return PARTS.map((part) => ({
    part,
    there: rows
      .filter((row) => row.part === part.name)
      .map(({ id, kept, isOpen }): Existing => ({ ...printed(part, kept), id, isOpen })),
    wanted: itemsOf(template, part).map((item) => wantedOf(part, item, language)),
    said: new Map(said.filter((row) => row.part === part.name).map((row) => [row.key, row.said])),
  }));
}

const printed = (part: Part, kept: Kept) => ({
  key: part.keyOf(kept),
  kept,
  print: printOf(canonical(kept, part.unwatched)),
});

function wantedOf(part: Part, item: Item, language: Language): Wanted {
  return {
    ...printed(part, part.keep(item, language)),
    references: referencesOf(part.name, item),
  };
}

/** The items of a part; what stands alone is a part of one. */
const itemsOf = (template: TemplateDocument, { name }: Part): readonly Item[] => {
  const given = template[name];
  if (given === undefined) return [];
  return (Array.isArray(given) ? given : [given]) as unknown as readonly Item[];
};
