import { Flag, Instant, NestedList, OneOf, Text, Uuid } from '#platform';
import { CODE, DESCRIPTION, EntryAnswer, NEW_CODE, SearchQuery, TITLE } from '../entries/entry.dto.js';
import { MOST_LINKS, MOST_NODES } from '../trees/tree.rules.js';

const ROLES = ['core', 'cause', 'effect', 'orphan'] as const;

const IS_CORE = {
  description: 'The problem around which the tree stands. A tree has one; more are reported.',
};
const ROLE = {
  description:
    'By where its links lead: causes lead to a core problem, effects follow from one, orphans do neither.',
};

export class ProblemRequest {
  @Text(NEW_CODE)
  code?: string;

  @Text({ ...TITLE, example: 'Young people leave school without a qualification' })
  title: string;

  @Text(DESCRIPTION)
  description?: string;

  @Flag({ ...IS_CORE, optional: true })
  isCore?: boolean;
}

export class ProblemPatch {
  @Text({ ...TITLE, optional: true })
  title?: string;

  @Text({ ...DESCRIPTION, nullable: true })
  description?: string | null;

  @Flag({ ...IS_CORE, optional: true })
  isCore?: boolean;
}

export class ProblemAnswer extends EntryAnswer {
  @Text(CODE)
  code: string;

  @Text(TITLE)
  title: string;

  @Text(DESCRIPTION)
  description?: string;

  @Flag(IS_CORE)
  isCore: boolean;

  @OneOf(ROLES, ROLE)
  role: (typeof ROLES)[number];

  @Uuid({ optional: true, description: 'The objective that answers it.' })
  objectiveId?: string;
}

export class ProblemListQuery extends SearchQuery {
  @OneOf(ROLES, { optional: true })
  role?: (typeof ROLES)[number];
}

export class ProblemLinkRequest {
  @Uuid()
  causeId: string;

  @Uuid()
  effectId: string;
}

export class ProblemLinkAnswer extends ProblemLinkRequest {
  @Uuid()
  id: string;

  @Instant()
  createdAt: string;
}

class TreeProblem {
  @Text(CODE)
  code: string;

  @Text(TITLE)
  title: string;

  @Text(DESCRIPTION)
  description?: string;

  @Flag({ ...IS_CORE, optional: true })
  isCore?: boolean;
}

class TreeProblemLink {
  @Text({ ...CODE, description: 'The code of the problem that causes.' })
  cause: string;

  @Text({ ...CODE, description: 'The code of the problem that follows.' })
  effect: string;
}

/** The whole tree, by codes: what is read can be sent back. */
export class ProblemTree {
  @NestedList(() => TreeProblem, { maxItems: MOST_NODES })
  problems: TreeProblem[];

  @NestedList(() => TreeProblemLink, { maxItems: MOST_LINKS })
  links: TreeProblemLink[];
}
