import { uuidv7 } from '#kernel';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { AuditQueries } from './audit.queries.js';
import { AuditVerifier, type FoundBreak } from './audit-verifier.js';
import type { Anchor } from './anchors.js';

const PARALLEL = 50;
const APP = { principal: 'somebody', request: 'request-1' };

interface Entry {
  seq: number;
  principal: string;
  request: string | null;
  entity: string;
  entity_id: string;
  action: string;
  before: object | null;
  after: Record<string, unknown> | null;
}

async function* anchorsOf(anchors: readonly Anchor[]): AsyncGenerator<Anchor> {
  yield* anchors;
}

describe('the audit trail', () => {
  let db: TestDatabase;
  let queries: AuditQueries;
  beforeAll(async () => {
    db = await testDatabase();
    queries = new AuditQueries(db.database);
  });
  afterAll(() => db.close());

  const insertPact = (id: string): Promise<unknown> =>
    db.database.in(id).query(
      `insert into pact (id, title, common_agenda, starts_on, ratification_rule)
       values ($1, 'Patto', 'Insieme', '2026-01-01', '{}')`,
      [id],
    );
  const rename = (id: string, title: string): Promise<unknown> =>
    db.database.in(id).query('update pact set title = $2 where id = $1', [id, title]);
  const insertActor = (name: string): Promise<unknown> =>
    db.database.query(`insert into actor (id, name, system, kind) values ($1, $2, 'public', 'other')`, [
      uuidv7(),
      name,
    ]);
  const trailOf = (pactId: string): Promise<Entry[]> =>
    db.owner.query('select *, seq::int as seq from audit_entry where pact_id = $1 order by audit_entry.seq', [
      pactId,
    ]);
  async function pactWithChanges(changes: number): Promise<string> {
    const id = uuidv7();
    await insertPact(id);
    for (let change = 1; change <= changes; change++) await rename(id, `Patto ${change}`);
    return id;
  }
  async function breaksIn(pactId: string, anchors: readonly Anchor[] = []): Promise<FoundBreak[]> {
    const found: FoundBreak[] = [];
    await new AuditVerifier(queries).verify(anchorsOf(anchors), (broken) => found.push(broken));
    return found.filter((broken) => broken.pactId === pactId);
  }

  it('says who did what in which request, before and after', async () => {
    const id = uuidv7();
    await db.database.transaction(async () => {
      await insertPact(id);
      await rename(id, 'Patto nuovo');
    }, APP);
    expect(await trailOf(id)).toMatchObject([
      {
        seq: 1,
        ...APP,
        entity: 'pact',
        entity_id: id,
        action: 'insert',
        before: null,
        after: { state: 'draft' },
      },
      { seq: 2, action: 'update', before: { title: 'Patto' }, after: { title: 'Patto nuovo' } },
    ]);
  });

  it('names the service for its own work, and the login for whoever works on the database itself', async () => {
    const id = await pactWithChanges(0);
    await db.owner.query(`update pact set title = 'by hand' where id = $1`, [id]);
    const principals = (await trailOf(id)).map(({ principal }) => principal);
    expect(principals).toEqual(['patti', expect.stringMatching(/^login:/)]);
  });

  it('tells neither a change that changes nothing nor one that was rolled back', async () => {
    const id = await pactWithChanges(0);
    await rename(id, 'Patto');
    const failing = db.database.transaction(async () => {
      await rename(id, 'never');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await db.database.transaction(async () => {
      await db.database.in(id).query('savepoint dry_run');
      await rename(id, 'never either');
      await db.database.query('rollback to savepoint dry_run');
    });
    await rename(id, 'at last');
    expect((await trailOf(id)).map(({ seq, after }) => [seq, after?.title])).toEqual([
      [1, 'Patto'],
      [2, 'at last'],
    ]);
  });

  it('stays without gaps and whole while many write, in one pact and beside it', async () => {
    const id = await pactWithChanges(0);
    const pactFirst = async (): Promise<void> => {
      await rename(id, uuidv7());
      await insertActor('after the pact');
    };
    const actorFirst = async (): Promise<void> => {
      await insertActor('before the pact');
      await db.database
        .in(id)
        .query(
          `insert into pact_transition (pact_id, id, from_state, to_state, made_by) values ($1, $2, 'draft', 'draft', 'x')`,
          [id, uuidv7()],
        );
    };
    await Promise.all(
      Array.from({ length: PARALLEL }, (_, index) =>
        db.database.transaction(index % 2 === 0 ? pactFirst : actorFirst),
      ),
    );
    const seqs = (await trailOf(id)).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: PARALLEL + 1 }, (_, index) => index + 1));
    expect(await breaksIn(id)).toEqual([]);
  });

  it.each([
    'insert into audit_entry select * from audit_entry',
    `update audit_entry set principal = 'nobody'`,
    'delete from audit_entry',
    'truncate audit_entry',
    `select audit_append(no_pact(), 'pact', 'x', 'insert', null, null)`,
    'alter table audit_entry disable trigger all',
  ])('cannot be written by the programs: %s', async (statement) => {
    const id = await pactWithChanges(0);
    await expect(db.database.in(id).query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([`update audit_entry set principal = 'nobody'`, 'delete from audit_entry', 'truncate audit_entry'])(
    'is not changed by a mistake of its owner either: %s',
    async (statement) => {
      await pactWithChanges(0);
      await expect(db.owner.query(statement)).rejects.toMatchObject({ code: '23001' });
    },
  );

  it('shows the programs the chain of the pact they work in, and no other', async () => {
    const [id, other] = [await pactWithChanges(0), await pactWithChanges(0)];
    const chains = (where: Promise<{ pact_id: string }[]>): Promise<string[]> =>
      where.then((rows) => [...new Set(rows.map((row) => row.pact_id))]);
    const read = 'select pact_id from audit_entry';
    expect(await chains(db.database.in(id).query(read))).toEqual([id]);
    expect(await chains(db.database.query(read))).toEqual([]);
    expect(await chains(db.database.in(other).query(read))).toEqual([other]);
  });

  describe('in the hands of a superuser', () => {
    beforeAll(() => db.owner.query('alter table audit_entry disable trigger audit_entry_append_only'));
    afterAll(() => db.owner.query('alter table audit_entry enable trigger audit_entry_append_only'));

    const renumber = 'update audit_entry set seq = $3 where pact_id = $1 and seq = $2';
    it.each([
      ['who', `principal = 'nobody'`],
      ['when', `at = at + interval '1 microsecond'`],
      ['the request', `request = 'another'`],
      ['the thing', `entity_id = entity_id || 'x'`],
      ['before', `before = '{"title": "x"}'`],
      ['after', 'after = null'],
      ['its hash', 'hash = prev_hash'],
    ])('shows that %s was edited', async (_, change) => {
      const id = await pactWithChanges(4);
      await db.owner.query(`update audit_entry set ${change} where pact_id = $1 and seq = 3`, [id]);
      expect((await breaksIn(id))[0]).toEqual({ kind: 'altered', pactId: id, seq: 3 });
    });

    it('shows that one was removed', async () => {
      const id = await pactWithChanges(4);
      await db.owner.query('delete from audit_entry where pact_id = $1 and seq = 2', [id]);
      expect(await breaksIn(id)).toEqual([{ kind: 'removed', pactId: id, seq: 2 }]);
    });

    it('shows that two changed places', async () => {
      const id = await pactWithChanges(4);
      for (const [from, to] of [
        [2, 99],
        [3, 2],
        [99, 3],
      ])
        await db.owner.query(renumber, [id, from, to]);
      expect(await breaksIn(id)).toEqual([
        { kind: 'misplaced', pactId: id, seq: 2 },
        { kind: 'misplaced', pactId: id, seq: 3 },
        { kind: 'unlinked', pactId: id, seq: 4 },
      ]);
    });

    it('shows one that was put in', async () => {
      const id = await pactWithChanges(2);
      await db.owner.query(renumber, [id, 3, 4]);
      await db.owner.query(
        `insert into audit_entry select pact_id, 3, at, 'nobody', request, entity, entity_id, action, before, after,
           hash, sha256('forged') from audit_entry where pact_id = $1 and seq = 2`,
        [id],
      );
      expect((await breaksIn(id))[0]).toEqual({ kind: 'altered', pactId: id, seq: 3 });
    });

    it('shows a cut at the end, and a chain written anew, by the anchor only', async () => {
      const id = await pactWithChanges(2);
      const anchor = { at: '2026-03-01T01:45:00.000Z', pactId: id, ...(await queries.head(id))! };
      expect(await breaksIn(id, [anchor])).toEqual([]);
      await db.owner.query('delete from audit_entry where pact_id = $1 and seq > 1', [id]);
      const told = { pactId: id, seq: 3, anchoredAt: anchor.at };
      expect(await breaksIn(id)).toEqual([]);
      expect(await breaksIn(id, [anchor])).toEqual([{ kind: 'removed', ...told }]);
      for (const title of ['other', 'history']) await rename(id, title);
      expect(await breaksIn(id)).toEqual([]);
      expect(await breaksIn(id, [anchor])).toEqual([{ kind: 'rewritten', ...told }]);
    });
  });
});
