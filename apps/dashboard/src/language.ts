import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en, type Words } from './words.en.js';
import { it } from './words.it.js';

export const LANGUAGES = ['it', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Speech {
  readonly language: Language;
  readonly words: Words;
}

const WORDS: Readonly<Record<Language, Words>> = { it, en };
const KEPT_AS = 'patti-language';

export const speak = (language: Language): Speech => ({ language, words: WORDS[language] });

const SpeechContext = createContext<Speech>(speak('en'));
export const SpeechProvider = SpeechContext.Provider;
export const useSpeech = (): Speech => useContext(SpeechContext);

const isLanguage = (name: string | null | undefined): name is Language =>
  LANGUAGES.some((each) => each === name);

/** The one chosen before, else the first of the browser's that there is, else English. */
export function preferredLanguage(): Language {
  const wished = [localStorage.getItem(KEPT_AS), ...navigator.languages.map((name) => name.slice(0, 2))];
  return wished.find(isLanguage) ?? 'en';
}

export const keepLanguage = (language: Language): void => localStorage.setItem(KEPT_AS, language);
