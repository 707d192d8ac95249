import { useState } from 'preact/hooks';
import type { Api } from './api.js';
import type { Figure, IndicatorSummary, Pact } from './api.types.js';
import { Breakdowns } from './breakdowns.js';
import { cellsBy, named } from './figures.rules.js';
import { Goals } from './goals.js';
import { FigureText } from './indicator-card.js';
import { useSpeech } from './language.js';
import { addressOf } from './place.js';
import { Provenance } from './provenance.js';
import { TimePanel } from './time-panel.js';

interface Props {
  readonly api: Api;
  readonly pact: Pact;
  readonly indicator: IndicatorSummary;
  /** Its total since the start, and its cells by kind of resource. */
  readonly figures: readonly Figure[];
  /** Its totals that have a target. */
  readonly goals: readonly Figure[];
  readonly threshold: number;
  readonly ticks: number;
}

/** One indicator of one pact: what it is, how it went, and for whom. */
export function IndicatorDetail({ api, pact, indicator, figures, goals, threshold, ticks }: Props) {
  const { words } = useSpeech();
  const [total] = cellsBy(figures, indicator.code);
  const kinds = total?.missing === 'units-differ' ? kindsOf(figures, indicator.code) : [];
  const [chosen, setKind] = useState<string>();
  const kind = chosen ?? kinds[0];
  const shown = kind === undefined ? total : figures.find(({ breakdown }) => breakdown.resourceKind === kind);
  const path = pathOf(pact.id, indicator);
  return (
    <>
      <p>
        <a href={addressOf({ pactId: pact.id })}>← {words.back}</a>
      </p>
      <div>
        <p class="hint">{pact.title}</p>
        <h1>{indicator.label}</h1>
      </div>
      {kind !== undefined && <KindChoice kinds={kinds} kind={kind} onChoose={setKind} />}
      <div class="panel summary">
        <div>
          <FigureText figure={shown} threshold={threshold} />
          {goals.length > 0 && <Goals figures={goals} threshold={threshold} />}
        </div>
        <Provenance api={api} indicator={indicator} {...(shown && { figure: shown })} />
      </div>
      <TimePanel {...{ api, pact, path, threshold, ticks }} code={indicator.code} {...(kind && { kind })} />
      <Breakdowns {...{ api, indicator, path, threshold, ticks }} {...(kind && { kind })} />
    </>
  );
}

const kindsOf = (figures: readonly Figure[], code: string): string[] =>
  cellsBy(figures, code, 'resourceKind').map(({ breakdown }) => breakdown.resourceKind ?? '');

function pathOf(pactId: string, { code, breakdowns }: IndicatorSummary): string {
  const by = breakdowns.length > 0 ? `&by=${breakdowns.join(',')}` : '';
  return `/v1/pacts/${pactId}/figures?indicator=${code}${by}`;
}

interface KindProps {
  readonly kinds: readonly string[];
  readonly kind: string;
  readonly onChoose: (kind: string) => void;
}

function KindChoice({ kinds, kind, onChoose }: KindProps) {
  const { words } = useSpeech();
  return (
    <div class="field narrow">
      <label for="kind">{words.kindOfResource}</label>
      <select id="kind" value={kind} onChange={(event) => onChoose(event.currentTarget.value)}>
        {kinds.map((each) => (
          <option key={each} value={each}>
            {named(words.values, each)}
          </option>
        ))}
      </select>
    </div>
  );
}
