import type { Figure, IndicatorSummary, Pact } from './api.types.js';
import { amount, interval, named, whyNot } from './figures.rules.js';
import { Goals } from './goals.js';
import { Interval } from './interval.js';
import { useSpeech } from './language.js';
import { addressOf } from './place.js';

interface Props {
  readonly pact: Pact;
  readonly indicator: IndicatorSummary;
  readonly figure: Figure | undefined;
  /** The same figure by kind of resource, for where there is no total. */
  readonly kinds: readonly Figure[];
  /** The totals that have a target. */
  readonly goals: readonly Figure[];
  readonly threshold: number;
}

export function IndicatorCard({ pact, indicator, figure, kinds, goals, threshold }: Props) {
  return (
    <li>
      <a
        class="card"
        href={addressOf({ pactId: pact.id, code: indicator.code })}
        data-indicator={indicator.code}
      >
        <h3>{indicator.label}</h3>
        {figure?.missing === 'units-differ' ? (
          <Kinds kinds={kinds} />
        ) : (
          <FigureText figure={figure} threshold={threshold} />
        )}
        {goals.length > 0 && <Goals figures={goals} threshold={threshold} />}
      </a>
    </li>
  );
}

/** The value, or why there is none, and what it rests on. */
export function FigureText({ figure, threshold }: Pick<Props, 'figure' | 'threshold'>) {
  const speech = useSpeech();
  const { words } = speech;
  const reason = whyNot(figure, threshold, speech);
  if (reason !== undefined || !figure || figure.value === null)
    return <p class={figure?.suppression === 'none' || !figure ? 'missing' : 'suppressed'}>{reason}</p>;
  return (
    <>
      <p class="value">{amount(figure.value, figure.unit, speech)}</p>
      {figure.ci95 && <Interval value={figure.value} ends={figure.ci95} />}
      {figure.ci95 && (
        <p class="hint">
          {words.interval}: {interval(figure, speech)}
        </p>
      )}
      <p class="hint">{basis(figure, words.atRisk)}</p>
    </>
  );
}

/** `n = 61 · 32 at risk`, or the two counts of a share. */
function basis({ n, atRisk, numerator, denominator }: Figure, atRiskWord: string): string {
  const share = n === undefined && numerator !== undefined && denominator !== undefined;
  const parts = [
    n !== undefined && `n = ${n}`,
    atRisk !== undefined && `${atRisk} ${atRiskWord}`,
    share && `${numerator} / ${denominator}`,
  ];
  return parts.filter(Boolean).join(' · ');
}

function Kinds({ kinds }: Pick<Props, 'kinds'>) {
  const speech = useSpeech();
  return (
    <dl class="kinds">
      {kinds.map(({ breakdown: { resourceKind = '' }, value, unit }) => (
        <div key={resourceKind}>
          <dt>{named(speech.words.values, resourceKind)}</dt>
          <dd>{value === null ? '–' : amount(value, unit, speech)}</dd>
        </div>
      ))}
    </dl>
  );
}
