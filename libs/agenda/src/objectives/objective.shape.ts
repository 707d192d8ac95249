import { jsonSql } from '#platform';
import { bodyOf, equals, holds, type EntryShape } from '../entries/entry.shape.js';
import { MOST_NODES } from '../trees/tree.rules.js';

const { code, optional, text } = jsonSql;

interface ObjectiveTerms {
  readonly code?: string;
  readonly title: string;
  readonly description?: string | null;
  readonly problemId?: string | null;
  readonly strategyId?: string | null;
}

export const OBJECTIVE: EntryShape<ObjectiveTerms> = {
  table: 'objective',
  collection: 'objectives',
  letters: 'O',
  most: MOST_NODES,
  tree: 'objective',
  body: bodyOf({
    code: code('e.code'),
    title: text('e.title'),
    description: optional(text('e.description')),
    wording: code('e.wording'),
    problemId: optional(code('e.problem_id')),
    strategyId: optional(code('e.strategy_id')),
  }),
  filters: {
    problemId: equals('e.problem_id', 'uuid'),
    strategyId: equals('e.strategy_id', 'uuid'),
    wording: equals('e.wording'),
    q: holds('e.code', 'e.title', 'e.description'),
  },
  // Whoever gives it a title has found words of its own.
  columns: ({ title, description, problemId, strategyId }) => ({
    title,
    description,
    wording: title === undefined ? undefined : 'own',
    problem_id: problemId,
    strategy_id: strategyId,
  }),
  references: ({ problemId, strategyId }) => [
    { pointer: '/problemId', id: problemId, to: 'problem' },
    { pointer: '/strategyId', id: strategyId, to: 'strategy' },
  ],
};

interface StrategyTerms {
  readonly code?: string;
  readonly title: string;
  readonly description?: string | null;
  readonly horizon: string;
  readonly untilOn?: string | null;
}

export const STRATEGY: EntryShape<StrategyTerms> = {
  table: 'strategy',
  collection: 'strategies',
  letters: 'S',
  most: 200,
  body: bodyOf({
    code: code('e.code'),
    title: text('e.title'),
    description: optional(text('e.description')),
    horizon: code('e.horizon'),
    untilOn: optional(code('e.until_on')),
  }),
  filters: { horizon: equals('e.horizon'), q: holds('e.code', 'e.title', 'e.description') },
  columns: ({ title, description, horizon, untilOn }) => ({ title, description, horizon, until_on: untilOn }),
};
