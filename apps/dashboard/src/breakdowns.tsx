import type { Api } from './api.js';
import type { Figure, IndicatorSummary } from './api.types.js';
import { BreakdownPanel } from './breakdown-panel.js';
import { Downloads } from './downloads.js';
import { ErrorNote } from './error-note.js';
import { useSpeech } from './language.js';
import { useLoaded } from './loaded.js';

interface Props {
  readonly api: Api;
  readonly indicator: IndicatorSummary;
  /** The figures of the indicator, all breakdowns, without a period. */
  readonly path: string;
  /** Only this kind of resource. */
  readonly kind?: string;
  readonly threshold: number;
  readonly ticks: number;
}

/** The figure since the start, cut by each breakdown that the indicator offers. */
export function Breakdowns({ api, indicator: { code, breakdowns }, path, kind, threshold, ticks }: Props) {
  const { words } = useSpeech();
  const since = `${path}&period=since-start`;
  const { value: cells, error } = useLoaded(
    () => api.list<Figure>(`${since}&limit=100`),
    [api, since, ticks],
  );
  const names = breakdowns.filter((name) => kind === undefined || name !== 'resourceKind');
  if (names.length === 0) return null;
  return (
    <section>
      <div class="choice">
        <h2 class="grow">{words.breakdownsSinceStart}</h2>
        <Downloads api={api} path={since} file={`${code}-since-start`} />
      </div>
      {error && <ErrorNote error={error} />}
      <div class="pair">
        {cells &&
          names.map((name) => (
            <BreakdownPanel key={name} {...{ name, cells, threshold }} {...(kind && { kind })} />
          ))}
      </div>
    </section>
  );
}
