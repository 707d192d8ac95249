import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVERY_PACT, type Log } from '#platform';
import { uuidv7 } from '#kernel';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { readAnchors, type Anchor } from './anchors.js';
import { AnchorAuditHandler } from './audit.handlers.js';
import { AuditQueries } from './audit.queries.js';

async function anchorsIn(file: string): Promise<Anchor[]> {
  const anchors: Anchor[] = [];
  for await (const anchor of readAnchors(file)) anchors.push(anchor);
  return anchors;
}

describe('anchors of the audit trail', () => {
  const directory = mkdtempSync(join(tmpdir(), 'patti-anchors-'));
  const file = join(directory, 'anchors.ndjson');
  const logged: object[] = [];
  let db: TestDatabase;
  let queries: AuditQueries;
  beforeAll(async () => {
    db = await testDatabase();
    queries = new AuditQueries(db.database);
  });
  afterAll(async () => {
    await db.close();
    rmSync(directory, { recursive: true });
  });

  const anchor = (auditAnchorFile: string | undefined): Promise<void> => {
    const log = { info: (what: object) => logged.push(what) } as unknown as Log;
    return new AnchorAuditHandler(queries, { ...db.settings, auditAnchorFile }, log).handle();
  };

  it('are the heads of all chains, added to a file and logged', async () => {
    const pactId = uuidv7();
    await anchor(file);
    expect(readFileSync(file, 'utf8')).toBe('');
    await db.database.in(pactId).query(
      `insert into pact (id, title, common_agenda, starts_on, ratification_rule)
       values ($1, 'Patto', 'Insieme', '2026-01-01', '{}')`,
      [pactId],
    );
    await db.database.query(`insert into outcome_source (code, owner_id) values ('sil', 'x')`);
    for (let time = 0; time < 2; time++) await anchor(file);
    const anchors = await anchorsIn(file);
    const heads = [EVERY_PACT, pactId, EVERY_PACT, pactId];
    expect(anchors.map((each) => [each.pactId, each.seq])).toEqual(heads.map((id) => [id, 1]));
    expect(anchors[1]?.hash).toBe((await queries.head(pactId))?.hash);
    expect(logged).toEqual(anchors.map((each) => ({ anchor: each })));
  });

  it('are logged where there is no file', async () => {
    const before = logged.length;
    await anchor(undefined);
    expect(logged.length).toBe(before + 2);
  });

  it('are not guessed from a file that holds something else', async () => {
    const other = join(directory, 'other.ndjson');
    writeFileSync(other, '{"at":"2026"}\n');
    await expect(anchorsIn(other)).rejects.toThrow('line 1 of');
  });
});
