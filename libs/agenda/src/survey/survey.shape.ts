import { jsonSql } from '#platform';
import { bodyOf, equals, holds, type EntryShape } from '../entries/entry.shape.js';

const { code, decimal, json, jsonText, optional, text } = jsonSql;

interface Place {
  readonly istatCodes?: readonly string[];
  readonly point?: { readonly latitude: number; readonly longitude: number };
}

interface FoundTerms {
  readonly kind: string;
  readonly text: string;
  readonly place?: Place | null;
  readonly source?: string | null;
  readonly observedOn: string;
  readonly reportedByActorId?: string | null;
}

interface TerritoryTerms extends FoundTerms {
  readonly aspect?: string;
}

const POINT = jsonText({ latitude: decimal('e.latitude'), longitude: decimal('e.longitude') });

/** One of the two is there. */
const PLACE = `case when e.latitude is null then '{"istatCodes":' || to_json(e.istat_codes)::text
  else '{"point":' || ${POINT} end || '}'`;

const FOUND = {
  text: text('e.text'),
  place: optional(json(PLACE)),
  source: optional(text('e.source')),
  observedOn: code('e.observed_on'),
  reportedByActorId: optional(code('e.reported_by_actor_id')),
};

const FILTERS = {
  kind: equals('e.kind'),
  istatCode: (parameter: string) => `(${parameter}::text is null or ${parameter} = any(e.istat_codes))`,
  reportedByActorId: equals('e.reported_by_actor_id', 'uuid'),
  observedFrom: (parameter: string) => `(${parameter}::date is null or e.observed_on >= ${parameter})`,
  q: holds('e.text', 'e.source'),
};

const columnsOf = ({
  kind,
  text: words,
  place,
  source,
  observedOn,
  reportedByActorId,
}: Partial<FoundTerms>) => ({
  kind,
  text: words,
  ...columnsOfPlace(place),
  source,
  observed_on: observedOn,
  reported_by_actor_id: reportedByActorId,
});

const NOWHERE = { istat_codes: null, latitude: null, longitude: null };

/** Municipalities take the place of a point, and a point theirs; whoever names both is told by the table. */
function columnsOfPlace(place: Place | null | undefined): Record<string, unknown> {
  const { istatCodes, point } = place ?? {};
  if (place === undefined || (place !== null && !istatCodes && !point)) return {};
  return { ...NOWHERE, ...(istatCodes && { istat_codes: istatCodes }), ...point };
}

const referencesOf = ({ reportedByActorId: id }: Partial<FoundTerms>) =>
  [{ pointer: '/reportedByActorId', id, to: 'actor' }] as const;

export const SWOT: EntryShape<FoundTerms> = {
  table: 'swot_entry',
  collection: 'swot',
  most: 2_000,
  body: bodyOf({ kind: code('e.kind'), ...FOUND }),
  filters: FILTERS,
  columns: columnsOf,
  references: referencesOf,
};

export const TERRITORY: EntryShape<TerritoryTerms> = {
  table: 'territory_entry',
  collection: 'territory-entries',
  most: 5_000,
  body: bodyOf({ kind: code('e.kind'), aspect: optional(code('e.aspect')), ...FOUND }),
  filters: { ...FILTERS, aspect: equals('e.aspect') },
  columns: ({ aspect, ...found }) => ({ aspect, ...columnsOf(found) }),
  references: referencesOf,
};
