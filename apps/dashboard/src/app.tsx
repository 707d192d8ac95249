import { useEffect, useMemo, useState } from 'preact/hooks';
import { Api } from './api.js';
import { Board } from './board.js';
import { keepLanguage, preferredLanguage, speak, SpeechProvider, type Language } from './language.js';
import { SignIn } from './sign-in.js';
import { TopBar } from './top-bar.js';

/** The key lives in this tab only: never in the address, never beyond the session. */
const KEPT_AS = 'patti-key';

export function App() {
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  const [key, setKey] = useState(() => sessionStorage.getItem(KEPT_AS));
  const speech = useMemo(() => speak(language), [language]);
  const api = useMemo(() => (key === null ? undefined : new Api(key, language)), [key, language]);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const choose = (chosen: Language): void => {
    keepLanguage(chosen);
    setLanguage(chosen);
  };
  const signIn = (given: string): void => {
    sessionStorage.setItem(KEPT_AS, given);
    setKey(given);
  };
  const signOut = (): void => {
    sessionStorage.removeItem(KEPT_AS);
    location.hash = '';
    setKey(null);
  };

  return (
    <SpeechProvider value={speech}>
      <TopBar onLanguage={choose} {...(api && { onSignOut: signOut })} />
      {api ? <Board api={api} onSignOut={signOut} /> : <SignIn onSignIn={signIn} />}
    </SpeechProvider>
  );
}
