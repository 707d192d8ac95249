import { csvText } from './csv-text.js';

async function textOf(lines: Iterable<readonly unknown[]>): Promise<{ text: string; parts: number }> {
  const parts: string[] = [];
  for await (const part of csvText(['a', 'b'], lines)) parts.push(part);
  return { text: parts.join(''), parts: parts.length };
}

describe('lines of CSV', () => {
  it('end as RFC 4180 says, with quotes where they are needed', async () => {
    expect((await textOf([['x,"y"', null]])).text).toBe('a,b\r\n"x,""y""",\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@sum(a1)', '\t=1'])('make no formula of the text %j', async (text) => {
    expect((await textOf([[text, 'x']])).text).toContain(`'${text}`);
  });

  it('leave a number below zero what it is', async () => {
    expect((await textOf([[-0.5, true]])).text).toContain('\r\n-0.5,true\r\n');
  });

  it('come in parts, so that others are served meanwhile', async () => {
    const { text, parts } = await textOf(Array.from({ length: 1_200 }, (_, n) => [n, n]));
    expect(parts).toBe(3);
    expect(text.trimEnd().split('\r\n')).toHaveLength(1_201);
  });
});
