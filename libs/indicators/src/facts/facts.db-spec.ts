import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { FIRST, PEOPLE, push, pushNaming } from '../../../../test/support/histories.js';
import { Records, type Push } from '../../../../test/support/records.js';
import { uuidv7 } from '#kernel';
import { ANCHORS, completeSettings, RETENTION_RULES } from '../settings/indicator-settings.rules.js';
import { FactsService } from './facts.service.js';

const SETTINGS = completeSettings();

let db: TestDatabase;
let facts: FactsService;
beforeAll(async () => {
  db = await testDatabase();
  facts = new FactsService(db.database);
});
afterAll(() => db.close());

const FACTS = ['fact_pathway', 'fact_employment', 'fact_activity', 'fact_progression', 'fact_source'];

/** Every row of every fact, as PostgreSQL writes it. */
async function stored(pactId: string): Promise<unknown[]> {
  const tables: unknown[] = [];
  for (const table of FACTS) {
    tables.push(
      await db.owner.query(`select f::text from ${table} f where pact_id = $1 order by f::text collate "C"`, [
        pactId,
      ]),
    );
  }
  return tables;
}

describe('the facts of a pact', () => {
  it('are the same whether kept up with each batch or rebuilt in full', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(push, { minLength: 1, maxLength: 8 }), async (pushes) => {
        const records = await new Records(db.owner).pact(FIRST);
        for (const each of pushes) {
          await pushNaming(db.owner, records, each);
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
        for (const each of pushes) await pushNaming(db.owner, records, each);
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

describe('the day up to which a source has confirmed', () => {
  const CONFIRMED = '2025-09-30';
  const of = (fields: object) => ({
    externalId: 'x',
    participantId: uuidv7(),
    confirmedOn: CONFIRMED,
    ...fields,
  });
  const reading = { scale: 'matrix', scaleVersion: '1', scores: { income: 1 } };

  it.each<[keyof Push, object]>([
    ['participants', {}],
    ['pathways', { startedOn: '2025-02-01' }],
    ['spells', { startedOn: '2025-02-01' }],
    ['statuses', { onDate: '2025-02-01', status: 'inactive' }],
    ['qualifications', { awardedOn: '2025-02-01' }],
    ['assessments', { onDate: '2025-02-01', ...reading }],
    ['services', { onDate: '2025-02-01', service: 'orientation', hours: 1 }],
  ])('is moved by its %s, and decides how far its jobs are known to last', async (list, fields) => {
    const records = await new Records(db.owner).pact(FIRST);
    const person = uuidv7();
    await records.push({
      source: 'sil',
      receivedAt: '2025-06-30T10:00:00Z',
      pathways: [{ externalId: 'w', participantId: person, startedOn: '2025-02-01' }],
      spells: [{ externalId: 'e', participantId: person, startedOn: '2025-03-01' }],
    });
    const refreshed = async () => {
      await db.database.transaction(() => facts.refresh(records.pactId, SETTINGS));
      const [row] = await db.owner.query<{ cutoff: string; known: string }>(
        `select s.cutoff, e.cutoff as known from fact_source s join fact_employment e on e.pact_id = s.pact_id
         where s.pact_id = $1 and s.source = 'sil' and e.participant_id = $2`,
        [records.pactId, person],
      );
      return row;
    };
    expect(await refreshed()).toEqual({ cutoff: '2025-06-30', known: '2025-06-30' });
    await records.push({ source: 'another', [list]: [of(fields)] });
    expect(await refreshed()).toEqual({ cutoff: '2025-06-30', known: '2025-06-30' });
    await records.push({ source: 'sil', receivedAt: '2025-07-01T10:00:00Z', [list]: [of(fields)] });
    expect(await refreshed()).toEqual({ cutoff: CONFIRMED, known: CONFIRMED });
  });
});
