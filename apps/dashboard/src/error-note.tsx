import type { ApiError } from './api.js';
import { useSpeech } from './language.js';

const UNAUTHENTICATED = 401;

/** What went wrong in words, and the request id by which an operator finds it in the log. */
export function ErrorNote({ error: { problem } }: { readonly error: ApiError }) {
  const { words } = useSpeech();
  const said = problem?.status === UNAUTHENTICATED ? words.unauthenticated : problem?.title || words.failed;
  return (
    <div role="alert" class="error">
      <p>{problem ? said : words.unreachable}</p>
      {problem?.detail && <p>{problem.detail}</p>}
      {problem?.requestId && (
        <p class="hint">
          {words.request} <code>{problem.requestId}</code>
        </p>
      )}
    </div>
  );
}
