import type { Api } from './api.js';
import type { Pact } from './api.types.js';
import { Comparison } from './comparison.js';
import { ErrorNote } from './error-note.js';
import { named } from './figures.rules.js';
import { useSpeech } from './language.js';
import { useLoaded, useTicks } from './loaded.js';
import { PactBoard } from './pact-board.js';
import { addressOf, usePlace, type Place } from './place.js';

interface Props {
  readonly api: Api;
  readonly onSignOut: () => void;
}

/** The pacts of this key, and the one that is chosen. */
export function Board({ api, onSignOut }: Props) {
  const { words } = useSpeech();
  const [ticks, refresh] = useTicks();
  const place = usePlace();
  const { value: pacts, error } = useLoaded(() => api.list<Pact>('/v1/pacts?limit=100'), [api, ticks]);
  return (
    <main id="main" tabIndex={-1}>
      {error && <Refused error={error} onSignOut={onSignOut} />}
      {!pacts && !error && <p role="status">{words.loading}</p>}
      {pacts && <ChosenPact {...{ api, pacts, place, ticks, refresh }} />}
    </main>
  );
}

interface ChosenProps {
  readonly api: Api;
  readonly pacts: readonly Pact[];
  readonly place: Place;
  readonly ticks: number;
  readonly refresh: () => void;
}

function ChosenPact({ api, pacts, place, ticks, refresh }: ChosenProps) {
  const { words } = useSpeech();
  const pact = pacts.find(({ id }) => id === place.pactId) ?? pacts[0];
  if (!pact) return <p>{words.noPacts}</p>;
  if (place.isComparison)
    return <Comparison {...{ api, pacts, ticks }} {...(place.code && { code: place.code })} />;
  return (
    <>
      <div class="choice">
        <PactChoice pacts={pacts} pact={pact} />
        <button type="button" onClick={refresh}>
          {words.refresh}
        </button>
        {pacts.length > 1 && (
          <a class="beside" href={addressOf({ isComparison: true, ...(place.code && { code: place.code }) })}>
            {words.compare}
          </a>
        )}
      </div>
      <PactBoard key={pact.id} {...{ api, pact, ticks }} {...(place.code && { code: place.code })} />
    </>
  );
}

function PactChoice({ pacts, pact }: { readonly pacts: readonly Pact[]; readonly pact: Pact }) {
  const { words } = useSpeech();
  const sorted = pacts.toSorted((one, other) => one.title.localeCompare(other.title));
  return (
    <div class="field grow">
      <label for="pact">
        {words.pact} ({named(words.states, pact.state)})
      </label>
      <select
        id="pact"
        value={pact.id}
        onChange={(event) => {
          location.hash = addressOf({ pactId: event.currentTarget.value });
        }}
      >
        {sorted.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

function Refused({ error, onSignOut }: Pick<Props, 'onSignOut'> & Parameters<typeof ErrorNote>[0]) {
  const { words } = useSpeech();
  return (
    <>
      <ErrorNote error={error} />
      {error.problem?.status === 401 && (
        <button type="button" onClick={onSignOut}>
          {words.signIn}
        </button>
      )}
    </>
  );
}
