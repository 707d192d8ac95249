import { jsonSql, Text, type FieldOptions } from '#platform';

const TITLE = { max: 300 };

/** What a thing is called: in Italian always, in English where somebody has said it. */
export class Title {
  @Text({ ...TITLE, example: 'Sportello unico per il lavoro' })
  it: string;

  @Text({ ...TITLE, optional: true, example: 'One-stop job desk' })
  en?: string;
}

export class TitlePatch {
  @Text({ ...TITLE, optional: true })
  it?: string;

  @Text({ ...TITLE, optional: true, nullable: true })
  en?: string | null;
}

const { json, jsonText, optional, text } = jsonSql;

/** The title of a row `from` that has the columns `title_it` and `title_en`. */
export const titleOf = (from: string): jsonSql.JsonPart =>
  json(jsonText({ it: text(`${from}.title_it`), en: optional(text(`${from}.title_en`)) }));

/** The values of `title_it` and `title_en` after a change. */
export const changedTitle = (title: Title, patch: TitlePatch | undefined): Title => {
  const { it = title.it, en = title.en } = patch ?? {};
  return { it, ...(typeof en === 'string' && { en }) };
};

/** A code that people choose, and that stays. */
export const Code = (options: FieldOptions = {}): PropertyDecorator =>
  Text({ max: 60, pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, ...options });
