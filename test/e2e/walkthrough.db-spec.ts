import type { INestApplicationContext } from '@nestjs/common';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { startApi, type TestApi } from '../support/api.js';
import { ADMIN_KEY, testSettings } from '../support/database.js';

/** What a reader would paste: every ```bash block, in order. */
function blocksIn(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^```bash\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? '');
}

const FROM_ACTORS_TO_FIGURES = blocksIn('docs/walkthrough.md');
const [FUNCTIONS = ''] = FROM_ACTORS_TO_FIGURES;
const FROM_AGENDA_TO_MONEY = [FUNCTIONS, ...blocksIn('docs/walkthrough-agenda.md')];

describe('the walk through a pact’s life', () => {
  let api: TestApi;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    api = await startApi();
    worker = await createWorker(testSettings(api.databaseUrl));
  }, 60_000);
  afterAll(async () => {
    await worker?.close();
    await api?.close();
  });

  const walk = async (blocks: readonly string[]): Promise<string[]> => {
    const env = { ...process.env, PATTI_URL: api.url, ADMIN_KEY };
    const script = ['set -euo pipefail', ...blocks].join('\n');
    const run = promisify(execFile)('bash', ['-c', script], { env, timeout: 60_000 });
    const { stdout } = await run.catch((error: Error & { stdout?: string }) => {
      throw new Error(`${error.message}\n${error.stdout ?? ''}`);
    });
    return stdout.trimEnd().split('\n');
  };

  it('works as it is written, from the first actor to the last figure', async () => {
    const [hash, ...said] = await walk(FROM_ACTORS_TO_FIGURES);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(said).toEqual([
      'active',
      'proposed',
      'agreed',
      'active',
      'fulfilled',
      '24',
      '24',
      'pathways started: 8',
      'kept their job at least 90 days: 0.625',
      'commitments kept: 1',
    ]);
  }, 90_000);

  it('works as it is written, from an empty pact to money spent', async () => {
    const said = await walk(FROM_AGENDA_TO_MONEY);
    expect(said.join('\n')).toBe(`{ created: 38, changed: 0, unchanged: 0, left: 0 }
{ created: 38, changed: 0, unchanged: 0, left: 0 }
{ created: 0, changed: 0, unchanged: 38, left: 0 }
tree-circle
3
own
objective_not_worded objective_not_worded
open
closed
convened
held
open
for
for
already-voted
closed
adopted
{
  rule: 'more_than_half',
  votingMembers: 3,
  takingPart: 2,
  needed: 2,
  met: true
}
{
  rule: 'simple',
  for: 2,
  against: 0,
  abstentions: 0,
  needed: 2,
  chairDecided: false,
  met: true
}
minuted
accepted
expenditure
expenditure
expenditure
expenditure-before-line
expenditure-above-line
overrun
expenditure
1100000
contribution measure measure measure measure expenditure
7
dates duration funding department
2000000
consultation
open_for_signature
desk 2000000, fund 1100000
Posti di tirocinio
late-contact 0, marginality 1, young-people-leave 2
0 problem_without_objective
1 objective_without_measure
7 measure_without_indicator
{ created: 53, changed: 0, unchanged: 2, left: 0 }
8`);
  }, 90_000);
});
