import type { Figure } from './api.types.js';
import type { Language, Speech } from './language.js';

type Valued = Pick<Figure, 'value' | 'unit' | 'suppression' | 'missing'>;

/** European English: the day stands before the month. */
const LOCALES: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-GB' };

/** A value as people write it: shares as percent, cents as euro, everything else with the word of its unit. */
export function amount(value: number, unit: string, { language, words }: Speech): string {
  const number = (options: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(LOCALES[language], options).format(unit === 'EUR' ? value / 100 : value);
  if (unit === 'ratio')
    return number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  if (unit === 'EUR') return number({ style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  const [one = '', many = one] = named(words.units, unit, '').split('|');
  const word = value === 1 ? one : many;
  return `${number({ maximumFractionDigits: 1 })}${word && ` ${word}`}`;
}

/** Why there is no number, in words; undefined when there is one. */
export function whyNot(
  figure: Valued | undefined,
  threshold: number | undefined,
  { words }: Speech,
): string | undefined {
  if (figure === undefined) return words.missing.none;
  if (figure.suppression === 'primary')
    return `${words.notShown}: ${threshold === undefined ? words.tooFew : words.fewerThan.replace('{n}', String(threshold))}`;
  if (figure.suppression === 'complementary') return `${words.notShown}: ${words.wouldReveal}`;
  return figure.value === null ? words.missing[figure.missing ?? 'none'] : undefined;
}

export const isSuppressed = (figure: Pick<Figure, 'suppression'> | undefined): boolean =>
  figure !== undefined && figure.suppression !== 'none';

/** How many cases a figure rests on, in short: `44 / 55`, or `n 61`. */
export function cases(figure: Figure): string {
  const { n, numerator, denominator } = figure;
  if (n !== undefined) return String(n);
  return numerator === undefined || denominator === undefined ? '' : `${numerator} / ${denominator}`;
}

export function interval(figure: Figure, speech: Speech): string {
  return figure.ci95 ? figure.ci95.map((end) => amount(end, figure.unit, speech)).join(' – ') : '';
}

/** The word for a code; the code itself where there is none yet, such as an age group or a new unit. */
export const named = (words: Readonly<Record<string, string>>, code: string, otherwise = code): string =>
  words[code] ?? otherwise;

export const dayText = (day: string, { language }: Speech): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });

export const instantText = (instant: string, { language }: Speech): string =>
  new Date(instant).toLocaleString(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' });

/** The total, or the cells of exactly these breakdowns. */
export function cellsBy(figures: readonly Figure[], code: string, ...names: string[]): Figure[] {
  return figures.filter(
    ({ indicator, breakdown }) =>
      indicator === code &&
      Object.keys(breakdown).length === names.length &&
      names.every((name) => name in breakdown),
  );
}

/** About persons, as opposed to organisations and what they promise. */
export const isAboutPeople = (indicator: { readonly breakdowns: readonly string[] }): boolean =>
  indicator.breakdowns.includes('sex');

/** `2026-03` → Mar 2026, `2026-Q1` → Q1 2026 (T1 in Italian), `2026-H1` → H1 2026 (S1), `2026`. */
export function periodText(period: string, { language }: Pick<Speech, 'language'>): string {
  const [year = '', part] = period.split('-');
  if (part === undefined) return year;
  if (/^\d/.test(part))
    return new Date(`${period}-15T12:00:00Z`).toLocaleDateString(LOCALES[language], {
      month: 'short',
      year: 'numeric',
    });
  return `${language === 'it' ? part.replace('Q', 'T').replace('H', 'S') : part} ${year}`;
}

/** The same for any period, also all of them together. */
export const periodName = (period: string, speech: Speech): string =>
  period === 'since-start' ? speech.words.sinceStart : periodText(period, speech);

/** Whether a target is met, and how much of the way is done: never more than the API says. */
export function attainmentText(
  { attainment, isMet }: NonNullable<Figure['target']>,
  { words, language }: Speech,
): string {
  if (isMet) return words.met;
  if (attainment === undefined) return words.notMet;
  const share = new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 });
  return words.ofTheWay.replace('{share}', share.format(attainment));
}

interface Ordered {
  readonly code: string;
  readonly unit: string;
}

/** How many there are before what share of them; 90 days before 180. */
export const inReadingOrder = <Item extends Ordered>(indicators: readonly Item[]): Item[] =>
  indicators.toSorted(
    (one, other) =>
      Number(one.unit === 'ratio') - Number(other.unit === 'ratio') ||
      one.code.localeCompare(other.code, 'en', { numeric: true }),
  );

/** Names without the words that all of them begin with: what is left tells them apart. */
export function withoutCommonStart(names: readonly string[]): string[] {
  const [first = '', ...others] = names;
  const words = first.split(' ');
  const isCommon = (count: number): boolean =>
    others.every((name) => name.startsWith(`${words.slice(0, count).join(' ')} `));
  let common = 0;
  while (others.length > 0 && common < words.length - 1 && isCommon(common + 1)) common += 1;
  return names.map((name) => name.split(' ').slice(common).join(' '));
}
