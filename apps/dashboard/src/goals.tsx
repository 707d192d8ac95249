import type { Figure } from './api.types.js';
import { amount, attainmentText, periodName, whyNot } from './figures.rules.js';
import { useSpeech } from './language.js';

/** What was to be reached, and how far it is: one line for each period that has a target. */
export function Goals({
  figures,
  threshold,
}: {
  readonly figures: readonly Figure[];
  readonly threshold: number;
}) {
  const speech = useSpeech();
  const { words } = speech;
  return (
    <ul class="goals">
      {figures.map((figure) =>
        figure.target ? (
          <li key={figure.period} data-target={figure.period}>
            <p>
              {words.target} {periodName(figure.period, speech)}:{' '}
              <strong>{amount(figure.target.value, figure.unit, speech)}</strong>
            </p>
            <Way {...figure.target} />
            <p class="hint">
              {whyNot(figure, threshold, speech) ??
                `${amount(figure.value ?? 0, figure.unit, speech)} · ${attainmentText(figure.target, speech)}`}
            </p>
          </li>
        ) : null,
      )}
    </ul>
  );
}

/** The way from the baseline to the target. The words below it say the same. */
function Way({ attainment, isMet }: NonNullable<Figure['target']>) {
  if (attainment === undefined) return null;
  const done = Math.min(1, Math.max(0, attainment)) * 100;
  return (
    <svg class="interval" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" y="1" width="100" height="4" rx="1" />
      <rect class={isMet ? 'met' : 'point'} y="1" width={done} height="4" rx="1" />
    </svg>
  );
}
