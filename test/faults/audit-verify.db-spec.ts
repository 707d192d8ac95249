import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { withLogin } from '#platform';
import { Client, startApi, type TestApi } from '../support/api.js';
import { DataHome } from '../support/standalone-program.js';

const MAIN = join(import.meta.dirname, '../../dist/apps/audit/src/main.js');
const PATIENCE_MS = 90_000;
const AGREEMENT = {
  title: 'Patto',
  commonAgenda: 'Lavoro',
  territory: ['015146'],
  startsOn: '2024-01-01',
  ratificationRule: { kind: 'all_signatories' },
};

/** Runs `npm run audit:verify` with these settings and nothing of our own. */
function verify(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, [MAIN], { env: { PATH, HOME, TMPDIR, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

describe('the verification of the audit trail', () => {
  const directory = mkdtempSync(join(tmpdir(), 'patti-verify-'));
  const anchors = join(directory, 'anchors.ndjson');
  let api: TestApi;
  let owner: pg.Client;
  let settings: Record<string, string>;
  let pactId: string;
  beforeAll(async () => {
    api = await startApi();
    owner = new pg.Client(api.databaseUrl);
    await owner.connect();
    settings = {
      DATABASE_URL: withLogin(api.databaseUrl, 'patti_service', process.env.TEST_SERVICE_PASSWORD ?? ''),
      DURABILITY_CHECK: 'false',
      PARTICIPANT_PEPPER: 'a pepper for tests that is long enough',
    };
    pactId = (await api.admin.post('/v1/pacts', AGREEMENT)).body.id;
    await api.admin.post(`/v1/pacts/${pactId}/transitions`, { to: 'consultation' });
  }, PATIENCE_MS);
  afterAll(async () => {
    await owner.end();
    await api.close();
    rmSync(directory, { recursive: true });
  });

  it('finds nothing in a trail as it was written, and tells that nothing anchors it', async () => {
    const { code, said } = await verify(settings);
    expect(said).toMatch(/There are no anchors.*\n\d+ entries in 2 chains, 0 anchors, 0 breaks\n$/);
    expect(code).toBe(0);
  });

  it('fails when the end of a chain is gone that was anchored', async () => {
    const { rows } = await owner.query<{ seq: number; hash: string }>(
      `select seq::int, encode(hash, 'hex') as hash from audit_entry where pact_id = $1 order by seq desc limit 1`,
      [pactId],
    );
    const [head] = rows;
    appendFileSync(anchors, `${JSON.stringify({ at: '2026-03-01T01:45:00.000Z', pactId, ...head })}\n`);
    const anchored = { ...settings, AUDIT_ANCHOR_FILE: anchors };
    expect(await verify(anchored)).toMatchObject({ code: 0 });
    await owner.query(`alter table audit_entry disable trigger user`);
    await owner.query(`delete from audit_entry where pact_id = $1 and seq = $2`, [pactId, head?.seq]);
    const { code, said } = await verify(anchored);
    expect(said).toContain(
      `removed  pact ${pactId}  entry ${head?.seq}  anchored 2026-03-01T01:45:00.000Z\n`,
    );
    expect(code).toBe(1);
    expect(await verify(settings)).toMatchObject({ code: 0 });
  });

  it('fails when an entry was edited', async () => {
    await owner.query(`update audit_entry set principal = 'nobody' where pact_id = $1 and seq = 1`, [pactId]);
    const { code, said } = await verify(settings);
    expect(said).toContain(`altered  pact ${pactId}  entry 1\n`);
    expect(code).toBe(1);
  });

  it.each([
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://x@127.0.0.1:1/x', PARTICIPANT_PEPPER: 'p'.repeat(32) },
    ],
    ['a directory without one', { DATA_DIR: directory }],
  ])('tells that it could not look at %s', async (_, env) => {
    const { code, said } = await verify(env);
    expect(said).toMatch(/^The audit trail could not be verified\. \S/);
    expect(code).toBe(2);
  });
});

describe('the verification of the trail of the standalone app', () => {
  const home = new DataHome();
  afterAll(() => home.remove(), PATIENCE_MS);

  it(
    'works while the program runs, and when it does not',
    async () => {
      const program = home.launch();
      const admin = new Client(await program.ready(), home.secret('admin-key'));
      expect((await admin.post('/v1/pacts', AGREEMENT)).status).toBe(201);
      const sound = { code: 0, said: expect.stringMatching(/1 entries in 2 chains/) };
      expect(await verify({ DATA_DIR: home.path })).toEqual(sound);
      expect((await admin.get('/v1/pacts')).status).toBe(200);
      expect(await program.end('SIGTERM')).toBe(0);
      expect(await verify({ DATA_DIR: home.path })).toEqual(sound);
    },
    PATIENCE_MS,
  );
});
