import { spawnSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';
/** A browser that asks nobody anything but the server under test. */
const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const found = spawnSync(EXECUTABLE, ['--version']).status === 0;
const required = (process.env.PATTI_REQUIRE ?? '').split(',').includes('chromium');
if (required && !found) throw new Error('chromium is required here and cannot be found');

/** `describe`, or a skipped one that says why, where there is no chromium. */
export const describeWithBrowser: jest.Describe = found
  ? describe
  : (Object.assign((name: string, work: () => void) =>
      describe.skip(`${name} (no chromium on this machine)`, work),
    ) as jest.Describe);

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: EXECUTABLE, args: OPTIONS });
