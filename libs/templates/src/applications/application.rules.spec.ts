import fc from 'fast-check';
import { pathBetween, type Arc } from '#kernel';
import type { Kept, Part, PartName } from '../parts/part.js';
import {
  canonical,
  countsOf,
  sayingsOf,
  stepsOf,
  type Compared,
  type Step,
  type Wanted,
} from './application.rules.js';

const asItIs = { keep: (item: Kept) => item, tell: (kept: Kept) => kept, read: '', write: [] };
const problems: Part = { ...asItIs, name: 'problems', keyOf: ({ code }) => String(code), most: 4 };
const links: Part = {
  ...asItIs,
  name: 'problemLinks',
  keyOf: ({ cause, effect }) => [cause, effect].join('>'),
  arcOf: ({ cause, effect }) => [String(cause), String(effect)],
};
const objectives: Part = {
  ...asItIs,
  name: 'objectives',
  keyOf: ({ code }) => String(code),
  soleOf: ({ problem }) => problem as string | undefined,
  fixed: ['kind'],
  unwatched: ['mandate'],
};

const printed = (part: Part, kept: Kept) => ({
  key: part.keyOf(kept),
  kept,
  print: canonical(kept, part.unwatched),
});
const referring = (part: PartName, code: unknown) => ({
  pointer: '/x',
  part: part as 'problems',
  code: String(code),
});
const wantedOf = (part: Part, kept: Kept): Wanted => ({
  ...printed(part, kept),
  references:
    part.name === 'problemLinks'
      ? [referring('problems', kept.cause), referring('problems', kept.effect)]
      : [],
});

type Said = Readonly<Record<string, Kept>>;

const compared = (
  part: Part,
  there: readonly Kept[],
  wanted: readonly Kept[],
  said: Said = {},
): Compared => ({
  part,
  there: there.map((kept, index) => ({
    ...printed(part, kept),
    id: `${part.name}-${index}`,
    isOpen: kept.state !== 'over',
  })),
  wanted: wanted.map((kept) => wantedOf(part, kept)),
  said: new Map(Object.entries(said).map(([key, kept]) => [key, canonical(kept, part.unwatched)])),
});
const told = (...parts: Compared[]): string[] =>
  stepsOf(parts).map(({ item, outcome, reason }) =>
    [item.key, outcome, ...(reason ? [reason] : [])].join(' '),
  );

const A = { code: 'a', title: 'A' };

describe('an item of a template', () => {
  it('is created where it is not there', () => {
    expect(told(compared(problems, [], [A]))).toEqual(['a created']);
  });

  it('is unchanged where the same is there, whoever said it and in whatever order', () => {
    expect(
      told(compared(problems, [{ title: 'A', code: 'a', description: null, isCore: false }], [A])),
    ).toEqual(['a unchanged']);
  });

  it('is changed where nobody has touched what a template said', () => {
    const before = { ...A, title: 'Before' };
    const [step] = stepsOf([compared(problems, [before], [A], { a: before })]);
    expect(step).toMatchObject({ outcome: 'changed', id: 'problems-0', fields: ['title'] });
  });

  it('is left where the pact says it otherwise', () => {
    const before = { ...A, title: 'Before' };
    expect(told(compared(problems, [{ ...A, title: 'Own' }], [A], { a: before }))).toEqual(['a left edited']);
    expect(told(compared(problems, [{ ...A, title: 'Own' }], [A]))).toEqual(['a left edited']);
  });

  it('is left where the pact has taken it away', () => {
    expect(told(compared(problems, [], [A], { a: A }))).toEqual(['a left removed']);
  });

  it('is left where it is at its end', () => {
    const before = { code: 'a', title: 'Before', state: 'over' };
    expect(told(compared(problems, [before], [A], { a: before }))).toEqual(['a left over']);
  });

  it('is left where it cannot change, and not watched where that is no business of templates', () => {
    const before = { code: 'o', kind: 'x', mandate: 1 };
    expect(told(compared(objectives, [before], [{ code: 'o', kind: 'y' }], { o: before }))).toEqual([
      'o left fixed',
    ]);
    expect(told(compared(objectives, [before], [{ code: 'o', kind: 'x', mandate: 2 }]))).toEqual([
      'o unchanged',
    ]);
  });

  it('is left where another has its place, also one of the same template', () => {
    const there = { code: 'mine', problem: 'a' };
    const wanted = [
      { code: 'x', problem: 'a' },
      { code: 'y', problem: 'b' },
      { code: 'z', problem: 'b' },
    ];
    expect(told(compared(objectives, [there], wanted))).toEqual([
      'x left taken',
      'y created',
      'z left taken',
    ]);
  });

  it('is left where the pact has as many as it may', () => {
    const many = ['b', 'c', 'd'].map((code) => ({ code, title: code }));
    expect(told(compared(problems, many, [A, { ...A, code: 'e' }]))).toEqual(['a created', 'e left full']);
  });

  it('is left where what it refers to is not there', () => {
    const link = { cause: 'a', effect: 'b' };
    const b = { code: 'b', title: 'B' };
    expect(told(compared(problems, [], [A]), compared(links, [], [link]))).toEqual([
      'a created',
      'a>b left missing_reference',
    ]);
    expect(told(compared(problems, [b], [A]), compared(links, [], [link]))).toEqual([
      'a created',
      'a>b created',
    ]);
  });
});

const NODES = ['a', 'b', 'c', 'd'];
const arc = fc
  .tuple(fc.constantFrom(...NODES), fc.constantFrom(...NODES))
  .filter(([from, to]) => from !== to);
const arcs = fc.uniqueArray(arc, { maxLength: 8, selector: ([from, to]) => from + to });
const linkOf = ([cause, effect]: readonly [string, string]): Kept => ({ cause, effect });
const nodes = NODES.map((code) => ({ code, title: code }));

/** Those of the arcs that close no circle with the ones before them. */
const acyclic = (given: readonly Arc[]): Arc[] =>
  given.reduce<Arc[]>(
    (kept, [from, to]) => (pathBetween(kept, to, from) === undefined ? [...kept, [from, to]] : kept),
    [],
  );

/** What the pact has once the steps are done. */
function after(
  { part, there, said }: Compared,
  steps: readonly Step[],
): { there: Kept[]; said: Map<string, string> } {
  const mine = steps.filter((step) => step.part === part.name);
  const written = new Map(
    mine.filter(({ outcome }) => outcome !== 'left').map(({ item }) => [item.key, item.kept]),
  );
  const kept = there.map((row) => written.get(row.key) ?? row.kept);
  const isNew = ({ outcome }: Step) => outcome === 'created';
  return {
    there: [...kept, ...mine.filter(isNew).map(({ item }) => item.kept)],
    said: new Map([
      ...said,
      ...sayingsOf([{ part, there, said, wanted: [] }], mine).map(
        ({ item }) => [item.key, item.print] as const,
      ),
    ]),
  };
}

describe('a template that is applied', () => {
  it('never closes a circle, and leaves out no link that closes none', () => {
    fc.assert(
      fc.property(arcs, arcs, (own, wanted) => {
        const there = acyclic(own);
        const steps = stepsOf([
          compared(problems, nodes, []),
          compared(links, there.map(linkOf), wanted.map(linkOf)),
        ]);
        const created = steps
          .filter(({ outcome }) => outcome === 'created')
          .map(({ item }) => item.key.split('>'));
        const all = [...there, ...(created as unknown as Arc[])];
        expect(acyclic(all)).toHaveLength(all.length);
        expect(all).toHaveLength(
          acyclic([
            ...there,
            ...wanted.filter(([from, to]) => !there.some(([a, b]) => a === from && b === to)),
          ]).length,
        );
      }),
    );
  });

  it('changes nothing when it is applied again', () => {
    const row = fc.record({ code: fc.constantFrom('a', 'b', 'c'), title: fc.constantFrom('x', 'y') });
    const rows = fc.uniqueArray(row, { selector: ({ code }) => code });
    fc.assert(
      fc.property(rows, rows, rows, (there, wanted, said) => {
        const first = compared(
          problems,
          there,
          wanted,
          Object.fromEntries(said.map((each) => [each.code, each])),
        );
        const steps = stepsOf([first]);
        const next = after(first, steps);
        const again = { ...compared(problems, next.there, wanted), said: next.said };
        const counts = countsOf(stepsOf([again]));
        expect(counts).toMatchObject({ created: 0, changed: 0, left: countsOf(steps).left });
        expect(sayingsOf([again], stepsOf([again]))).toEqual([]);
      }),
    );
  });
});
