import { Instant, NestedList, OneOf, OptionalBody, Text, Uuid, UuidList, Whole } from '#platform';
import { CODE, DESCRIPTION, EntryAnswer, NEW_CODE, SearchQuery, TITLE } from '../entries/entry.dto.js';
import { MOST_LINKS, MOST_NODES } from '../trees/tree.rules.js';

const WORDINGS = ['derived', 'own'] as const;
type Wording = (typeof WORDINGS)[number];

const PROBLEM_ID = { optional: true, description: 'The problem it answers; no other objective does.' };
const STRATEGY_ID = { optional: true, description: 'The strategy it belongs to.' };
const WORDING = { description: 'derived: its title is that of its problem, and waits for words of its own.' };

export class ObjectiveRequest {
  @Text(NEW_CODE)
  code?: string;

  @Text({ ...TITLE, example: 'Young people leave school with a qualification' })
  title: string;

  @Text(DESCRIPTION)
  description?: string;

  @Uuid(PROBLEM_ID)
  problemId?: string;

  @Uuid(STRATEGY_ID)
  strategyId?: string;
}

export class ObjectivePatch {
  @Text({ ...TITLE, optional: true })
  title?: string;

  @Text({ ...DESCRIPTION, nullable: true })
  description?: string | null;

  @Uuid({ ...PROBLEM_ID, nullable: true })
  problemId?: string | null;

  @Uuid({ ...STRATEGY_ID, nullable: true })
  strategyId?: string | null;
}

export class ObjectiveAnswer extends EntryAnswer {
  @Text(CODE)
  code: string;

  @Text(TITLE)
  title: string;

  @Text(DESCRIPTION)
  description?: string;

  @OneOf(WORDINGS, WORDING)
  wording: Wording;

  @Uuid(PROBLEM_ID)
  problemId?: string;

  @Uuid(STRATEGY_ID)
  strategyId?: string;
}

export class ObjectiveListQuery extends SearchQuery {
  @Uuid({ optional: true })
  problemId?: string;

  @Uuid({ optional: true })
  strategyId?: string;

  @OneOf(WORDINGS, { optional: true })
  wording?: Wording;
}

export class ObjectiveLinkRequest {
  @Uuid()
  meansId: string;

  @Uuid()
  endId: string;
}

export class ObjectiveLinkAnswer extends ObjectiveLinkRequest {
  @Uuid()
  id: string;

  @Instant()
  createdAt: string;
}

class TreeObjective {
  @Text(CODE)
  code: string;

  @Text(TITLE)
  title: string;

  @Text(DESCRIPTION)
  description?: string;

  @OneOf(WORDINGS, { ...WORDING, optional: true })
  wording?: Wording;

  @Text({ ...CODE, optional: true, description: 'The code of the problem it answers.' })
  problem?: string;

  @Text({ ...CODE, optional: true, description: 'The code of its strategy.' })
  strategy?: string;
}

class TreeObjectiveLink {
  @Text({ ...CODE, description: 'The code of the objective that is the means.' })
  means: string;

  @Text({ ...CODE, description: 'The code of the objective that is the end.' })
  end: string;
}

/** The whole tree, by codes: what is read can be sent back. */
export class ObjectiveTree {
  @NestedList(() => TreeObjective, { maxItems: MOST_NODES })
  objectives: TreeObjective[];

  @NestedList(() => TreeObjectiveLink, { maxItems: MOST_LINKS })
  links: TreeObjectiveLink[];
}

@OptionalBody()
export class DerivationRequest {
  @UuidList({ maxItems: MOST_NODES, minItems: 1, optional: true, description: 'All of them unless told.' })
  problemIds?: string[];
}

const COUNT = { min: 0, max: MOST_NODES + MOST_LINKS };

export class DerivationAnswer {
  @Whole({ ...COUNT, description: 'Objectives that were made.' })
  derived: number;

  @Whole({ ...COUNT, description: 'Problems that had an objective already.' })
  known: number;

  @Whole({ ...COUNT, description: 'Links between objectives that were made after those between problems.' })
  linked: number;
}
