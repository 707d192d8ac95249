import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { insertInto, memberOf } from '../../../../test/support/agreements.js';
import { Records } from '../../../../test/support/records.js';

let db: TestDatabase;
let records: Records;
let promisor: string;

beforeAll(async () => {
  db = await testDatabase();
  records = await new Records(db.owner).pact('2025-01-01');
  promisor = await memberOf(db.owner, records.pactId, { system: 'public', signedOn: '2025-01-10' });
});
afterAll(() => db.close());

const taken = async (): Promise<string[]> => {
  const [mark] = await db.owner.query<{ subjects: string[] }>(
    `delete from recomputation_due where pact_id = $1 returning subjects`,
    [records.pactId],
  );
  return mark?.subjects ?? [];
};

const commitment = (state: string): Promise<string> =>
  insertInto(db.owner, 'commitment', {
    pact_id: records.pactId,
    promisor_member_id: promisor,
    title: 'What is given',
    resource_kind: 'money',
    quantity: 100,
    unit: 'EUR',
    starts_on: '2025-01-01',
    ends_on: '2025-03-31',
    state,
  });

const change = (id: string, set: string): Promise<unknown[]> =>
  db.owner.query(`update commitment set ${set} where pact_id = $1 and id = $2`, [records.pactId, id]);

describe('a change', () => {
  beforeEach(taken);

  it('of what members agreed marks the agreements', async () => {
    const id = await commitment('proposed');
    expect(await taken()).toEqual([]);
    await change(id, `state = 'agreed'`);
    expect(await taken()).toEqual(['agreements']);
    await change(id, `title = 'Another name'`);
    expect(await taken()).toEqual([]);
    await change(id, `ends_on = '2025-04-30'`);
    expect(await taken()).toEqual(['agreements']);
  });

  it('of what is given marks them once it is confirmed or corrected', async () => {
    const id = await commitment('active');
    await taken();
    const ledger = {
      pact_id: records.pactId,
      commitment_id: id,
      delivered_on: '2025-02-01',
      recorded_by: 'test',
    };
    const delivery = await insertInto(db.owner, 'delivery', { ...ledger, quantity: 50 });
    expect(await taken()).toEqual([]);
    await insertInto(db.owner, 'delivery_verdict', {
      pact_id: records.pactId,
      delivery_id: delivery,
      verdict: 'confirmed',
      given_by: 'test',
    });
    expect(await taken()).toEqual(['agreements']);
    await insertInto(db.owner, 'delivery', { ...ledger, quantity: -10, corrects_delivery_id: delivery });
    expect(await taken()).toEqual(['agreements']);
  });

  it('of who has signed marks them, and what is pushed marks the people beside them', async () => {
    await memberOf(db.owner, records.pactId, { system: 'community', signedOn: '2025-02-01' });
    await db.owner.query(`select mark_due($1, '{people}')`, [records.pactId]);
    expect(await taken()).toEqual(['agreements', 'people']);
  });

  it('keeps its mark from being taken off before it can be seen', async () => {
    const id = await commitment('active');
    let wasTaken = false;
    let taking: Promise<unknown> = Promise.resolve();
    await db.owner.transaction(async () => {
      await db.owner.query(`select mark_due($1, '{agreements}')`, [records.pactId]);
      await change(id, `quantity = 200`);
      taking = db.database
        .in(records.pactId)
        .query(`delete from recomputation_due where pact_id = $1 returning 1`, [records.pactId])
        .then((rows) => (wasTaken = rows.length === 1));
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(wasTaken).toBe(false);
    });
    await taking;
    expect(wasTaken).toBe(true);
  });
});
