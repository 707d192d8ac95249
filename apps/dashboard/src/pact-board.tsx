import type { Api } from './api.js';
import type { Figure, IndicatorSettings, IndicatorSummary, Pact, Target } from './api.types.js';
import { ErrorNote } from './error-note.js';
import { cellsBy, dayText, inReadingOrder, isAboutPeople } from './figures.rules.js';
import { IndicatorCard } from './indicator-card.js';
import { IndicatorDetail } from './indicator-detail.js';
import { useSpeech } from './language.js';
import { useLoaded } from './loaded.js';

interface Props {
  readonly api: Api;
  readonly pact: Pact;
  readonly code?: string;
  /** Grows when it is time to look again. */
  readonly ticks: number;
}

/** All figures of a pact since its start, or one of its indicators. */
export function PactBoard({ api, pact, code, ticks }: Props) {
  const { words } = useSpeech();
  const { value, error } = useLoaded(() => load(api, pact.id), [api, pact.id, ticks]);
  if (!value) return error ? <ErrorNote error={error} /> : <p role="status">{words.loading}</p>;
  const { indicators, figures, goals, threshold } = value;
  const chosen = indicators.find((indicator) => indicator.code === code);
  return (
    <>
      {error && <ErrorNote error={error} />}
      {chosen ? (
        <IndicatorDetail
          key={chosen.code}
          {...{ api, pact, ticks, threshold }}
          indicator={chosen}
          figures={figures.filter(({ indicator }) => indicator === chosen.code)}
          goals={cellsBy(goals, chosen.code)}
        />
      ) : (
        <Cards {...{ pact, indicators, figures, goals, threshold }} />
      )}
    </>
  );
}

async function load(api: Api, pactId: string) {
  const [indicators, figures, settings, goals] = await Promise.all([
    api.list<IndicatorSummary>('/v1/indicators?limit=100'),
    // By kind of resource too: quantities of different kinds have no total.
    api.list<Figure>(`/v1/pacts/${pactId}/figures?period=since-start&by=resourceKind&limit=100`),
    api.get<IndicatorSettings>(`/v1/pacts/${pactId}/indicator-settings`),
    goalsOf(api, pactId),
  ]);
  return { indicators: inReadingOrder(indicators), figures, goals, threshold: settings.disclosureThreshold };
}

/** The figures that have a target: of each period for which one was set, the latest period last. */
async function goalsOf(api: Api, pactId: string): Promise<Figure[]> {
  const targets = await api.list<Target>(`/v1/pacts/${pactId}/targets?limit=100`);
  const periods = [...new Set(targets.map(({ period }) => period))].sort();
  const pulled = await Promise.all(
    periods.map((period) => {
      const codes = targets.filter((each) => each.period === period).map(({ indicator }) => indicator);
      const query = `indicator=${[...new Set(codes)].join(',')}&period=${period}&limit=100`;
      return api.list<Figure>(`/v1/pacts/${pactId}/figures?${query}`);
    }),
  );
  return pulled.flat().filter(({ target }) => target !== undefined);
}

interface CardsProps {
  readonly pact: Pact;
  readonly indicators: readonly IndicatorSummary[];
  readonly figures: readonly Figure[];
  readonly goals: readonly Figure[];
  readonly threshold: number;
}

function Cards({ pact, indicators, figures, goals, threshold }: CardsProps) {
  const speech = useSpeech();
  const { words } = speech;
  const [newest] = figures;
  const people = indicators.filter(isAboutPeople);
  const groups = [
    { title: words.people, members: people.filter(({ unit }) => unit !== 'ratio') },
    { title: words.outcomes, members: people.filter(({ unit }) => unit === 'ratio') },
    { title: words.promises, members: indicators.filter((indicator) => !isAboutPeople(indicator)) },
  ].filter(({ members }) => members.length > 0);
  return (
    <>
      <div>
        <h1>{pact.title}</h1>
        <p class="hint">
          {newest
            ? `${words.asOf} ${dayText(newest.asOf, speech)}, ${words.sinceStart}. ${words.coverage}: ${newest.coverage.reported} ${words.of} ${newest.coverage.expected}.`
            : words.noFigures}
        </p>
      </div>
      {groups.map(({ title, members }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul class="cards">
            {members.map((indicator) => (
              <IndicatorCard
                key={indicator.code}
                {...{ pact, indicator, threshold }}
                figure={cellsBy(figures, indicator.code)[0]}
                kinds={cellsBy(figures, indicator.code, 'resourceKind')}
                goals={cellsBy(goals, indicator.code)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
