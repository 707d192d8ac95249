import type { Trend } from './api.types.js';
import { amount, periodText } from './figures.rules.js';
import { useSpeech } from './language.js';

/** How it went, and what may follow, in words: the dashed part of the chart is no figure. */
export function TrendNote({ trend }: { readonly trend: Trend }) {
  const speech = useSpeech();
  const { words } = speech;
  const unit = trend.unit ?? '';
  if (!trend.trend) return <p class="hint">{words.noTrend}</p>;
  const { course, n, isWanted } = trend.trend;
  const sense = isWanted === undefined ? '' : ` (${isWanted ? words.wanted : words.unwanted})`;
  return (
    <div class="outlook" data-trend={course}>
      <p>
        {words.trend}: <strong>{words.courses[course]}</strong>
        {sense}, {words.overValues.replace('{n}', String(n))}.
      </p>
      {trend.forecast && (
        <p class="hint">
          {words.forecast}:{' '}
          {trend.forecast
            .map(
              ({ period, value, low, high }) =>
                `${periodText(period, speech)} ${amount(value, unit, speech)} (${amount(low, unit, speech)} – ${amount(high, unit, speech)})`,
            )
            .join('; ')}
          . {words.forecastNote}
        </p>
      )}
    </div>
  );
}
