import { LANGUAGES, useSpeech, type Language } from './language.js';

interface Props {
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut?: () => void;
}

export function TopBar({ onLanguage, onSignOut }: Props) {
  const { words, language } = useSpeech();
  return (
    <header class="top">
      <a class="skip" href="#main" onClick={skipToMain}>
        {words.skip}
      </a>
      <p class="name">
        <img src="/favicon.svg" alt="" width="28" height="28" /> Patti
      </p>
      <div class="tools">
        <div role="group" aria-label={words.language} class="switch">
          {LANGUAGES.map((each) => (
            <button
              key={each}
              type="button"
              lang={each}
              aria-pressed={each === language}
              onClick={() => onLanguage(each)}
            >
              {each.toUpperCase()}
            </button>
          ))}
        </div>
        {onSignOut && (
          <button type="button" class="quiet" onClick={onSignOut}>
            {words.signOut}
          </button>
        )}
      </div>
    </header>
  );
}

/** The address after the hash says which pact is shown, so the link may not change it. */
function skipToMain(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
