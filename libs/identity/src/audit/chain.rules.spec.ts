import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  BEGINNING,
  breakAtAnchor,
  breaksAt,
  type ChainBreak,
  type ChainedEntry,
  type Digest,
} from './chain.rules.js';

const digest: Digest = (prevHash, text) => createHash('sha256').update(prevHash).update(text).digest('hex');

/** As the database writes it: the number of an entry stands in its text. */
function chainOf(texts: readonly string[]): ChainedEntry[] {
  const chain: ChainedEntry[] = [];
  for (const [index, said] of texts.entries()) {
    const seq = index + 1;
    const prevHash = chain.at(-1)?.hash ?? BEGINNING.hash;
    const text = `${seq} ${said}`;
    chain.push({ seq, text, prevHash, hash: digest(prevHash, text) });
  }
  return chain;
}

function breaksOf(chain: readonly ChainedEntry[]): ChainBreak[] {
  return chain.flatMap((entry, index) => breaksAt(chain[index - 1] ?? BEGINNING, entry, digest));
}

const edited = (entry: ChainedEntry): ChainedEntry => ({ ...entry, text: `${entry.text}!` });
const rehashed = (entry: ChainedEntry): ChainedEntry => ({
  ...entry,
  hash: digest(entry.prevHash, entry.text),
});

describe('a chain of entries', () => {
  const chain = chainOf(['a', 'b', 'c', 'd', 'e']);
  const [a, b, c, d, e] = chain as [ChainedEntry, ChainedEntry, ChainedEntry, ChainedEntry, ChainedEntry];

  it.each([
    ['as it was written', chain, []],
    ['with an edited entry', [a, b, edited(c), d, e], [{ kind: 'altered', seq: 3 }]],
    [
      'with another hash',
      [a, b, { ...c, hash: b.hash }, d, e],
      [
        { kind: 'altered', seq: 3 },
        { kind: 'unlinked', seq: 4 },
      ],
    ],
    [
      'with an edited entry that was hashed anew',
      [a, b, rehashed(edited(c)), d, e],
      [{ kind: 'unlinked', seq: 4 }],
    ],
    ['without its first entry', [b, c, d, e], [{ kind: 'removed', seq: 1 }]],
    ['without some in the middle', [a, d, e], [{ kind: 'removed', seq: 2 }]],
    [
      'with one taken out and the others moved up',
      [a, { ...c, seq: 2, text: '2 c' }, { ...d, seq: 3, text: '3 d' }],
      [
        { kind: 'misplaced', seq: 2 },
        { kind: 'altered', seq: 3 },
      ],
    ],
    [
      'with two that changed places',
      [a, { ...c, seq: 2, text: '2 c' }, { ...b, seq: 3, text: '3 b' }, d, e],
      [
        { kind: 'misplaced', seq: 2 },
        { kind: 'misplaced', seq: 3 },
        { kind: 'unlinked', seq: 4 },
      ],
    ],
    [
      'with a forged one at its end',
      [...chain, { ...a, seq: 6, text: '6 a' }],
      [{ kind: 'misplaced', seq: 6 }],
    ],
    ['cut off at its end, which nothing in it shows', [a, b, c], []],
  ])('%s', (_, entries, expected) => {
    expect(breaksOf(entries)).toEqual(expected);
  });

  it('is broken by every single change but a cut at its end', () => {
    const change = fc.constantFrom('edit', 'rehash', 'remove', 'swap', 'prevHash');
    const texts = fc.array(fc.string(), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(texts, change, fc.nat(), (said, how, where) => {
        const sound = chainOf(said);
        const index = where % (sound.length - 1);
        expect(breaksOf(sound)).toEqual([]);
        const found = breaksOf(changed(sound, how, index));
        expect(found.some(({ seq }) => seq === index + 1 || seq === index + 2)).toBe(true);
      }),
    );
  });

  it('is held against what was anchored of it', () => {
    expect(breakAtAnchor(c, c.hash)).toBeUndefined();
    expect(breakAtAnchor(c, undefined)).toEqual({ kind: 'removed', seq: 3 });
    expect(breakAtAnchor(c, d.hash)).toEqual({ kind: 'rewritten', seq: 3 });
  });
});

function changed(sound: readonly ChainedEntry[], how: string, index: number): ChainedEntry[] {
  const chain = [...sound];
  const [one, next] = chain.slice(index) as [ChainedEntry, ChainedEntry];
  if (how === 'edit') chain[index] = edited(one);
  else if (how === 'rehash') chain[index] = rehashed(edited(one));
  else if (how === 'prevHash') chain[index] = { ...one, prevHash: digest('', 'other') };
  else if (how === 'remove') chain.splice(index, 1);
  else chain.splice(index, 2, { ...next, seq: one.seq }, { ...one, seq: next.seq });
  return chain;
}
