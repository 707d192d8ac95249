import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { uuidv7 } from '#kernel';
import { compile } from '../engine/compiler.rules.js';
import { figuresOf, type ComputedFigure } from '../engine/figures.rules.js';
import { ReadRows } from '../engine/read-rows.rules.js';
import type { CompiledRow } from '../engine/tally.rules.js';
import { FACTS } from '../facts/index.js';
import { completeSettings } from '../settings/indicator-settings.rules.js';
import { cellOf } from './breakdowns.rules.js';
import { Catalogue } from './catalogue.js';
import type { Example, ExpectedFigure, IndicatorDefinition } from './definition.js';

const catalogue = await Catalogue.load();
const SETTINGS = { ...completeSettings(), disclosureThreshold: 0 };
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** The rows of the example in the place of the fact's own. */
function exampleRows(definition: IndicatorDefinition): string {
  const columns = Object.entries(FACTS[definition.fact].columns).map(([name, type]) => `${name} ${type}`);
  return `select * from jsonb_to_recordset($3::jsonb) as given(${columns.join(', ')}) where $1::uuid is not null`;
}

async function compute(definition: IndicatorDefinition, example: Example): Promise<ComputedFigure[]> {
  const compiled = compile({ rows: () => exampleRows(definition) }, [definition]);
  const rows = await db.owner.query<CompiledRow>(compiled.text, [
    uuidv7(),
    example.asOf,
    JSON.stringify(example.rows),
  ]);
  return figuresOf(definition, new ReadRows(compiled, rows), {
    from: '2025-01-01',
    asOf: example.asOf,
    settings: SETTINGS,
  });
}

function expectFigure(found: ComputedFigure | undefined, expected: ExpectedFigure): void {
  const { period: _period, breakdown: _breakdown, missing, ...numbers } = expected;
  expect(found).toBeDefined();
  expect(found?.missing).toBe(missing);
  for (const [name, value] of Object.entries(numbers)) {
    const given = found?.numbers[name as keyof typeof found.numbers];
    if (typeof value === 'number') expect(given).toBeCloseTo(value, 6);
    else if (Array.isArray(value))
      value.forEach((each, index) => expect((given as unknown as number[])[index]).toBeCloseTo(each, 6));
    else expect(given ?? null).toEqual(value);
  }
}

describe.each(catalogue.all.map((definition) => [definition.code, definition] as const))(
  '%s',
  (_code, definition) => {
    it.each(definition.examples.map((example) => [example.title.en, example] as const))(
      'gives the figures of its example: %s',
      async (_title, example) => {
        const figures = await compute(definition, example);
        for (const expected of example.figures) {
          const cell = cellOf(expected.breakdown ?? {});
          expectFigure(
            figures.find((figure) => figure.period === expected.period && figure.cell === cell),
            expected,
          );
        }
      },
    );
  },
);

describe('the catalogue', () => {
  it('holds every definition of its folder', () => {
    expect(catalogue.codes).toEqual([...catalogue.codes].sort());
    expect(catalogue.codes).toContain('job_retention_90');
  });
});
