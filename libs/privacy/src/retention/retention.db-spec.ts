import 'reflect-metadata';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { uuidv7 } from '#kernel';
import { createLog, PlatformModule } from '#platform';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { PrivacyModule } from '../privacy.module.js';
import { RetentionService } from './retention.service.js';

const SILENT = createLog('silent');
const PEOPLE = {
  longOver: uuidv7(),
  stillOpen: uuidv7(),
  justOver: uuidv7(),
  silent: uuidv7(),
  recent: uuidv7(),
};
const AGED = `now() - interval '61 months'`;

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe('retention', () => {
  let db: TestDatabase;
  let app: INestApplicationContext;
  let records: Records;
  beforeAll(async () => {
    db = await testDatabase();
    @Module({ imports: [PlatformModule.with(db.settings, SILENT), PrivacyModule] })
    class Application {}
    app = await NestFactory.createApplicationContext(Application, { logger: false, abortOnError: false });
    records = await new Records(db.owner).pact('2015-01-01');
    const spell = { startedOn: '2016-01-01' };
    await records.push({
      source: 'sil',
      pathways: [
        {
          externalId: 'long-over',
          participantId: PEOPLE.longOver,
          startedOn: '2015-02-01',
          endedOn: daysAgo(1_900),
        },
        { externalId: 'still-open', participantId: PEOPLE.stillOpen, startedOn: '2015-02-01' },
        {
          externalId: 'over-once',
          participantId: PEOPLE.stillOpen,
          startedOn: '2015-02-01',
          endedOn: '2016-01-01',
        },
        {
          externalId: 'just-over',
          participantId: PEOPLE.justOver,
          startedOn: '2015-02-01',
          endedOn: daysAgo(1_700),
        },
      ],
      spells: [
        { externalId: 'of-long-over', participantId: PEOPLE.longOver, ...spell },
        { externalId: 'of-silent', participantId: PEOPLE.silent, ...spell },
        { externalId: 'of-recent', participantId: PEOPLE.recent, ...spell },
      ],
    });
    await db.owner.query(`select identity.add($1, $2, 7)`, [
      Object.values(PEOPLE).map((_, index) => Buffer.alloc(32, index)),
      Object.values(PEOPLE),
    ]);
    await age();
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });

  /** Everything that tells its time is set back, but what was heard of one person. */
  async function age(): Promise<void> {
    const { pactId } = records;
    await db.owner.query(`update participant set created_at = ${AGED}`);
    await db.owner.query(
      `update employment_spell set recorded_at = ${AGED} where external_id <> 'of-recent'`,
    );
    await db.owner.query(`update outcome_batch set received_at = ${AGED}, facts_refreshed_at = now()`);
    for (const [at, name] of [
      [AGED, 'old'],
      ['now()', 'new'],
    ] as const) {
      await db.owner.query(
        `insert into outcome_batch_results (pact_id, batch_id, position, rejected, results)
         select pact_id, id, ${at === AGED ? 0 : 1}, 0, '' from outcome_batch`,
      );
      await db.owner.query(
        `insert into record_history values ($1, gen_random_uuid(), 'pathway', gen_random_uuid(), '{}', ${at}, ${at})`,
        [pactId],
      );
      await db.owner.query(
        `insert into quality_finding (pact_id, id, rule, participant_id, record_id, source, external_id, evidence, state,
           changed_at)
         values ($1, gen_random_uuid(), 'r', $2, gen_random_uuid(), 's', 'e', '', 'corrected', ${at}),
           ($1, gen_random_uuid(), 'r', $2, gen_random_uuid(), 's', 'e', '', 'open', ${at})`,
        [pactId, PEOPLE.recent],
      );
      await db.owner.query(
        `insert into case_data_access (pact_id, id, operation, purpose, principal_id, request_id, participants, at)
         values ($1, gen_random_uuid(), $2, '', '', '', '{}', ${at})`,
        [pactId, name],
      );
      await db.owner.query(`insert into idempotency_key values ('someone', $1, 'key', '', '', ${at})`, [
        `/v1/pacts/${pactId}/outcome-batches?${name}`,
      ]);
    }
  }

  const run = async (): Promise<Record<string, number>> => {
    await app.get(RetentionService).run(SILENT);
    const sql = `select removed, identities_left_behind as behind from retention_run order by id desc limit 1`;
    const row = await db.owner.one<{ removed: Record<string, number>; behind: number }>(sql);
    return { ...row?.removed, behind: row?.behind ?? -1 };
  };
  const ids = async (sql: string): Promise<string[]> =>
    (await db.owner.query<{ id: string }>(sql)).map(({ id }) => id).sort();

  it('removes what has been kept long enough, and tells how much', async () => {
    const kept = {
      participants: 2,
      withdrawnRecords: 0,
      history: 1,
      findings: 1,
      batchResults: 2,
      accesses: 1,
      answers: 1,
    };
    expect(await run()).toEqual({ ...kept, behind: 3 });
    const staying = [PEOPLE.stillOpen, PEOPLE.justOver, PEOPLE.recent].sort();
    expect(await ids(`select id from participant`)).toEqual(staying);
    expect(await ids(`select participant_id as id from identity.participant_identity`)).toEqual(staying);
    expect(await ids(`select external_id as id from employment_spell`)).toEqual(['of-recent']);
    expect(await ids(`select operation as id from case_data_access`)).toEqual(['new']);
    expect(await ids(`select state as id from quality_finding`)).toEqual(['corrected', 'open', 'open']);
    expect(await db.owner.query(`select from idempotency_key`)).toHaveLength(1);
    expect(await ids(`select unnest(participants) as id from outcome_batch`)).toEqual([]);
  });

  it('finds nothing to do the second time', async () => {
    const { behind: _, ...removed } = await run();
    expect(Object.values(removed)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('cannot be asked to remove notes of who looked before a year has passed', async () => {
    await db.owner.query(`update case_data_access set at = now() - interval '11 months'`);
    const pact = db.database.in(records.pactId);
    expect(await pact.query(`select expire_accesses(now()) as count`)).toEqual([{ count: 0 }]);
    await expect(pact.query(`delete from case_data_access`)).rejects.toMatchObject({ code: '42501' });
    await expect(pact.query(`update case_data_access set at = now()`)).rejects.toMatchObject({
      code: '42501',
    });
  });
});
