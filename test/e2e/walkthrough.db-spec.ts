import type { INestApplicationContext } from '@nestjs/common';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { startApi, type TestApi } from '../support/api.js';
import { ADMIN_KEY, testSettings } from '../support/database.js';

const PAGE = 'docs/walkthrough.md';

/** What a reader would paste: every ```bash block, in order. */
function scriptIn(page: string): string {
  const blocks = [...page.matchAll(/^```bash\n([\s\S]*?)^```$/gm)].map(([, block]) => block);
  return ['set -euo pipefail', ...blocks].join('\n');
}

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

  it('works as it is written, from the first actor to the last figure', async () => {
    const env = { ...process.env, PATTI_URL: api.url, ADMIN_KEY };
    const script = scriptIn(readFileSync(PAGE, 'utf8'));
    const run = promisify(execFile)('bash', ['-c', script], { env, timeout: 60_000 });
    const { stdout } = await run.catch((error: Error & { stdout?: string }) => {
      throw new Error(`${error.message}\n${error.stdout ?? ''}`);
    });
    expect(stdout.split('\n').slice(1).join('\n')).toBe(`active
proposed
agreed
active
fulfilled
24
24
pathways started: 8
kept their job at least 90 days: 0.625
commitments kept: 1
`);
  }, 90_000);
});
