import fc from 'fast-check';
import { addDays, uuidv7 } from '#kernel';
import type { Database } from '#platform';
import { recordsOf, type Push, type Records } from './records.js';

export const PEOPLE = Array.from({ length: 6 }, () => uuidv7());
export const FIRST = '2025-01-01';

const anyDay = fc.nat(500).map((days) => addDays(FIRST, days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const record = {
  participantId: fc.constantFrom(...PEOPLE),
  confirmedOn: maybe(anyDay),
  deleted: fc.oneof(
    { weight: 5, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
};
const stretch = fc.record({ startedOn: anyDay, days: maybe(fc.nat(200)) }).map(({ startedOn, days }) => ({
  startedOn,
  endedOn: days === undefined ? undefined : addDays(startedOn, days),
}));

const spell = fc
  .record({
    ...record,
    stretch,
    externalId: fc.nat(12).map((index) => `spell-${index}`),
    planned: maybe(fc.nat(200)),
    contract: fc.constantFrom('A.01.00', 'A.02.00', 'C.01.00'),
    employer: maybe(fc.constantFrom('one', 'two')),
    hoursPerWeek: maybe(fc.constantFrom(16, 40)),
  })
  .map(({ stretch: { startedOn, endedOn }, planned, ...rest }) => ({
    ...rest,
    startedOn,
    endedOn,
    plannedEndOn: planned === undefined ? undefined : addDays(startedOn, planned),
  }));
const pathway = fc
  .record({
    ...record,
    stretch,
    externalId: fc.nat(8).map((index) => `pathway-${index}`),
    measureCode: maybe(fc.constantFrom('training', 'housing')),
    exitReason: maybe(fc.constantFrom('completed', 'dropped_out')),
    accessPoint: maybe(fc.constantFrom('pua-1', 'pua-2')),
    entryStatus: maybe(fc.constantFrom('unemployed', 'long_term_unemployed', 'inactive', 'employed')),
  })
  .map(({ stretch: dates, ...rest }) => ({ ...rest, ...dates }));
const participant = fc.record({
  ...record,
  externalId: fc.nat(8).map((index) => `person-${index}`),
  sex: maybe(fc.constantFrom('F', 'M')),
  education: maybe(fc.nat(8)),
  citizenship: maybe(fc.constantFrom('it', 'eu', 'third_country')),
  disability: maybe(fc.boolean()),
  rural: maybe(fc.boolean()),
  birthYear: maybe(fc.integer({ min: 1950, max: 2010 })),
  targetGroups: maybe(fc.subarray(['neet', 'migrant'])),
});
/** Something that happened on a day, under one of a few external ids. */
const onDay = (name: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ ...record, externalId: fc.nat(8).map((index) => `${name}-${index}`), ...fields });
const points = fc.option(fc.integer({ min: 0, max: 6 }));
const assessment = onDay('assessment', {
  onDate: anyDay,
  scale: fc.constantFrom('five-steps', 'other'),
  scaleVersion: fc.constant('1'),
  scores: fc.record({ housing: points, income: points, unheard_of: points }, { requiredKeys: [] }),
});
const status = onDay('status', {
  onDate: anyDay,
  status: fc.constantFrom('employed', 'self_employed', 'searching', 'in_education', 'inactive'),
});
const distinct = { selector: (each: { externalId: string }) => each.externalId, maxLength: 4 };
export const push: fc.Arbitrary<Push> = fc.record({
  source: fc.constantFrom('sil', 'school'),
  receivedAt: anyDay.map((day) => `${day}T09:00:00Z`),
  spells: fc.uniqueArray(spell, distinct),
  pathways: fc.uniqueArray(pathway, distinct),
  participants: fc.uniqueArray(participant, distinct),
  statuses: fc.uniqueArray(status, distinct),
  assessments: fc.uniqueArray(assessment, distinct),
  qualifications: fc.uniqueArray(onDay('qualification', { awardedOn: anyDay }), distinct),
  services: fc.uniqueArray(
    onDay('service', { onDate: anyDay, service: fc.constant('help'), hours: fc.constant(1) }),
    distinct,
  ),
});

const RECORD_TABLES = [
  'participant_record',
  'pathway',
  'employment_spell',
  'labour_status',
  'qualification',
  'assessment',
  'service_delivered',
];

/** A record that changes hands has touched both: intake names them both, so the test does. */
export async function pushNaming(owner: Database, records: Records, given: Push): Promise<void> {
  const owners = await owner.query<{ id: string }>(
    `select distinct participant_id as id from (${RECORD_TABLES.map(
      (table) => `select participant_id, source, external_id from ${table} where pact_id = $1`,
    ).join(' union all ')}) r where source = $2 and external_id = any($3)`,
    [records.pactId, given.source, recordsOf(given).map((each) => each.externalId)],
  );
  await records.push(
    given,
    owners.map((row) => row.id),
  );
}
