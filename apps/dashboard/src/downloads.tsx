import { useState } from 'preact/hooks';
import { ApiError, type Api } from './api.js';
import { ErrorNote } from './error-note.js';
import { useSpeech } from './language.js';

interface Props {
  readonly api: Api;
  /** The figures, without a format. */
  readonly path: string;
  /** The name of the file, without its ending. */
  readonly file: string;
}

const FORMATS = [
  { format: 'csv', name: 'CSV', ending: 'csv' },
  { format: 'xlsx', name: 'Excel (XLSX)', ending: 'xlsx' },
  { format: 'jsonstat', name: 'JSON-stat', ending: 'jsonstat.json' },
  { format: 'sdmx-csv', name: 'SDMX-CSV', ending: 'sdmx.csv' },
  { format: 'datapackage', name: 'Data Package', ending: 'datapackage.json' },
] as const;

/** Plain links could not carry the key, so a file is fetched and then handed to the browser. */
export function Downloads({ api, path, file }: Props) {
  const { words } = useSpeech();
  const [error, setError] = useState<ApiError>();
  const download = async ({ format, ending }: (typeof FORMATS)[number]): Promise<void> => {
    try {
      save(await api.file(`${path}&format=${format}`), `${file}.${ending}`);
      setError(undefined);
    } catch (failure) {
      setError(failure instanceof ApiError ? failure : new ApiError());
    }
  };
  return (
    <details class="downloads">
      <summary>{words.download}</summary>
      <ul>
        {FORMATS.map((each) => (
          <li key={each.format}>
            <button type="button" onClick={() => void download(each)}>
              {each.name}
            </button>
          </li>
        ))}
      </ul>
      {error && <ErrorNote error={error} />}
    </details>
  );
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
