import { Progress } from './progress.js';

const run = async (isTTY: boolean): Promise<string> => {
  let text = '';
  const progress = new Progress({ isTTY, columns: 60, write: (piece: string) => (text += piece) });
  await progress.stage('Actors', 4, async (tick) => {
    tick(2);
    return '4 loaded';
  });
  return text;
};

describe('progress', () => {
  it('is one plain line a stage where there is no terminal', async () => {
    expect(await run(false)).toMatch(/^ {2}Actors {17}4 loaded \(\d+\.\d s\)\n$/);
  });

  it('is a bar on a terminal, no wider than it, wiped at the end', async () => {
    const text = await run(true);
    expect(text).toContain('░░░');
    const bars = text.split('\r\x1b[2K').slice(1, -1);
    for (const bar of bars) expect(bar.length).toBeLessThan(60);
    expect(text).toMatch(/\r\x1b\[2K {2}Actors {17}4 loaded/);
  });

  it('leaves no half-drawn bar behind a failure', async () => {
    let text = '';
    const progress = new Progress({ isTTY: true, write: (piece: string) => (text += piece) });
    await expect(progress.stage('Pacts', 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(text.endsWith('\r\x1b[2K')).toBe(true);
  });
});
