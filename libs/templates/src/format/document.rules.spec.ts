import { faultsOf } from './document.rules.js';
import type { TemplateDocument } from './template.dto.js';

const name = { it: 'Nome' };
const document = (parts: Partial<TemplateDocument>): TemplateDocument => ({
  code: 'own',
  version: 1,
  name,
  ...parts,
});
const told = (parts: Partial<TemplateDocument>): string[] =>
  faultsOf(document(parts)).map(({ pointer, code }) => `${pointer} ${code}`);

const problems = ['a', 'b', 'c'].map((code) => ({ code, name }));
const grid = {
  code: 'g',
  name,
  dimensions: [
    { code: 'x', name, values: [{ code: '1', name }] },
    { code: 'y', name, values: [{ code: '2', name }] },
  ],
};

describe('a template document', () => {
  it('may be empty', () => {
    expect(told({})).toEqual([]);
  });

  it('says each thing in one language at least', () => {
    expect(told({ problems: [{ code: 'a', name: {} }] })).toEqual(['/problems/0/name no-language']);
    expect(told({ description: {} })).toEqual(['/description no-language']);
    expect(told({ problems: [{ code: 'a', name: { en: 'Name' } }] })).toEqual([]);
  });

  it('has each code once in a part, but may have it in two parts', () => {
    expect(told({ problems: [problems[0]!, problems[0]!] })).toEqual(['/problems/1/code duplicate-code']);
    expect(told({ problems, pillars: problems })).toEqual([]);
  });

  it('names only what it has', () => {
    expect(
      told({
        problems,
        problemLinks: [{ cause: 'a', effect: 'z' }],
        measures: [
          { code: 'm', name, pillar: 'p', objectives: ['o'], cells: [{ grid: 'h', values: ['1'] }] },
        ],
      }),
    ).toEqual([
      '/problemLinks/0/effect unknown-code',
      '/measures/0/pillar unknown-code',
      '/measures/0/objectives/0 unknown-code',
      '/measures/0/cells/0/grid unknown-code',
    ]);
  });

  it('has no circles of problems, of objectives or of bodies', () => {
    const links = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ] as const;
    const problemLinks = links.map(([cause, effect]) => ({ cause, effect }));
    const objectiveLinks = links.map(([means, end]) => ({ means, end }));
    expect(told({ problems, problemLinks })).toEqual(['/problemLinks/0 circle']);
    expect(told({ objectives: problems, objectiveLinks })).toEqual(['/objectiveLinks/0 circle']);
    const body = { name, kind: 'assembly', level: 'regional' };
    const bodies = [{ ...body, code: 'top' }, ...links.map(([code, parent]) => ({ ...body, code, parent }))];
    expect(told({ bodies })).toEqual(['/bodies/1/parent circle']);
  });

  it('answers each problem with one objective', () => {
    const objectives = ['o', 'p'].map((code) => ({ code, name, problem: 'a' }));
    expect(told({ problems, objectives })).toEqual(['/objectives/1/problem answered-already']);
  });

  it('asks about kinds that there are', () => {
    const prompt = { code: 'q', name, about: 'swot', kind: 'need' };
    expect(told({ prompts: [prompt] })).toEqual(['/prompts/0/kind unknown-value']);
    expect(told({ prompts: [{ ...prompt, about: 'territory' }] })).toEqual([]);
  });

  it('places measures in cells that there are', () => {
    const placed = (values: string[]) =>
      told({ grids: [grid], measures: [{ code: 'm', name, cells: [{ grid: 'g', values }] }] });
    expect(placed(['1', '2'])).toEqual([]);
    expect(placed(['2', '1'])).toEqual(['/measures/0/cells/0/values unknown-cell']);
    expect(placed(['1'])).toEqual(['/measures/0/cells/0/values unknown-cell']);
  });

  it('has measures that serve a result of their own pillar', () => {
    const pillars = ['p', 'q'].map((code) => ({ code, name }));
    const expectedResults = [{ code: 'r', name, pillar: 'p' }];
    const served = (measure: object) =>
      told({ pillars, expectedResults, measures: [{ code: 'm', name, expectedResult: 'r', ...measure }] });
    expect(served({})).toEqual([]);
    expect(served({ pillar: 'p' })).toEqual([]);
    expect(served({ pillar: 'q' })).toEqual(['/measures/0/expectedResult other-pillar']);
  });

  it('has grids of a size that can be looked at', () => {
    const values = Array.from({ length: 100 }, (_, index) => ({ code: `v${index}`, name }));
    const wide = { ...grid, dimensions: ['x', 'y', 'z'].map((code) => ({ code, name, values })) };
    expect(told({ grids: [wide] })).toEqual(['/grids/0/dimensions too-many']);
  });
});
