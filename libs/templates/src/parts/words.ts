import type { Language } from '#platform';
import type { Item, Kept } from './part.js';

/** Something said in one language or two. */
export interface Words {
  readonly it?: string;
  readonly en?: string;
}

/** In this language, or else in the other one. */
export const inOne = ({ it, en }: Words, language: Language): string | undefined =>
  language === 'it' ? (it ?? en) : (en ?? it);

/** Where Italian has to be said: in English too, if it is. */
export const inBoth = ({ it, en }: Words): { it: string | undefined; en: string | undefined } => ({
  it: it ?? en,
  en,
});

/** How a field of an item is kept: as it is, in one language under another name, or in both under two. */
export type Keeping = 'plain' | { readonly one: string } | { readonly both: string };

/** How items of these fields are kept and told. */
export function keeping(fields: Readonly<Record<string, Keeping>>) {
  const entries = Object.entries({ code: 'plain' as const, ...fields });
  return {
    keep: (item: Item, language: Language): Kept =>
      Object.assign({}, ...entries.map(([name, how]) => kept(name, how, item[name], language))) as Kept,
    tell: (row: Kept, language: Language): Item =>
      Object.assign({}, ...entries.map(([name, how]) => told(name, how, row, language))) as Item,
  };
}

function kept(name: string, how: Keeping, value: unknown, language: Language): Kept {
  if (value === undefined) return {};
  if (how === 'plain') return { [name]: value };
  if ('one' in how) return { [how.one]: inOne(value as Words, language) };
  const { it, en } = inBoth(value as Words);
  return { [`${how.both}It`]: it, ...(en !== undefined && { [`${how.both}En`]: en }) };
}

function told(name: string, how: Keeping, row: Kept, language: Language): Item {
  if (how === 'plain') return row[name] === undefined ? {} : { [name]: row[name] };
  if ('one' in how) return row[how.one] === undefined ? {} : { [name]: { [language]: row[how.one] } };
  const [it, en] = [row[`${how.both}It`], row[`${how.both}En`]];
  return { [name]: { it, ...(en !== undefined && { en }) } };
}

export const byCode = (row: Kept): string => String(row.code);
