import { uuidv7 } from '#kernel';
import { createLog } from '#platform';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records, type Push } from '../../../../test/support/records.js';
import { RULE_CODES } from '../rules/index.js';
import { QualityCheck } from './quality-check.js';

const TODAY = '2026-03-31';

interface Found {
  readonly rule: string;
  readonly record: string;
  readonly other: string | null;
  readonly state: string;
}

describe('the check of data quality', () => {
  let db: TestDatabase;
  let quality: QualityCheck;
  beforeAll(async () => {
    db = await testDatabase();
    quality = new QualityCheck(db.database, createLog('silent'));
  });
  afterAll(() => db.close());

  const pact = () => new Records(db.owner).pact('2025-01-01');
  const findings = ({ pactId }: Records): Promise<Found[]> =>
    db.owner.query<Found>(
      `select rule, external_id as record, other_external_id as other, state from quality_finding
       where pact_id = $1 order by rule, external_id`,
      [pactId],
    );
  const open = async (records: Records) =>
    (await findings(records)).filter(({ state }) => state === 'open').map(({ rule }) => rule);
  const settle = ({ pactId }: Records, state: string) =>
    db.owner.query(`update quality_finding set state = $2 where pact_id = $1`, [pactId, state]);

  /** What breaks each rule, with the person `p`, and the least change after which it does not. */
  const CASES: readonly [rule: string, broken: (p: string) => Omit<Push, 'source'>, mended: object][] = [
    [
      'pathway-before-birth',
      (p) => ({ ...born(p), pathways: [pathway(p, { startedOn: '1989-12-31', endedOn: '1990-02-01' })] }),
      { pathways: { startedOn: '1990-01-01' } },
    ],
    [
      'employment-before-birth',
      (p) => ({ ...born(p), spells: [{ ...of(p, 'e'), startedOn: '1985-05-01' }] }),
      { spells: { startedOn: '2005-05-01' } },
    ],
    [
      'labour-status-before-birth',
      (p) => ({ ...born(p), statuses: [{ ...of(p, 's'), onDate: '1989-01-01', status: 'inactive' }] }),
      { statuses: { onDate: '1991-01-01' } },
    ],
    [
      'qualification-before-birth',
      (p) => ({ ...born(p), qualifications: [{ ...of(p, 'q'), awardedOn: '1980-01-01' }] }),
      { qualifications: { awardedOn: '2010-01-01' } },
    ],
    [
      'assessment-before-birth',
      (p) => ({ ...born(p), assessments: [{ ...of(p, 'a'), ...READING, onDate: '1980-01-01' }] }),
      { assessments: { onDate: '2025-01-01' } },
    ],
    [
      'service-before-birth',
      (p) => ({ ...born(p), services: [{ ...of(p, 'v'), service: 'x', hours: 1, onDate: '1980-01-01' }] }),
      { services: { onDate: '2025-01-01' } },
    ],
    [
      'birth-years-differ',
      (p) => ({
        participants: [
          { ...of(p, 'b1'), birthYear: 1990 },
          { ...of(p, 'b2'), birthYear: 1991 },
        ],
      }),
      { participants: { birthYear: 1990 } },
    ],
    [
      'employment-in-the-future',
      (p) => ({ spells: [{ ...of(p, 'e'), startedOn: '2026-04-01' }] }),
      { spells: { startedOn: '2026-03-31' } },
    ],
    [
      'pathway-in-the-future',
      (p) => ({ pathways: [pathway(p, { startedOn: '2026-04-01' })] }),
      { pathways: { startedOn: TODAY } },
    ],
    [
      'two-open-pathways',
      (p) => ({
        pathways: [
          pathway(p, { externalId: 'w1', measureCode: 'm' }),
          pathway(p, { externalId: 'w2', measureCode: 'm' }),
        ],
      }),
      { pathways: { measureCode: 'n' } },
    ],
  ];

  it.each(CASES)('finds %s, until it is mended', async (rule, broken, mended) => {
    const records = await pact();
    const wrong = { source: 'a', ...broken(uuidv7()) } as Push;
    await records.push(wrong);
    await quality.checkAll(records.pactId, TODAY);
    expect(await open(records)).toEqual([rule]);
    const [[list, change]] = Object.entries(mended) as [[keyof Push, object]];
    const last = (wrong[list] as readonly object[]).at(-1);
    await records.push({ source: 'a', [list]: [{ ...last, ...change }] });
    await quality.checkAll(records.pactId, TODAY);
    expect(await findings(records)).toMatchObject([{ rule, state: 'corrected' }]);
  });

  it('finds a closed pathway without an end', async () => {
    const records = await pact();
    await records.push({ source: 'a', pathways: [pathway(uuidv7())] });
    await db.owner.query(`update pathway set phase = 'closed' where pact_id = $1`, [records.pactId]);
    await quality.checkAll(records.pactId, TODAY);
    expect(await open(records)).toEqual(['closed-without-end']);
    await db.owner.query(`update pathway set ended_on = '2026-01-01' where pact_id = $1`, [records.pactId]);
    await quality.checkAll(records.pactId, TODAY);
    expect(await open(records)).toEqual([]);
  });

  it('is tried with every rule', () => {
    expect([...CASES.map(([rule]) => rule), 'closed-without-end'].sort()).toEqual([...RULE_CODES].sort());
  });

  it('says nothing of withdrawn records, of other pacts or of other people', async () => {
    const [records, others] = [await pact(), await pact()];
    const person = uuidv7();
    await records.push({ source: 'a', ...born(person) });
    await others.push({ source: 'a', spells: [{ ...of(person, 'e'), startedOn: '1980-01-01' }] });
    await records.push({
      source: 'a',
      spells: [
        { ...of(uuidv7(), 'e1'), startedOn: '1980-01-01' },
        { ...of(person, 'e2'), startedOn: '1980-01-01', deleted: true },
      ],
    });
    await quality.checkAll(records.pactId, TODAY);
    await quality.checkAll(others.pactId, TODAY);
    expect([...(await findings(records)), ...(await findings(others))]).toEqual([]);
  });

  it('looks after a push at the people it touched alone, and by night at everybody', async () => {
    const records = await pact();
    await records.push({ source: 'a', spells: [{ ...of(uuidv7(), 'e1'), startedOn: '2100-01-01' }] });
    await db.owner.query(`update outcome_batch set quality_checked_at = now() where pact_id = $1`, [
      records.pactId,
    ]);
    await records.push({ source: 'a', spells: [{ ...of(uuidv7(), 'e2'), startedOn: '2100-01-01' }] });
    await quality.checkTouched(records.pactId);
    expect(await findings(records)).toMatchObject([{ record: 'e2' }]);
    await quality.checkTouched(records.pactId);
    await quality.checkAll(records.pactId, TODAY);
    expect(await findings(records)).toMatchObject([{ record: 'e1' }, { record: 'e2' }]);
  });

  it('looks at a batch that waits once it has ended', async () => {
    const records = await pact();
    await records.push({ source: 'a', spells: [{ ...of(uuidv7(), 'e'), startedOn: '2100-01-01' }] });
    await db.owner.query(`update outcome_batch set status = 'running' where pact_id = $1`, [records.pactId]);
    await quality.checkTouched(records.pactId);
    expect(await findings(records)).toEqual([]);
    await db.owner.query(`update outcome_batch set status = 'succeeded' where pact_id = $1`, [
      records.pactId,
    ]);
    await quality.checkTouched(records.pactId);
    expect(await open(records)).toEqual(['employment-in-the-future']);
  });

  it('moves on with the calendar', async () => {
    const records = await pact();
    await records.push({ source: 'a', spells: [{ ...of(uuidv7(), 'e'), startedOn: '2026-04-01' }] });
    await quality.checkAll(records.pactId, TODAY);
    expect(await open(records)).toEqual(['employment-in-the-future']);
    await quality.checkAll(records.pactId, '2026-04-01');
    expect(await findings(records)).toMatchObject([{ state: 'corrected' }]);
  });

  it.each(['acknowledged', 'resolved'])(
    'leaves alone what is %s, until the records say it anew',
    async (state) => {
      const records = await pact();
      const job = { ...of(uuidv7(), 'e'), startedOn: '2026-05-01' };
      const push = (more: object) => records.push({ source: 'a', spells: [{ ...job, ...more }] });
      await push({});
      await quality.checkAll(records.pactId, TODAY);
      await settle(records, state);
      await push({ hoursPerWeek: 20 });
      await quality.checkAll(records.pactId, TODAY);
      expect(await findings(records)).toMatchObject([{ state }]);
      await push({ startedOn: '2026-06-01' });
      await quality.checkAll(records.pactId, TODAY);
      expect(await findings(records)).toMatchObject([{ state: 'open' }]);
      await settle(records, state);
      await push({ startedOn: '2026-01-01' });
      await quality.checkAll(records.pactId, TODAY);
      expect(await findings(records)).toMatchObject([{ state: 'corrected' }]);
      await push({ startedOn: '2026-06-01' });
      await quality.checkAll(records.pactId, TODAY);
      expect(await findings(records)).toMatchObject([{ state: 'open' }]);
    },
  );

  it('changes nothing when it is repeated', async () => {
    const records = await pact();
    await records.push({ source: 'a', spells: [{ ...of(uuidv7(), 'e'), startedOn: '2100-01-01' }] });
    await quality.checkAll(records.pactId, TODAY);
    const stored = () => db.owner.query(`select * from quality_finding where pact_id = $1`, [records.pactId]);
    const before = await stored();
    await quality.checkAll(records.pactId, TODAY);
    expect(await stored()).toEqual(before);
  });

  it('waits for an erasure, and finds nothing about who is gone', async () => {
    const records = await pact();
    await records.push({ source: 'a', spells: [{ ...of(uuidv7(), 'e'), startedOn: '2100-01-01' }] });
    let checking: Promise<void> = Promise.resolve();
    await db.owner.transaction(async () => {
      await db.owner.query(`select id from participant where pact_id = $1 for update`, [records.pactId]);
      await db.owner.query(`delete from employment_spell where pact_id = $1`, [records.pactId]);
      checking = quality.checkAll(records.pactId, TODAY);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await db.owner.query(`delete from participant where pact_id = $1`, [records.pactId]);
    });
    await checking;
    expect(await findings(records)).toEqual([]);
  });

  it('goes with a record that turns out to be about somebody else', async () => {
    const records = await pact();
    const [anna, bruno] = [uuidv7(), uuidv7()];
    const job = { externalId: 'e', startedOn: '1989-01-01' };
    await records.push({ source: 'a', ...born(anna), spells: [{ ...job, participantId: anna }] });
    await quality.checkTouched(records.pactId);
    expect(await open(records)).toEqual(['employment-before-birth']);
    await records.push({ source: 'a', spells: [{ ...job, participantId: bruno }] }, [anna]);
    await quality.checkTouched(records.pactId);
    expect(await open(records)).toEqual([]);
  });
});

const of = (participantId: string, externalId: string) => ({ participantId, externalId });
const born = (p: string) => ({ participants: [{ ...of(p, 'b'), birthYear: 1990 }] });
const pathway = (p: string, more: object = {}) => ({ ...of(p, 'w'), startedOn: '2025-01-01', ...more });
const READING = { scale: 'matrix', scaleVersion: '1', scores: { income: 1 } };
