import fc from 'fast-check';
import { FIRST, push, pushNaming } from '../../../../test/support/histories.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { FIRST_DAY, granularityOf, LAST_DAY, parsePeriod } from '#kernel';
import { Catalogue } from '../definition/catalogue.js';
import type { IndicatorDefinition } from '../definition/definition.js';
import { figuresEngineOn } from '../engine/figures-engine.wiring.js';
import { storedFact } from '../facts/index.js';
import { countedRows } from './counted-rows.rules.js';

const AS_OF = '2025-12-31';
const ALL = { ofPathway: 'true', ofParticipant: 'true' };

interface Figure {
  readonly indicator: string;
  readonly period: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, number>> & { readonly leftOut?: Record<string, number> };
}

let db: TestDatabase;
let catalogue: Catalogue;
beforeAll(async () => {
  db = await testDatabase();
  const { all } = await Catalogue.load();
  const kept = new Set(['sex', 'targetGroup', 'ageGroup,sex']);
  catalogue = new Catalogue(
    all
      .filter(({ fact }) => storedFact(fact))
      .map((each) => ({ ...each, breakdowns: each.breakdowns.filter((cut) => kept.has(cut.join())) })),
  );
});
afterAll(() => db.close());

/** How many rows the figure counted, and how many of them are the share: as its numbers say. */
function expected({ numbers }: Figure, { measure }: IndicatorDefinition): [number, number] {
  if (measure.kind === 'share') return [numbers.denominator ?? 0, numbers.numerator ?? 0];
  return [numbers.n ?? numbers.value ?? 0, 0];
}

async function found(pactId: string, figure: Figure, definition: IndicatorDefinition) {
  const cell = { granularity: granularityOf(figure.period), dimensions: Object.keys(figure.breakdown) };
  const { from = FIRST_DAY, to = LAST_DAY } = parsePeriod(figure.period) ?? {};
  const rows = await db.owner.query<{ outcome: string; fulfils: boolean | null; rows: number }>(
    countedRows(definition, storedFact(definition.fact)!, { cell, toTell: ALL }),
    [pactId, AS_OF, from, to, JSON.stringify(figure.breakdown)],
  );
  const sum = (fits: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(fits).reduce((all, row) => all + row.rows, 0);
  const reasons = new Set(rows.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'counted'));
  const leftOut = [...reasons].map((reason) => [reason, sum(({ outcome }) => outcome === reason)]);
  return {
    counted: [sum(({ outcome }) => outcome === 'counted'), sum(({ fulfils }) => fulfils === true)],
    leftOut: Object.fromEntries(leftOut),
  };
}

describe('the rows of a figure', () => {
  it('are as many as it counted and left out, whatever the indicator, period and cell', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(push, { minLength: 2, maxLength: 4 }), async (pushes) => {
        const records = await new Records(db.owner).pact(FIRST);
        for (const each of pushes) await pushNaming(db.owner, records, each);
        const engine = figuresEngineOn(db.database, catalogue);
        await engine.compute(records.pactId, { asOf: AS_OF, runId: await records.run() });
        const figures = await db.owner.query<Figure>(
          `select indicator, period, breakdown, numbers from figure
           where pact_id = $1 and latest and period in ('2025-03', '2025-Q2', '2025', 'since-start')`,
          [records.pactId],
        );
        for (const figure of figures) {
          const definition = catalogue.find(figure.indicator)!;
          const { leftOut = {} } = figure.numbers;
          expect([figure, await found(records.pactId, figure, definition)]).toEqual([
            figure,
            { counted: expected(figure, definition), leftOut },
          ]);
        }
      }),
      { numRuns: 3 },
    );
  });
});
