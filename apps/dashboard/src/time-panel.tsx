import { useMemo, useState } from 'preact/hooks';
import type { Api } from './api.js';
import type { Figure, Pact, Trend } from './api.types.js';
import { lineOption, type Row } from './chart-options.js';
import { Chart } from './chart.js';
import { Downloads } from './downloads.js';
import { ErrorNote } from './error-note.js';
import { FigureTable } from './figure-table.js';
import { periodText } from './figures.rules.js';
import { useSpeech, type Speech } from './language.js';
import { useLoaded } from './loaded.js';
import { TrendNote } from './trend-note.js';

interface Props {
  readonly api: Api;
  readonly pact: Pact;
  /** The figures of the indicator, all breakdowns, without a period. */
  readonly path: string;
  readonly code: string;
  /** Only this kind of resource. */
  readonly kind?: string;
  readonly threshold: number;
  readonly ticks: number;
}

const GRANULARITIES = ['month', 'quarter', 'half', 'year'] as const;
type Granularity = (typeof GRANULARITIES)[number];

export function TimePanel({ api, pact, path, code, kind, threshold, ticks }: Props) {
  const speech = useSpeech();
  const { words } = speech;
  const [granularity, setGranularity] = useState<Granularity>('quarter');
  const range = `&period=${rangeOf(pact)}&granularity=${granularity}`;
  const totals = `${path.replace(/&by=[^&]*/, kind === undefined ? '' : '&by=resourceKind')}${range}&limit=100`;
  const { value: figures, error } = useLoaded(() => api.list<Figure>(totals), [api, totals, ticks]);
  const rows = useMemo(() => rowsOf(figures ?? [], kind, speech), [figures, kind, speech]);
  const cell = kind === undefined ? '' : `&breakdown=resourceKind:${kind}`;
  const outlook = `/v1/pacts/${pact.id}/figures/trend?indicator=${code}&granularity=${granularity}${cell}`;
  const { value: trend, error: failed } = useLoaded(() => api.get<Trend>(outlook), [api, outlook, ticks]);
  const option = useMemo(() => lineOption(rows, expectedOf(trend, speech), speech), [rows, trend, speech]);
  return (
    <section class="panel" data-panel="time">
      <div class="choice">
        <h2 class="grow">{words.overTime}</h2>
        <GranularityChoice granularity={granularity} onChoose={setGranularity} />
        <Downloads api={api} path={path + range} file={`${code}-${granularity}`} />
      </div>
      {error && <ErrorNote error={error} />}
      {failed && <ErrorNote error={failed} />}
      <Chart option={option} height={280} label={words.overTime} />
      <p class="hint">{words.chartNote}</p>
      {trend && <TrendNote trend={trend} />}
      <details>
        <summary>{words.table}</summary>
        <FigureTable caption={words.overTime} heading={words.period} {...{ rows, threshold }} />
      </details>
    </section>
  );
}

/** From the pact's first day to its last, or to today: promises may begin later than that. */
function rangeOf({ startsOn, endsOn }: Pact): string {
  const today = new Date().toISOString().slice(0, 10);
  const last = endsOn !== undefined && endsOn > today ? endsOn : today;
  return `${startsOn < last ? startsOn : last}..${last}`;
}

/** Every period that was computed, also those in which this kind of resource has no figure. */
function rowsOf(figures: readonly Figure[], kind: string | undefined, speech: Speech): Row[] {
  const periods = [...new Set(figures.map(({ period }) => period))].sort();
  return periods.map((period) => ({
    name: periodText(period, speech),
    figure: figures.find((each) => each.period === period && each.breakdown.resourceKind === kind),
  }));
}

const expectedOf = (trend: Trend | undefined, speech: Speech) =>
  (trend?.forecast ?? []).map((each) => ({ ...each, name: periodText(each.period, speech) }));

interface GranularityProps {
  readonly granularity: Granularity;
  readonly onChoose: (granularity: Granularity) => void;
}

function GranularityChoice({ granularity, onChoose }: GranularityProps) {
  const { words } = useSpeech();
  return (
    <div class="field row">
      <label for="granularity">{words.granularity}</label>
      <select
        id="granularity"
        value={granularity}
        onChange={(event) => onChoose(event.currentTarget.value as Granularity)}
      >
        {GRANULARITIES.map((each) => (
          <option key={each} value={each}>
            {words[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
