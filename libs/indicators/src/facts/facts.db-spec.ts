import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records, type Push } from '../../../../test/support/records.js';
import { addDays, uuidv7 } from '#kernel';
import { ANCHORS, completeSettings, RETENTION_RULES } from '../settings/indicator-settings.rules.js';
import { FactsService } from './facts.service.js';

const PEOPLE = Array.from({ length: 6 }, () => uuidv7());
const FIRST = '2025-01-01';
const SETTINGS = completeSettings();

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
  })
  .map(({ stretch: dates, ...rest }) => ({ ...rest, ...dates }));
const participant = fc.record({
  ...record,
  externalId: fc.nat(8).map((index) => `person-${index}`),
  sex: maybe(fc.constantFrom('F', 'M')),
  birthYear: maybe(fc.integer({ min: 1950, max: 2010 })),
  targetGroups: maybe(fc.subarray(['neet', 'migrant'])),
});
const distinct = { selector: (each: { externalId: string }) => each.externalId, maxLength: 4 };
const push: fc.Arbitrary<Push> = fc.record({
  source: fc.constantFrom('sil', 'school'),
  receivedAt: anyDay.map((day) => `${day}T09:00:00Z`),
  spells: fc.uniqueArray(spell, distinct),
  pathways: fc.uniqueArray(pathway, distinct),
  participants: fc.uniqueArray(participant, distinct),
});

let db: TestDatabase;
let facts: FactsService;
beforeAll(async () => {
  db = await testDatabase();
  facts = new FactsService(db.database);
});
afterAll(() => db.close());

/** A record that changes hands has touched both: intake names them both, so the test does. */
async function pushNaming(records: Records, given: Push): Promise<void> {
  const owners = await db.owner.query<{ id: string }>(
    `select distinct participant_id as id from (
       select participant_id, source, external_id from employment_spell where pact_id = $1
       union all select participant_id, source, external_id from pathway where pact_id = $1
       union all select participant_id, source, external_id from participant_record where pact_id = $1) r
     where source = $2 and external_id = any($3)`,
    [
      records.pactId,
      given.source,
      [...(given.spells ?? []), ...(given.pathways ?? []), ...(given.participants ?? [])].map(
        (each) => each.externalId,
      ),
    ],
  );
  await records.push(
    given,
    owners.map((row) => row.id),
  );
}

async function stored(pactId: string): Promise<unknown[]> {
  const pathways = await db.owner.query(`select * from fact_pathway where pact_id = $1 order by id`, [
    pactId,
  ]);
  const jobs = await db.owner.query(`select * from fact_employment where pact_id = $1 order by pathway_id`, [
    pactId,
  ]);
  const sources = await db.owner.query(`select * from fact_source where pact_id = $1 order by source`, [
    pactId,
  ]);
  return [pathways, jobs, sources];
}

describe('the facts of a pact', () => {
  it('are the same whether kept up with each batch or rebuilt in full', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(push, { minLength: 1, maxLength: 8 }), async (pushes) => {
        const records = await new Records(db.owner).pact(FIRST);
        for (const each of pushes) {
          await pushNaming(records, each);
          await db.database.transaction(() => facts.refresh(records.pactId, SETTINGS));
        }
        const kept = await stored(records.pactId);
        await db.database.transaction(() => facts.rebuild(records.pactId, SETTINGS));
        expect(kept).toEqual(await stored(records.pactId));
      }),
      { numRuns: 40 },
    );
  });

  it('follow the settings: another rule gives what a rebuild under it gives', async () => {
    const settings = fc
      .record({
        rule: fc.constantFrom(...RETENTION_RULES),
        anchor: fc.constantFrom(...ANCHORS),
        gapDays: fc.nat(40),
      })
      .map((retention) => completeSettings({ retention }));
    await fc.assert(
      fc.asyncProperty(fc.array(push, { minLength: 2, maxLength: 4 }), settings, async (pushes, chosen) => {
        const records = await new Records(db.owner).pact(FIRST);
        for (const each of pushes) await pushNaming(records, each);
        await db.database.transaction(() => facts.refresh(records.pactId, SETTINGS));
        await db.database.transaction(() => facts.refresh(records.pactId, chosen));
        const kept = await stored(records.pactId);
        await db.database.transaction(() => facts.rebuild(records.pactId, chosen));
        expect(kept).toEqual(await stored(records.pactId));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the pathway of a participant', () => {
  it('keeps the first start and the final exit over re-entries into one measure', async () => {
    const [one = ''] = PEOPLE;
    const records = await new Records(db.owner).pact(FIRST);
    await records.push({
      source: 'sil',
      participants: [
        { externalId: 'a', participantId: one, sex: 'F', birthYear: 1996, confirmedOn: '2025-01-01' },
        {
          externalId: 'b',
          participantId: one,
          birthYear: 1995,
          targetGroups: ['neet'],
          confirmedOn: '2025-06-01',
        },
      ],
      pathways: [
        {
          externalId: '1',
          participantId: one,
          startedOn: '2025-01-10',
          endedOn: '2025-02-10',
          exitReason: 'dropped_out',
        },
        {
          externalId: '2',
          participantId: one,
          startedOn: '2025-05-01',
          endedOn: '2025-09-01',
          exitReason: 'completed',
        },
        { externalId: '3', participantId: one, startedOn: '2025-03-01', measureCode: 'housing' },
      ],
      spells: [
        { externalId: 's', participantId: one, startedOn: '2025-02-01', contract: 'C.01.00' },
        { externalId: 't', participantId: one, startedOn: '2025-04-01' },
      ],
    });
    await db.database.transaction(() => facts.refresh(records.pactId, SETTINGS));
    const rows = await db.owner.query(
      `select started_on, ended_on, exit_reason, first_job_on, sex, age_group, target_groups
       from fact_pathway where pact_id = $1 order by started_on`,
      [records.pactId],
    );
    const person = { sex: 'F', age_group: '30-54', target_groups: ['neet'], first_job_on: '2025-04-01' };
    expect(rows).toEqual([
      { started_on: '2025-01-10', ended_on: '2025-09-01', exit_reason: 'completed', ...person },
      { started_on: '2025-03-01', ended_on: null, exit_reason: null, ...person },
    ]);
  });
});
