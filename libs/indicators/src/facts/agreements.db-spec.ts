import { insertInto, memberOf } from '../../../../test/support/agreements.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { Catalogue } from '../definition/catalogue.js';
import { figuresEngineOn } from '../engine/figures-engine.wiring.js';

let db: TestDatabase;
let records: Records;
const members: Record<string, string> = {};

/** Inserts one row of that table, in the pact. */
const insert = (table: string, row: Record<string, unknown>): Promise<string> =>
  insertInto(db.owner, table, { pact_id: records.pactId, ...row });

const commitment = (promisor: string, state: string, kind: string, quantity: number): Promise<string> =>
  insert('commitment', {
    promisor_member_id: members[promisor],
    title: 'What is given',
    resource_kind: kind,
    quantity,
    unit: kind === 'money' ? 'EUR' : 'hours',
    starts_on: '2025-01-01',
    ends_on: '2025-03-31',
    state,
  });

async function delivery(
  commitmentId: string,
  quantity: number,
  verdicts: readonly string[],
  corrects?: string,
): Promise<string> {
  const id = await insert('delivery', {
    commitment_id: commitmentId,
    delivered_on: '2025-02-01',
    quantity,
    recorded_by: 'test',
    corrects_delivery_id: corrects,
  });
  for (const [index, verdict] of verdicts.entries()) {
    const given_at = new Date(Date.UTC(2025, 2, 1 + index));
    await insert('delivery_verdict', { delivery_id: id, verdict, given_by: 'test', given_at });
  }
  return id;
}

async function value(indicator: string, period: string, cell = ''): Promise<object | undefined> {
  return db.owner.one(
    `select (numbers->>'value')::float8 as value, unit, missing from figure
     where pact_id = $1 and indicator = $2 and period = $3 and cell = $4 and latest`,
    [records.pactId, indicator, period, cell],
  );
}

beforeAll(async () => {
  db = await testDatabase();
  records = await new Records(db.owner).pact('2025-01-01');
  members.public = await memberOf(db.owner, records.pactId, { system: 'public', signedOn: '2025-01-10' });
  members.community = await memberOf(db.owner, records.pactId, {
    system: 'community',
    signedOn: '2025-02-01',
    withdrawnOn: '2025-05-01',
  });
  const kept = await commitment('public', 'active', 'money', 10_000);
  const corrected = await commitment('public', 'active', 'money', 5_000);
  const hours = await commitment('community', 'agreed', 'staff_time', 12.5);
  await commitment('public', 'released', 'money', 99);
  await commitment('public', 'draft', 'money', 77);
  await delivery(kept, 6_000, ['disputed', 'confirmed']);
  await delivery(kept, 4_000, ['confirmed']);
  await delivery(kept, 500, ['confirmed', 'disputed']);
  const wrong = await delivery(corrected, 5_000, ['confirmed']);
  await delivery(corrected, -1_000, [], wrong);
  await delivery(hours, 12.5, []);
  const engine = figuresEngineOn(db.database, await Catalogue.load());
  await engine.compute(records.pactId, { asOf: '2025-06-30', runId: await records.run() });
});
afterAll(() => db.close());

describe('figures about what members give', () => {
  it('count a commitment as kept once confirmed deliveries, less corrections, reach it', async () => {
    expect(await value('fulfilment_rate', '2025-Q1')).toMatchObject({ value: 1 / 3 });
    expect(await value('fulfilment_rate', '2025-Q1', 'system=public')).toMatchObject({ value: 1 / 2 });
    expect(await value('fulfilment_rate', '2025-Q2')).toMatchObject({ value: null, missing: 'no-cases' });
  });

  it('tell what is due, in time, late, and how much money of it has come', async () => {
    expect(await value('commitments_due', '2025-Q1')).toMatchObject({ value: 3 });
    expect(await value('on_time_rate', '2025-Q1')).toMatchObject({ value: 1 / 3 });
    expect(await value('overdue', '2025-Q1', 'resourceKind=money')).toMatchObject({ value: 1 });
    expect(await value('fulfilment_rate_amount', '2025-Q1')).toMatchObject({ value: 14_000 / 15_000 });
    expect(await value('overdue_amount', '2025-Q1')).toMatchObject({ value: 1_000, unit: 'EUR' });
    // One of two commitments of money had been kept on its thirty-first day.
    expect(await value('time_to_fulfilment', '2025', 'resourceKind=money')).toMatchObject({ value: 31 });
  });

  it('add what was agreed and not released, within one unit', async () => {
    expect(await value('resources_committed', '2025', 'resourceKind=money')).toMatchObject({
      value: 15_000,
      unit: 'EUR',
    });
    expect(await value('resources_committed', '2025', 'resourceKind=staff_time')).toMatchObject({
      value: 12.5,
      unit: 'hours',
    });
    expect(await value('resources_committed', '2025')).toMatchObject({
      value: null,
      missing: 'units-differ',
    });
    expect(await value('resources_committed', '2025', 'resourceKind=money&system=public')).toMatchObject({
      value: 15_000,
    });
  });

  it('add only what was confirmed last, less what was corrected', async () => {
    expect(await value('resources_delivered', '2025-02', 'resourceKind=money')).toMatchObject({
      value: 14_000,
    });
    expect(await value('resources_delivered', '2025-02', 'resourceKind=staff_time')).toBeUndefined();
  });

  it('count the systems that have a signatory at the end of each period', async () => {
    expect(await value('systems_represented', '2025-01')).toMatchObject({ value: 1, unit: 'system' });
    expect(await value('systems_represented', '2025-Q1')).toMatchObject({ value: 2 });
    expect(await value('systems_represented', 'since-start')).toMatchObject({ value: 1 });
  });
});
