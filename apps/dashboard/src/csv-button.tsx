import { useState } from 'preact/hooks';
import { ApiError, type Api } from './api.js';
import { ErrorNote } from './error-note.js';
import { useSpeech } from './language.js';

interface Props {
  readonly api: Api;
  readonly path: string;
  readonly file: string;
}

/** A plain link could not carry the key, so the file is fetched and then handed to the browser. */
export function CsvButton({ api, path, file }: Props) {
  const { words } = useSpeech();
  const [error, setError] = useState<ApiError>();
  const download = async (): Promise<void> => {
    try {
      save(await api.csv(path), file);
      setError(undefined);
    } catch (failure) {
      setError(failure instanceof ApiError ? failure : new ApiError());
    }
  };
  return (
    <>
      <button type="button" onClick={() => void download()}>
        {words.download}
      </button>
      {error && <ErrorNote error={error} />}
    </>
  );
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
