import { useMemo } from 'preact/hooks';
import type { Api } from './api.js';
import type { Figure, IndicatorSummary, Pact } from './api.types.js';
import { barOption } from './chart-options.js';
import { Chart } from './chart.js';
import { Downloads } from './downloads.js';
import { ErrorNote } from './error-note.js';
import { FigureTable } from './figure-table.js';
import { inReadingOrder, withoutCommonStart } from './figures.rules.js';
import { useSpeech } from './language.js';
import { useLoaded } from './loaded.js';
import { addressOf } from './place.js';

interface Props {
  readonly api: Api;
  readonly pacts: readonly Pact[];
  readonly code?: string;
  readonly ticks: number;
}

const ROW_HEIGHT = 40;

/** One indicator in all pacts of this key, since the start of each. */
export function Comparison({ api, pacts, code, ticks }: Props) {
  const { words } = useSpeech();
  const { value: indicators, error } = useLoaded(
    async () => inReadingOrder(await api.list<IndicatorSummary>('/v1/indicators?limit=100')),
    [api],
  );
  const indicator = indicators?.find((each) => each.code === code) ?? indicators?.[0];
  return (
    <>
      <p>
        <a href={addressOf({})}>← {words.back}</a>
      </p>
      <h1>{words.compare}</h1>
      {error && <ErrorNote error={error} />}
      {indicators && indicator && (
        <>
          <IndicatorChoice indicators={indicators} indicator={indicator} />
          <PactsPanel key={indicator.code} {...{ api, pacts, indicator, ticks }} />
        </>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly indicators: readonly IndicatorSummary[];
  readonly indicator: IndicatorSummary;
}

function IndicatorChoice({ indicators, indicator }: ChoiceProps) {
  const { words } = useSpeech();
  return (
    <div class="field">
      <label for="indicator">{words.indicator}</label>
      <select
        id="indicator"
        value={indicator.code}
        onChange={(event) => {
          location.hash = addressOf({ isComparison: true, code: event.currentTarget.value });
        }}
      >
        {indicators.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface PanelProps extends Omit<Props, 'code'> {
  readonly indicator: IndicatorSummary;
}

function PactsPanel({ api, pacts, indicator, ticks }: PanelProps) {
  const speech = useSpeech();
  const { words } = speech;
  const path = `/v1/figures?indicator=${indicator.code}&period=since-start`;
  const { value: figures, error } = useLoaded(
    () => api.list<Figure>(`${path}&limit=100`),
    [api, path, ticks],
  );
  const rows = useMemo(() => rowsOf(pacts, figures ?? []), [pacts, figures]);
  const option = useMemo(() => {
    const names = withoutCommonStart(rows.map(({ name }) => name));
    return barOption(
      rows.map(({ figure }, index) => ({ name: names[index] ?? '', figure })),
      speech,
    );
  }, [rows, speech]);
  return (
    <section class="panel" data-panel="comparison">
      <div class="choice">
        <h2 class="grow">{indicator.label}</h2>
        <Downloads api={api} path={path} file={`${indicator.code}-pacts`} />
      </div>
      {error && <ErrorNote error={error} />}
      <Chart option={option} height={rows.length * ROW_HEIGHT + 8} label={indicator.label} />
      <p class="hint">{words.compareNote}</p>
      <FigureTable caption={indicator.label} heading={words.pact} rows={rows} />
    </section>
  );
}

/** Each pact that the key reads, also where it has no such figure. */
const rowsOf = (pacts: readonly Pact[], figures: readonly Figure[]) =>
  pacts
    .toSorted((one, other) => one.title.localeCompare(other.title))
    .map(({ id, title }) => ({ key: id, name: title, figure: figures.find(({ pactId }) => pactId === id) }));
