import type { Worker } from 'node:worker_threads';
import { Drawings } from './drawings.js';

const UNAVAILABLE = expect.objectContaining({
  kind: expect.objectContaining({ slug: 'temporarily-unavailable' }),
});

/** Gets no thread the first time it asks for one. */
class Unlucky extends Drawings {
  private attempts = 0;

  protected override begin(): Worker {
    this.attempts += 1;
    if (this.attempts === 1) throw new Error('no thread');
    return super.begin();
  }
}

describe('drawings', () => {
  /** As many different ones as may wait, and no more. */
  const fill = (): Promise<string>[] =>
    Array.from({ length: 20 }, (_, place) => drawings.svgOf(`digraph { filling${place} }`));

  let drawings: Drawings;
  beforeAll(() => {
    drawings = new Drawings();
  });
  afterAll(() => drawings.onModuleDestroy());

  it('are SVG without what stands before it', async () => {
    expect(await drawings.svgOf('digraph { a -> b }')).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
  });

  it('are made one after the other, whoever asks first gets the first', async () => {
    const ended: string[] = [];
    const draw = (name: string) => drawings.svgOf(`digraph { ${name} }`).then((svg) => ended.push(name, svg));
    await Promise.all(['a', 'b', 'c'].map(draw));
    expect(ended.filter((_, place) => place % 2 === 0)).toEqual(['a', 'b', 'c']);
    expect(ended[3]).toContain('<title>b</title>');
  });

  it('leave the program free for other work meanwhile', async () => {
    await drawings.svgOf('digraph { a }');
    let turns = 0;
    let isDrawn = false;
    const turn = (): void => {
      turns += 1;
      if (!isDrawn) setImmediate(turn);
    };
    turn();
    const arcs = Array.from({ length: 200 }, (_, place) => `n${place + 1} -> n${Math.floor(place / 3)};`);
    await drawings.svgOf(`digraph { ${arcs.join(' ')} }`);
    isDrawn = true;
    expect(turns).toBeGreaterThan(100);
  });

  it('fail alone: the next one is drawn', async () => {
    const answers = await Promise.allSettled(
      ['digraph { a -> ', 'digraph { b }'].map((dot) => drawings.svgOf(dot)),
    );
    expect(answers).toEqual([
      { status: 'rejected', reason: UNAVAILABLE },
      { status: 'fulfilled', value: expect.stringContaining('<svg') },
    ]);
  });

  it('are refused while too many wait', async () => {
    const waiting = Promise.all(fill());
    await expect(drawings.svgOf('digraph { one too many }')).rejects.toEqual(UNAVAILABLE);
    expect(await waiting).toHaveLength(20);
  });

  it('are made once for all who ask for the same meanwhile', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => drawings.svgOf('digraph { shared }')));
    expect(new Set(all).size).toBe(1);
  });

  it('are kept for who asks again, the last twenty of them', async () => {
    const other = new Drawings();
    const draw = (place: number): Promise<string> => other.svgOf(`digraph { kept${place} }`);
    for (let place = 0; place <= 20; place += 1) await draw(place);
    const waiting = Array.from({ length: 20 }, (_, place) => draw(100 + place));
    expect(await draw(1)).toContain('<title>kept1</title>');
    await expect(draw(0)).rejects.toEqual(UNAVAILABLE);
    await Promise.all(waiting);
    await other.onModuleDestroy();
  });

  it('go on after one that got no thread', async () => {
    const unlucky = new Unlucky();
    await expect(unlucky.svgOf('digraph { a }')).rejects.toThrow('no thread');
    expect(await unlucky.svgOf('digraph { a }')).toContain('<svg');
    await unlucky.onModuleDestroy();
  });
});
