import type { Api } from './api.js';
import type { Figure, IndicatorSettings, IndicatorSummary, Pact } from './api.types.js';
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
  const { indicators, figures, threshold } = value;
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
        />
      ) : (
        <Cards {...{ pact, indicators, figures, threshold }} />
      )}
    </>
  );
}

async function load(api: Api, pactId: string) {
  const [indicators, figures, settings] = await Promise.all([
    api.list<IndicatorSummary>('/v1/indicators?limit=100'),
    // By kind of resource too: quantities of different kinds have no total.
    api.list<Figure>(`/v1/pacts/${pactId}/figures?period=since-start&by=resourceKind&limit=100`),
    api.get<IndicatorSettings>(`/v1/pacts/${pactId}/indicator-settings`),
  ]);
  return { indicators: inReadingOrder(indicators), figures, threshold: settings.disclosureThreshold };
}

interface CardsProps {
  readonly pact: Pact;
  readonly indicators: readonly IndicatorSummary[];
  readonly figures: readonly Figure[];
  readonly threshold: number;
}

function Cards({ pact, indicators, figures, threshold }: CardsProps) {
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
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
