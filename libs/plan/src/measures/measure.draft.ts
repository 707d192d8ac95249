import { changedTitle } from '../titles.js';
import type { MeasurePatch, MeasureRequest } from './measure.dto.js';
import type { KnownTerms } from './measures.queries.js';
import type { Links } from './measures.store.js';

const UNSAID: KnownTerms = {
  titleIt: '',
  titleEn: null,
  description: null,
  pillarId: null,
  expectedResultId: null,
  startsOn: null,
  endsOn: null,
  durationMonths: null,
  budgetCents: null,
  responsibleUnitId: null,
  instrument: null,
  targetGroups: [],
};

/** What a new measure says of itself. */
export const termsOf = (request: MeasureRequest): KnownTerms => merged(UNSAID, request);

/** The measure with the patch merged into it: what the patch does not name stays, null takes away. */
export function merged(known: KnownTerms, patch: MeasurePatch): KnownTerms {
  const { title } = patch;
  const { titleIt, titleEn } = known;
  const { it, en } = changedTitle({ it: titleIt, ...(titleEn !== null && { en: titleEn }) }, title);
  const given = Object.fromEntries(
    Object.entries(patch).filter(([name, value]) => name in UNSAID && value !== undefined),
  );
  return { ...known, ...given, titleIt: it, titleEn: en ?? null };
}

export const linksOf = ({
  objectiveIds,
  indicators,
  cells,
}: Omit<MeasureRequest, 'code'> | MeasurePatch): Links => ({
  ...(objectiveIds && { objectiveIds }),
  ...(indicators && { indicators }),
  ...(cells && { cells }),
});
