import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { insertInto, memberOf } from '../../../../test/support/agreements.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { createLog, PlatformModule } from '#platform';
import { MonitoringModule } from '../monitoring.module.js';
import { AlertRules } from './alert-rules.js';
import { AlertsService } from './alerts.service.js';

let db: TestDatabase;
let house: TestingModule;
let alerts: AlertsService;
let pactId: string;

beforeAll(async () => {
  db = await testDatabase();
  house = await Test.createTestingModule({
    imports: [PlatformModule.with(db.settings, createLog('silent')), MonitoringModule],
  }).compile();
  alerts = house.get(AlertsService);
});
afterAll(async () => {
  await house.close();
  await db.close();
});
beforeEach(async () => {
  ({ pactId } = await new Records(db.owner).pact('2025-01-01'));
});

const insert = (table: string, row: Record<string, unknown>): Promise<string> =>
  insertInto(db.owner, table, { pact_id: pactId, ...row });

interface Told {
  readonly kind: string;
  readonly subject: string;
  readonly since: string;
  readonly actor: string | null;
}

/** What stands after a look on that day. */
async function standing(today: string, kind?: string): Promise<Told[]> {
  await alerts.watch(pactId, today);
  return db.owner.query<Told>(
    `select kind, subject_id as subject, since, must_act_actor_id as actor from alert
     where pact_id = $1 and resolved_at is null and ($2::text is null or kind = $2) order by kind, since`,
    [pactId, kind ?? null],
  );
}

const consultation = (endsOn: string, state = 'closed'): Promise<string> =>
  insert('consultation', {
    kind: 'survey',
    title: 'T',
    question: 'Q',
    starts_on: endsOn,
    ends_on: endsOn,
    state,
    synthesis: 'S',
  });

const BODY = { kind: 'assembly', level: 'provincial', name: 'Assemblea', opened_on: '2025-01-01' };

const mandate = (bodyId: string, startsOn: string, endsOn: string): Promise<string> =>
  insert('mandate', {
    body_id: bodyId,
    purpose: 'P',
    starts_on: startsOn,
    ends_on: endsOn,
    quorum: 'half',
    majority: 'simple',
    ties: 'fail',
  });

describe('the alert about consultations', () => {
  it('stands from a year after the start until there have been two within a year', async () => {
    expect(await standing('2025-12-31', 'consultations_due')).toEqual([]);
    expect(await standing('2026-01-01', 'consultations_due')).toEqual([
      { kind: 'consultations_due', subject: pactId, since: '2026-01-01', actor: null },
    ]);
    await consultation('2025-11-01');
    await consultation('2025-12-01', 'cancelled');
    expect(await standing('2026-01-02', 'consultations_due')).toHaveLength(1);
    await consultation('2026-01-10');
    expect(await standing('2026-01-10', 'consultations_due')).toEqual([]);
    expect(await standing('2026-10-31', 'consultations_due')).toEqual([]);
    expect(await standing('2026-11-01', 'consultations_due')).toMatchObject([{ since: '2026-11-01' }]);
  });

  it('follows the rule that the pact has chosen', async () => {
    await insertCadence({ consultations_a_year: 0, verification_meetings_a_year: 0 });
    expect(await standing('2027-01-01')).toEqual([]);
    await db.owner.query(`update cadence set consultations_a_year = 1 where pact_id = $1`, [pactId]);
    expect(await standing('2027-01-01')).toMatchObject([{ kind: 'consultations_due', since: '2026-01-01' }]);
    await consultation('2026-06-01');
    expect(await standing('2027-01-01')).toEqual([]);
  });
});

async function insertCadence(counts: Record<string, number>): Promise<void> {
  const { consultations_a_year, verification_meetings_a_year } = counts;
  await db.owner.query(
    `insert into cadence (pact_id, consultations_a_year, verification_meetings_a_year, mandate_notice_days)
     values ($1, $2, $3, 30)`,
    [pactId, consultations_a_year, verification_meetings_a_year],
  );
}

describe('the alert about verification', () => {
  it('stands until a meeting of that kind has taken place within a year', async () => {
    const bodyId = await insert('body', BODY);
    const meeting = { body_id: bodyId, title: 'T', held_on: '2026-02-01' };
    await insert('meeting', { ...meeting, kind: 'ordinary', state: 'held' });
    await insert('meeting', { ...meeting, kind: 'verification', state: 'convened' });
    expect(await standing('2026-02-01', 'verification_due')).toMatchObject([{ since: '2026-01-01' }]);
    await insert('meeting', { ...meeting, kind: 'verification', state: 'held' });
    expect(await standing('2026-02-01', 'verification_due')).toEqual([]);
    expect(await standing('2027-02-01', 'verification_due')).toMatchObject([{ since: '2027-02-01' }]);
  });
});

describe('the alert about a mandate', () => {
  it('stands from sixty days before its end, or as many as the pact says, until another follows', async () => {
    const bodyId = await insert('body', BODY);
    const subject = await mandate(bodyId, '2025-01-01', '2025-12-31');
    expect(await standing('2025-10-31', 'mandate_ending')).toEqual([]);
    expect(await standing('2025-11-01', 'mandate_ending')).toMatchObject([{ subject, since: '2025-11-01' }]);
    await insertCadence({ consultations_a_year: 2, verification_meetings_a_year: 1 });
    expect(await standing('2025-11-02', 'mandate_ending')).toEqual([]);
    expect(await standing('2026-03-01', 'mandate_ending')).toMatchObject([{ since: '2025-12-01' }]);
    await mandate(bodyId, '2026-01-01', '2027-12-31');
    expect(await standing('2026-03-01', 'mandate_ending')).toEqual([]);
  });

  it('is not raised for a body that ends with it', async () => {
    const bodyId = await insert('body', { ...BODY, closed_on: '2025-12-31' });
    await mandate(bodyId, '2025-01-01', '2025-12-31');
    expect(await standing('2025-12-15', 'mandate_ending')).toEqual([]);
  });

  it('goes when the body is closed, also after its mandate has ended', async () => {
    const bodyId = await insert('body', { ...BODY, closed_on: '2026-06-30' });
    await mandate(bodyId, '2025-01-01', '2025-12-31');
    expect(await standing('2026-06-29', 'mandate_ending')).toHaveLength(1);
    expect(await standing('2026-06-30', 'mandate_ending')).toEqual([]);
  });
});

describe('the alert about a milestone', () => {
  it('tells the promisor of each that has passed, against what was delivered by then', async () => {
    const memberId = await memberOf(db.owner, pactId, { system: 'public', signedOn: '2025-01-10' });
    const actor = (
      await db.owner.query<{ id: string }>(`select actor_id as id from membership where id = $1`, [memberId])
    )[0]?.id;
    const subject = await insert('commitment', {
      promisor_member_id: memberId,
      title: 'T',
      resource_kind: 'staff_time',
      quantity: 100,
      unit: 'hours',
      starts_on: '2025-01-01',
      ends_on: '2025-12-31',
      state: 'active',
      delivered: 30,
      disputed: 10,
    });
    const steps = [
      ['2025-03-31', 20],
      ['2025-06-30', 20],
      ['2025-09-30', 20],
    ] as const;
    for (const [position, [due_on, quantity]] of steps.entries()) {
      await db.owner.query(
        `insert into commitment_milestone (pact_id, commitment_id, position, due_on, quantity) values ($1, $2, $3, $4, $5)`,
        [pactId, subject, position, due_on, quantity],
      );
    }
    const overdue = { kind: 'milestone_overdue', subject, actor };
    expect(await standing('2025-06-30', 'milestone_overdue')).toEqual([]);
    expect(await standing('2025-07-01', 'milestone_overdue')).toEqual([{ ...overdue, since: '2025-07-01' }]);
    expect(await standing('2025-10-01', 'milestone_overdue')).toEqual([
      { ...overdue, since: '2025-07-01' },
      { ...overdue, since: '2025-10-01' },
    ]);
    await db.owner.query(`update commitment set delivered = 50 where id = $1`, [subject]);
    expect(await standing('2025-10-02', 'milestone_overdue')).toEqual([{ ...overdue, since: '2025-10-01' }]);
  });
});

describe('an alert', () => {
  const counted = async (): Promise<{ all: number; resolved: number }> =>
    (
      await db.owner.query<{ all: number; resolved: number }>(
        `select count(*)::int as all, count(resolved_at)::int as resolved from alert where pact_id = $1`,
        [pactId],
      )
    )[0]!;

  it('is raised once, however often and by however many it is looked for', async () => {
    await Promise.all(Array.from({ length: 5 }, () => alerts.watch(pactId, '2026-06-01')));
    await alerts.watch(pactId, '2026-06-02');
    expect(await counted()).toEqual({ all: 2, resolved: 0 });
  });

  it('is raised anew when it comes back, and the one before stays resolved', async () => {
    await alerts.watch(pactId, '2026-06-01');
    await alerts.watch(pactId, '2025-06-01');
    expect(await counted()).toEqual({ all: 2, resolved: 2 });
    await alerts.watch(pactId, '2026-06-01');
    expect(await counted()).toEqual({ all: 4, resolved: 2 });
  });

  it('names by now who must act, when that changes while it stands', async () => {
    const [first, second] = [
      await insertInto(db.owner, 'actor', { name: 'A', system: 'public', kind: 'other' }),
      await insertInto(db.owner, 'actor', { name: 'B', system: 'public', kind: 'other' }),
    ];
    const bodyId = await insert('body', BODY);
    const mandateId = await mandate(bodyId, '2025-01-01', '2029-12-31');
    const proposal_id = await insert('proposal', {
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
      voting_members: 1,
      taking_part: 1,
      quorum_needed: 1,
      votes_for: 1,
      votes_against: 0,
      abstentions: 0,
      votes_needed: 1,
      chair_decided: false,
    });
    const decision_id = await insert('decision', { proposal_id, decided_on: '2025-03-01' });
    const action = { decision_id, title: 'T', responsible_actor_id: first, due_on: '2025-03-31' };
    const subject = await insert('decision_action', action);
    expect(await standing('2025-03-31', 'action_overdue')).toEqual([]);
    expect(await standing('2025-04-01', 'action_overdue')).toMatchObject([{ subject, actor: first }]);
    await db.owner.query(`update decision_action set responsible_actor_id = $2 where id = $1`, [
      subject,
      second,
    ]);
    expect(await standing('2025-04-02', 'action_overdue')).toMatchObject([{ subject, actor: second }]);
    expect(await counted()).toEqual({ all: 1, resolved: 0 });
  });
});

describe('the rules of alerts', () => {
  it('are those of the folder, each under the name of its file and with its words in both languages', async () => {
    const { all } = await AlertRules.load();
    expect(all.map(({ kind }) => kind)).toEqual([
      'action_overdue',
      'consultations_due',
      'mandate_ending',
      'milestone_overdue',
      'verification_due',
    ]);
    for (const { label } of all) expect(label.it).not.toBe(label.en);
  });
});
