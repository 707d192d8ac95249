const LANGUAGES = ['it', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const RANGE = /^([a-z]{1,8})(?:-[a-z0-9]{1,8})*(?:\s*;\s*q=(\d(?:\.\d{1,3})?))?$/i;

/** The language that `Accept-Language` likes best among those there are; Italian where it says nothing of them. */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').flatMap((range) => {
    const [, name = '', quality = '1'] = RANGE.exec(range.trim()) ?? [];
    const language = LANGUAGES.find((each) => each === name.toLowerCase());
    return language && Number(quality) > 0 ? [{ language, quality: Number(quality) }] : [];
  });
  return wishes.sort((a, b) => b.quality - a.quality)[0]?.language ?? 'it';
}
