import { jsonSql } from '#platform';
import { bodyOf, equals, holds, type EntryShape } from '../entries/entry.shape.js';

const { code, json, jsonText, optional, text } = jsonSql;

/** What is said in Italian, and perhaps in English too. */
interface InWords {
  readonly it?: string;
  readonly en?: string | null;
}

interface PillarTerms {
  readonly code?: string;
  readonly title: InWords;
}

interface ResultTerms {
  readonly code?: string;
  readonly pillarId: string;
  readonly objectiveId?: string | null;
  readonly text: InWords;
}

const inWords = (column: string) =>
  json(jsonText({ it: text(`e.${column}_it`), en: optional(text(`e.${column}_en`)) }));

export const PILLAR: EntryShape<PillarTerms> = {
  table: 'pillar',
  collection: 'pillars',
  letters: 'A',
  most: 100,
  body: bodyOf({ code: code('e.code'), title: inWords('title') }),
  filters: { q: holds('e.code', 'e.title_it', 'e.title_en') },
  columns: ({ title }) => ({ title_it: title?.it, title_en: title?.en }),
};

export const RESULT: EntryShape<ResultTerms> = {
  table: 'expected_result',
  collection: 'results',
  letters: 'R',
  most: 1_000,
  body: bodyOf({
    code: code('e.code'),
    pillarId: code('e.pillar_id'),
    objectiveId: optional(code('e.objective_id')),
    text: inWords('text'),
  }),
  filters: {
    pillarId: equals('e.pillar_id', 'uuid'),
    objectiveId: equals('e.objective_id', 'uuid'),
    q: holds('e.code', 'e.text_it', 'e.text_en'),
  },
  columns: ({ pillarId, objectiveId, text: words }) => ({
    pillar_id: pillarId,
    objective_id: objectiveId,
    text_it: words?.it,
    text_en: words?.en,
  }),
  references: ({ pillarId, objectiveId }) => [
    { pointer: '/pillarId', id: pillarId, to: 'pillar' },
    { pointer: '/objectiveId', id: objectiveId, to: 'objective' },
  ],
};
