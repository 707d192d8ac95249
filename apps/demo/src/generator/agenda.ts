import { addDays, type Day } from '#kernel';
import {
  CORE,
  foundIn,
  ROOTS,
  STAKEHOLDERS,
  STRATEGIES,
  SWOT,
  TRUNK,
  type ProblemText,
} from './agenda-texts.js';
import { Random } from './random.js';
import type { Territory } from './territories.js';

interface EntryPlan {
  readonly kind: string;
  readonly text: string;
  readonly observedOn: Day;
}

export interface FoundPlan extends EntryPlan {
  readonly aspect?: string;
  readonly place: { readonly istatCodes: readonly string[] };
  readonly source: string;
  readonly reporterKey: string;
}

export interface StakeholderPlan {
  readonly name: string;
  readonly actorKey?: string;
  /** The first is told with the name. */
  readonly stances: readonly Stance[];
  /** With the objective that answers this problem. */
  readonly alignments: readonly { readonly problem: string; readonly level: number; readonly heldOn: Day }[];
}

interface Stance {
  readonly interest: number;
  readonly influence: number;
  readonly position: string;
  readonly heldOn: Day;
}

/** Why a pact is made: problems, and objectives that are derived from them and then worded. */
export interface AgendaPlan {
  readonly tree: {
    readonly problems: readonly { readonly code: string; readonly title: string; readonly isCore: boolean }[];
    readonly links: readonly { readonly cause: string; readonly effect: string }[];
  };
  readonly strategies: typeof STRATEGIES;
  /** By the code of the problem. */
  readonly wordings: ReadonlyMap<string, { readonly title: string; readonly strategy: string }>;
  readonly swot: readonly EntryPlan[];
  readonly found: readonly FoundPlan[];
  readonly stakeholders: readonly StakeholderPlan[];
}

interface Setting {
  readonly seed: number;
  readonly territory: Territory;
  readonly startsOn: Day;
  readonly horizon: Day;
}

const ROOT_SHARE = 0.75;
const YEAR = 365;

export function generateAgenda({ seed, territory, startsOn, horizon }: Setting): AgendaPlan {
  const random = Random.of(seed, 'agenda', territory.code);
  const texts = [...TRUNK, ...ROOTS.filter(() => random.chance(ROOT_SHARE))];
  return {
    tree: treeOf(texts),
    strategies: STRATEGIES,
    wordings: new Map(texts.flatMap(wordingOf)),
    swot: SWOT.map(([kind, text]) => ({ kind, text, observedOn: addDays(startsOn, -random.whole(10, 90)) })),
    found: foundIn(territory).map(([kind, aspect, desk, text]) => ({
      kind,
      ...(aspect && { aspect }),
      text,
      place: { istatCodes: territory.municipalities },
      source: 'Incontri preparatori del patto',
      observedOn: addDays(startsOn, -random.whole(10, 90)),
      reporterKey: `${territory.code}/${desk}`,
    })),
    stakeholders: STAKEHOLDERS.map(({ name, desk, interest, influence, positions, aligned }) => {
      const years = positions.map((_, year) => addDays(startsOn, year * YEAR)).filter((on) => on <= horizon);
      return {
        name: `${name} – ${territory.name}`,
        ...(desk && { actorKey: `${territory.code}/${desk}` }),
        stances: years.map((heldOn, year) => ({
          interest,
          influence,
          position: positions[year]!,
          heldOn,
        })),
        alignments: years.map((heldOn, year) => ({
          problem: aligned.with,
          level: aligned.levels[year]!,
          heldOn,
        })),
      };
    }),
  };
}

function treeOf(texts: readonly ProblemText[]): AgendaPlan['tree'] {
  return {
    problems: texts.map(({ code, title }) => ({ code, title, isCore: code === CORE })),
    links: texts.flatMap(({ code, causes }) => causes.map((effect) => ({ cause: code, effect }))),
  };
}

function wordingOf({
  code,
  objective,
  strategy,
}: ProblemText): [string, { title: string; strategy: string }][] {
  return objective && strategy ? [[code, { title: objective, strategy }]] : [];
}
