import { testDatabase, type TestDatabase } from '../support/database.js';

/** What the trail does not follow, and why. Everything else makes an entry of each change: migrations/support/audited.ts. */
const EXEMPT: Readonly<Record<string, string>> = {
  audit_entry: 'is the trail',
  migrations: 'written by the migration only',
  idempotency_key: 'remembered answers, gone after a while',
  outbox: 'jobs on their way to the queue',
  request_count: 'counters of the last minute',
  participant: 'a pseudonym without content',
  participant_record: 'told by its batch; what it said before lies in record_history',
  pathway: 'told by its batch; what it said before lies in record_history',
  employment_spell: 'told by its batch; what it said before lies in record_history',
  labour_status: 'told by its batch; what it said before lies in record_history',
  qualification: 'told by its batch; what it said before lies in record_history',
  assessment: 'told by its batch; what it said before lies in record_history',
  service_delivered: 'told by its batch; what it said before lies in record_history',
  employment_communication: 'told by its batch; what it said before lies in record_history',
  record_history: 'is a history itself',
  target_version: 'is a history itself',
  mandate_version: 'is a history itself',
  alert: 'derived',
  case_data_access: 'is a log itself',
  retention_run: 'is a report itself',
  outcome_batch_results: 'told by its batch',
  regional_batch_results: 'told by its batch',
  outcome_batch_chunk: 'sealed rows that wait, told by their batch',
  monitoring_run: 'keeps who asked for it, and changes nothing but figures',
  recomputation_due: 'a mark that is taken off again',
  agenda_tree: 'counts what the entries of its problems or objectives tell',
  indicator_state: 'derived',
  fact_source: 'derived',
  quality_finding: 'derived; what somebody says of one is a settlement',
  quality_report: 'derived',
  fact_pathway: 'derived',
  fact_employment: 'derived',
  fact_activity: 'derived',
  fact_progression: 'derived',
  figure: 'derived, and never changed: each revision is kept',
};

const NAMES_OF_LISTS = ['pact', 'told', 'digested', 'silent', 'firstKey', 'secondKey', 'withheld'] as const;
type Lists = Record<(typeof NAMES_OF_LISTS)[number], string[]>;

describe('the tables of the audit trail', () => {
  let db: TestDatabase;
  let columns: Map<string, string[]>;
  let audited: Map<string, Lists>;
  beforeAll(async () => {
    db = await testDatabase();
    columns = await columnsOf(db);
    audited = await listsOf(db);
  });
  afterAll(() => db.close());

  it('are all there are but those that are exempt for a reason', () => {
    const known = [...audited.keys(), ...Object.keys(EXEMPT)];
    expect(known.toSorted()).toEqual([...columns.keys()].toSorted());
  });

  it('name each of their columns, so that a new one is not told by mistake', () => {
    for (const [table, lists] of audited) {
      const { told, digested, silent, withheld } = lists;
      const named = new Set([...told, ...digested, ...silent, ...withheld, 'created_at', 'updated_at']);
      const there = columns.get(table) ?? [];
      expect({ table, unnamed: there.filter((column) => !named.has(column)) }).toEqual({
        table,
        unnamed: [],
      });
      const gone = [...told, ...digested, ...withheld].filter((column) => !there.includes(column));
      expect({ table, gone }).toEqual({ table, gone: [] });
    }
  });

  it('tell by name which pact they belong to', () => {
    for (const [table, there] of columns) {
      if (!audited.has(table) || table === 'pact') continue;
      const pact = there.includes('pact_id') ? ['pact_id'] : [];
      expect({ table, pact: audited.get(table)?.pact }).toEqual({ table, pact });
    }
  });
});

async function columnsOf(db: TestDatabase): Promise<Map<string, string[]>> {
  const rows = await db.owner.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text) as columns
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' group by 1`,
  );
  return new Map(rows.map((row) => [row.name, row.columns]));
}

/** What the triggers really do, whichever migration made them. */
async function listsOf(db: TestDatabase): Promise<Map<string, Lists>> {
  const rows = await db.owner.query<{ name: string; args: string }>(
    `select relname as name, encode(tgargs, 'escape') as args
     from pg_trigger join pg_class c on c.oid = tgrelid where tgfoid = 'audit_change'::regproc`,
  );
  return new Map(
    rows.map(({ name, args }) => {
      const lists = args.split('\\000').map((list) => list.match(/\w+/g) ?? []);
      return [
        name,
        Object.fromEntries(NAMES_OF_LISTS.map((list, place) => [list, lists[place]])) as unknown as Lists,
      ];
    }),
  );
}
