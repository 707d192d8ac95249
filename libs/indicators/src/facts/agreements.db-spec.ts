import { figuresEngine } from '../engine/figures-engine.support.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { uuidv7 } from '#kernel';

let db: TestDatabase;
let records: Records;
const members: Record<string, string> = {};

/** Inserts one row of that table, in the pact. */
async function insert(table: string, row: Record<string, unknown>): Promise<string> {
  const id = uuidv7();
  const all: Record<string, unknown> = { id, pact_id: records.pactId, ...row };
  const names = Object.keys(all).filter((name) => all[name] !== undefined);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  await db.owner.query(
    `insert into ${table} (${names.join(', ')}) values (${places})`,
    names.map((name) => all[name]),
  );
  return id;
}

async function member(system: string, signedOn: string, withdrawnOn?: string): Promise<string> {
  const actorId = await insert('actor', { pact_id: undefined, name: system, system, kind: 'other' });
  const state = withdrawnOn === undefined ? 'signed' : 'withdrawn';
  const memberId = await insert('membership', {
    actor_id: actorId,
    role: 'signatory',
    state,
    joined_on: signedOn,
    signed_version_number: 1,
    withdrawn_on: withdrawnOn,
  });
  await insert('signature', {
    member_id: memberId,
    version_number: 1,
    version_hash: 'hash',
    signatory_name: 'Somebody',
    signed_on: signedOn,
  });
  return memberId;
}

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
  await insert('pact_version', {
    number: 1,
    text: 'We agree',
    content_hash: 'hash',
    published_at: new Date(),
  });
  members.public = await member('public', '2025-01-10');
  members.community = await member('community', '2025-02-01', '2025-05-01');
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
  const engine = await figuresEngine(db.database);
  await engine.compute(records.pactId, { asOf: '2025-06-30', runId: await records.run() });
});
afterAll(() => db.close());

describe('figures about what members give', () => {
  it('count a commitment as kept once confirmed deliveries, less corrections, reach it', async () => {
    expect(await value('fulfilment_rate', '2025-Q1')).toMatchObject({ value: 1 / 3 });
    expect(await value('fulfilment_rate', '2025-Q1', 'system=public')).toMatchObject({ value: 1 / 2 });
    expect(await value('fulfilment_rate', '2025-Q2')).toMatchObject({ value: null, missing: 'no-cases' });
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
