import fc from 'fast-check';
import { dotOf } from './dot.rules.js';
import { mermaidOf } from './mermaid.rules.js';
import { linesOf } from './picture.rules.js';

const PICTURE = {
  nodes: [
    { code: 'end', title: 'Young people are neither in school nor at work', isCore: true },
    { code: 'P-2', title: 'A "quoted" \\N & <b>' },
  ],
  arcs: [['P-2', 'end'] as const],
};

describe('the lines of a label', () => {
  it('are filled with whole words', () => {
    expect(linesOf('Young people are neither in school nor at work')).toEqual([
      'Young people are neither in',
      'school nor at work',
    ]);
  });

  it('lose nothing but white space, and none is longer than 28 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const lines = linesOf(text);
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(28);
      }),
    );
  });
});

describe('a tree in DOT', () => {
  it('names nodes by their codes, marks the core and leads upwards', () => {
    const dot = dotOf(PICTURE);
    expect(dot).toContain('rankdir=BT');
    expect(dot).toContain(
      String.raw`"end" [label="end\nYoung people are neither in\nschool nor at work", fillcolor="#ffe3b8", penwidth=2];`,
    );
    expect(dot).toContain('  "P-2" -> "end";');
  });

  it('keeps quotes, backslashes and entities as they stand in a title', () => {
    expect(dotOf(PICTURE)).toContain(String.raw`"P-2" [label="P-2\nA \"quoted\" \\N &amp; <b>"];`);
  });

  it('has no quote that a title could end a label with', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '\\', 'n', ' ', '&', ';') }), (title) => {
        const [, label = ''] = /label=(.*)\];/.exec(dotOf({ nodes: [{ code: 'a', title }], arcs: [] })) ?? [];
        expect(label).toMatch(/^"([^"\\]|\\.)*"$/);
      }),
    );
  });
});

describe('a tree in Mermaid', () => {
  it('numbers its nodes, for a code may be a word of the language', () => {
    expect(mermaidOf(PICTURE).split('\n').slice(2)).toEqual([
      '  n1["end<br/>Young people are neither in<br/>school nor at work"]:::core',
      '  n2["P-2<br/>A #34;quoted#34; #92;N #38; #60;b#62;"]',
      '  n2 --> n1',
      '',
    ]);
  });

  it('leaves no character in a title that means something to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (title) => {
        const [label = ''] =
          /(?<=\[").*(?="\])/.exec(mermaidOf({ nodes: [{ code: 'a', title }], arcs: [] })) ?? [];
        expect(label.replaceAll('<br/>', ' ').replaceAll(/#\d+;/g, '')).not.toMatch(/[#&<>"'`\\[\](){}|;:]/);
      }),
    );
  });
});
