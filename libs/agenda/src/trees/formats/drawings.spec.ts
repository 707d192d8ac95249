import { Drawings } from './drawings.js';

const UNAVAILABLE = expect.objectContaining({
  kind: expect.objectContaining({ slug: 'temporarily-unavailable' }),
});

describe('drawings', () => {
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
    const answers = await Promise.allSettled(
      Array.from({ length: 22 }, () => drawings.svgOf('digraph { a }')),
    );
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused).toEqual([20, 21].map(() => ({ status: 'rejected', reason: UNAVAILABLE })));
  });
});
