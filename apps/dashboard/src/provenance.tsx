import type { Api } from './api.js';
import type { Figure, Indicator, IndicatorSummary } from './api.types.js';
import { ErrorNote } from './error-note.js';
import { dayText, instantText } from './figures.rules.js';
import { useSpeech } from './language.js';
import { useLoaded } from './loaded.js';

interface Props {
  readonly api: Api;
  readonly indicator: IndicatorSummary;
  readonly figure?: Figure;
}

/** Where a figure comes from: without this it is only a number. */
export function Provenance({ api, indicator, figure }: Props) {
  const speech = useSpeech();
  const { words } = speech;
  const { value, error } = useLoaded(
    () => api.get<Indicator>(`/v1/indicators/${indicator.code}`),
    [api, indicator.code],
  );
  return (
    <div>
      <h2>{words.rule}</h2>
      {error && <ErrorNote error={error} />}
      <p>{value?.rule}</p>
      {value && (
        <p>
          <code>{value.formula}</code>
        </p>
      )}
      {figure && (
        <p class="hint">
          {words.asOf} {dayText(figure.asOf, speech)} · {words.computedAt}{' '}
          {instantText(figure.computedAt, speech)} · {words.coverage}: {figure.coverage.reported} {words.of}{' '}
          {figure.coverage.expected} · {words.version} {indicator.code} v{figure.definitionVersion}
          {figure.median !== undefined && ` · ${words.median} ${figure.median} ${words.days}`}
        </p>
      )}
    </div>
  );
}
