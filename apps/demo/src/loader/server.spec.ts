import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Options } from '../options.js';
import { administratorKey, findOrStartServer } from './server.js';

describe('the administrator key', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'patti-demo-'));
  const options: Options = { seed: 7, scale: 1, localUrl: 'http://127.0.0.1:1', dataDir, exit: false };
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('is asked for in one line when there is none', () => {
    expect(() => administratorKey(options)).toThrow(
      `No administrator key: give --key or BOOTSTRAP_ADMIN_KEY (there is no ${join(dataDir, 'admin-key')})`,
    );
  });

  it('is the one the standalone app wrote down, unless another is given', () => {
    writeFileSync(join(dataDir, 'admin-key'), 'written-down\n');
    expect(administratorKey(options)).toBe('written-down');
    expect(administratorKey({ ...options, key: 'given' })).toBe('given');
  });

  it('is of no use where a named server does not answer', async () => {
    const named = { ...options, url: 'http://127.0.0.1:1' };
    const found = findOrStartServer(named, new AbortController().signal);
    await expect(found).rejects.toThrow('No server answers at http://127.0.0.1:1/health/ready');
  });
});
