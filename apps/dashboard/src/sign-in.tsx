import { useState } from 'preact/hooks';
import { Api, ApiError } from './api.js';
import type { Me } from './api.types.js';
import { ErrorNote } from './error-note.js';
import { useSpeech } from './language.js';

export function SignIn({ onSignIn }: { readonly onSignIn: (key: string) => void }) {
  const { words, language } = useSpeech();
  const [key, setKey] = useState('');
  const [refused, setRefused] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);

  const enter = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      const given = key.trim();
      const me = await new Api(given, language).get<Me>('/v1/me');
      if (me.permissions.includes('figure:read')) return onSignIn(given);
      setRefused(new ApiError({ title: words.keyMayNot, status: 403 }));
    } catch (error) {
      setRefused(error instanceof ApiError ? error : new ApiError());
    }
    setBusy(false);
  };

  return (
    <main id="main" tabIndex={-1} class="sign-in">
      <form class="panel" onSubmit={(event) => void enter(event)}>
        <h1>Patti</h1>
        <p class="lead">{words.tagline}</p>
        <KeyField value={key} onChange={setKey} />
        {refused && <ErrorNote error={refused} />}
        <button type="submit" class="primary" disabled={isBusy}>
          {words.signIn}
        </button>
      </form>
    </main>
  );
}

interface KeyProps {
  readonly value: string;
  readonly onChange: (key: string) => void;
}

function KeyField({ value, onChange }: KeyProps) {
  const { words } = useSpeech();
  return (
    <>
      <label for="key">{words.key}</label>
      <input
        id="key"
        type="password"
        autocomplete="off"
        spellcheck={false}
        required
        aria-describedby="key-hint"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p id="key-hint" class="hint">
        {words.keyHint}
      </p>
    </>
  );
}
