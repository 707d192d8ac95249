import { jsonSql } from '#platform';
import { bodyOf, equals, holds, type EntryShape } from '../entries/entry.shape.js';
import { MOST_NODES } from '../trees/tree.rules.js';

const { code, optional, scalar, text } = jsonSql;

interface ProblemTerms {
  readonly code?: string;
  readonly title: string;
  readonly description?: string | null;
  readonly isCore?: boolean;
}

/** What leads to a core problem of the pact $1, and what follows from one: each with the core itself. */
export const AROUND_CORES = `
  with recursive cause (id) as (
    select id from problem where pact_id = $1 and is_core
    union
    select l.cause_id from problem_link l join cause on l.effect_id = cause.id where l.pact_id = $1),
  effect (id) as (
    select id from problem where pact_id = $1 and is_core
    union
    select l.effect_id from problem_link l join effect on l.cause_id = effect.id where l.pact_id = $1)`;

/** It neither leads to a core nor follows from one. */
export const isOrphan = (problem: string): string =>
  `${problem}.id not in (select id from cause) and ${problem}.id not in (select id from effect)`;

/** A problem between two cores is a cause: there is something to be done about it. */
const ROLE = `case when e.is_core then 'core' when ${isOrphan('e')} then 'orphan'
  when e.id in (select id from cause) then 'cause' else 'effect' end`;

export const PROBLEM: EntryShape<ProblemTerms> = {
  table: 'problem',
  collection: 'problems',
  letters: 'P',
  most: MOST_NODES,
  tree: 'problem',
  before: AROUND_CORES,
  body: bodyOf({
    code: code('e.code'),
    title: text('e.title'),
    description: optional(text('e.description')),
    isCore: scalar('e.is_core'),
    role: code(ROLE),
    objectiveId: optional(
      code('(select o.id from objective o where o.pact_id = e.pact_id and o.problem_id = e.id)'),
    ),
  }),
  filters: { role: equals(ROLE), q: holds('e.code', 'e.title', 'e.description') },
  columns: ({ title, description, isCore }) => ({ title, description, is_core: isCore }),
};
