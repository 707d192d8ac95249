import { insertInto, memberOf } from '../../../../test/support/agreements.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { Catalogue } from '../definition/catalogue.js';
import { figuresEngineOn } from '../engine/figures-engine.wiring.js';

let db: TestDatabase;
let records: Records;

/** Inserts one row of that table, in the pact. */
const insert = (table: string, row: Record<string, unknown>): Promise<string> =>
  insertInto(db.owner, table, { pact_id: records.pactId, ...row });

const value = (indicator: string, period: string, cell = ''): Promise<object | undefined> =>
  db.owner.one(
    `select (numbers->>'value')::float8 as value, missing from figure
     where pact_id = $1 and indicator = $2 and period = $3 and cell = $4 and latest`,
    [records.pactId, indicator, period, cell],
  );

const actorOf = async (memberId: string): Promise<string> =>
  (await db.owner.one<{ id: string }>(`select actor_id as id from membership where id = $1`, [memberId]))
    ?.id ?? '';

async function decided(bodyId: string, mandateId: string, decision: Record<string, unknown>): Promise<void> {
  const { decided_on } = decision;
  const proposalId = await insert('proposal', {
    body_id: bodyId,
    mandate_id: mandateId,
    kind: 'general',
    title: 'T',
    text: 'T',
    submitted_on: '2025-03-01',
    state: 'closed',
    closed_at: new Date(),
    result: 'adopted',
    quorum: 'half',
    majority: 'simple',
    voting_members: 2,
    taking_part: 2,
    quorum_needed: 1,
    votes_for: 2,
    votes_against: 0,
    abstentions: 0,
    votes_needed: 2,
    chair_decided: false,
  });
  await insert('decision', { ...decision, proposal_id: proposalId, decided_on });
}

const consultation = (state: string, endsOn: string): Promise<string> =>
  insert('consultation', {
    kind: 'survey',
    title: 'T',
    question: 'Q',
    starts_on: '2025-02-01',
    ends_on: endsOn,
    state,
    synthesis: 'S',
  });

const meeting = (bodyId: string, kind: string, state: string): Promise<string> =>
  insert('meeting', { body_id: bodyId, kind, title: 'T', held_on: '2025-03-10', state, minutes: 'M' });

beforeAll(async () => {
  db = await testDatabase();
  records = await new Records(db.owner).pact('2025-01-01');
  const signed = { signedOn: '2025-01-10' };
  const first = await actorOf(await memberOf(db.owner, records.pactId, { system: 'public', ...signed }));
  const second = await actorOf(await memberOf(db.owner, records.pactId, { system: 'community', ...signed }));
  const body = { kind: 'assembly', level: 'provincial', name: 'Assemblea', opened_on: '2025-01-01' };
  const bodyId = await insert('body', body);
  const seat = { body_id: bodyId, role: 'member', voting: true, starts_on: '2025-01-01' };
  await insert('body_member', { ...seat, actor_id: first });
  await insert('body_member', { ...seat, actor_id: second });
  const mandateId = await insert('mandate', {
    body_id: bodyId,
    purpose: 'P',
    starts_on: '2025-01-01',
    ends_on: '2025-12-31',
    quorum: 'half',
    majority: 'simple',
    ties: 'fail',
  });
  await consultation('closed', '2025-02-28');
  await consultation('cancelled', '2025-03-31');
  await consultation('open', '2025-03-31');
  const verification = await meeting(bodyId, 'verification', 'minuted');
  await meeting(bodyId, 'verification', 'cancelled');
  await meeting(bodyId, 'ordinary', 'held');
  for (const [actor_id, status] of [
    [first, 'present'],
    [second, 'excused'],
  ]) {
    await db.owner.query(
      `insert into attendance (pact_id, meeting_id, actor_id, status) values ($1, $2, $3, $4)`,
      [records.pactId, verification, actor_id, status],
    );
  }
  await decided(bodyId, mandateId, {
    decided_on: '2025-03-11',
    state: 'implemented',
    ended_on: '2025-05-01',
  });
  await decided(bodyId, mandateId, {
    decided_on: '2025-03-31',
    state: 'implemented',
    ended_on: '2025-08-01',
  });
  const engine = figuresEngineOn(db.database, await Catalogue.load());
  await engine.compute(records.pactId, { asOf: '2025-06-30', runId: await records.run() });
});
afterAll(() => db.close());

describe('figures about who decides', () => {
  it('count consultations that were closed, and verification meetings that took place', async () => {
    expect(await value('consultations_held', '2025')).toEqual({ value: 1, missing: null });
    expect(await value('verification_meetings_held', '2025-Q1')).toEqual({ value: 1, missing: null });
  });

  it('tell who came, where somebody recorded it', async () => {
    expect(await value('attendance_rate', '2025-03')).toMatchObject({ value: 0.5 });
    expect(await value('attendance_rate', '2025-03', 'system=public')).toMatchObject({ value: 1 });
  });

  it('are due again when somebody’s seat ends, which changes who should have come', async () => {
    await db.owner.query(`delete from recomputation_due`);
    await db.owner.query(`update body_member set ends_on = '2025-12-31' where pact_id = $1`, [
      records.pactId,
    ]);
    const due = await db.owner.one(`select subjects from recomputation_due where pact_id = $1`, [
      records.pactId,
    ]);
    expect(due).toEqual({ subjects: ['agreements'] });
  });

  it('tell how long decisions took, and which were carried out by the as-of day', async () => {
    expect(await value('decision_lead_time', '2025')).toMatchObject({ value: 10 });
    expect(await value('decisions_implemented', '2025')).toMatchObject({ value: 0.5 });
  });
});
