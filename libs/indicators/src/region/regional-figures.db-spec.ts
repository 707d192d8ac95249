import fc from 'fast-check';
import { FIRST, PEOPLE, push, pushNaming } from '../../../../test/support/histories.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { parsePeriod } from '#kernel';
import { dimensionsOf } from '../definition/breakdowns.rules.js';
import { Catalogue } from '../definition/catalogue.js';
import type { IndicatorDefinition } from '../definition/definition.js';
import { figuresEngineOn } from '../engine/figures-engine.wiring.js';
import { keyOf } from '../engine/figures.store.js';
import { ReadRows } from '../engine/read-rows.rules.js';
import { figuresOf } from '../engine/figures.rules.js';
import type { Numbers } from '../engine/numbers.rules.js';
import type { CompiledRow } from '../engine/tally.rules.js';
import { completeSettings } from '../settings/indicator-settings.rules.js';
import { compileForRegion } from './regional-rows.js';

const AS_OF = '2025-12-31';
const settings = { ...completeSettings(), disclosureThreshold: 0 };
type Added = 'value' | 'numerator' | 'denominator' | 'n' | 'ended' | 'improved' | 'declined';

let db: TestDatabase;
let catalogue: Catalogue;
beforeAll(async () => {
  db = await testDatabase();
  const { all } = await Catalogue.load();
  const kept = new Set(['sex', 'targetGroup', 'resourceKind']);
  catalogue = new Catalogue(
    all
      .filter(({ measure }) => measure.kind !== 'graph')
      .map((each) => ({ ...each, breakdowns: each.breakdowns.filter((cut) => kept.has(dimensionsOf(cut))) })),
  );
});
afterAll(() => db.close());

async function regional(pactIds: readonly string[]) {
  const figures: ReturnType<typeof figuresOf> = [];
  for (const [fact, definitions] of catalogue.byFact()) {
    const compiled = compileForRegion(fact, definitions);
    const rows = await db.database.countAmong<CompiledRow>(pactIds, compiled.text, [
      pactIds,
      pactIds.map(() => AS_OF),
    ]);
    const read = new ReadRows(compiled, rows);
    for (const definition of definitions) {
      figures.push(...figuresOf(definition, read, { from: FIRST, asOf: AS_OF, settings }));
    }
  }
  return new Map(figures.map((figure) => [keyOf(figure), figure]));
}

/** The numbers that are the sums of those of the pacts. The plain share beside an estimate is not always there. */
function addedOf({ measure }: IndicatorDefinition, { n }: Numbers): readonly Added[] {
  if (measure.kind === 'count' || measure.kind === 'sum') return ['value'];
  return n === undefined ? ['numerator', 'denominator'] : ['n', 'ended', 'improved', 'declined'];
}

describe('figures of several pacts together', () => {
  it('are the sums of their figures, and count each participant once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(push, { minLength: 2, maxLength: 4 }), async (pushes) => {
        const pacts = [await new Records(db.owner).pact(FIRST), await new Records(db.owner).pact(FIRST)];
        for (const [index, each] of pushes.entries()) await pushNaming(db.owner, pacts[index % 2]!, each);
        const engine = figuresEngineOn(db.database, catalogue);
        for (const records of pacts) {
          await engine.compute(records.pactId, { asOf: AS_OF, runId: await records.run() });
        }
        const ids = pacts.map(({ pactId }) => pactId);
        const together = await regional(ids);
        const summed = await db.owner.query<{
          indicator: string;
          period: string;
          cell: string;
          sums: Partial<Record<Added, number>>;
        }>(
          `select indicator, period, cell, jsonb_object_agg(name, sum) as sums from (
             select indicator, period, cell, name, sum((value #>> '{}')::float8) as sum
             from figure, jsonb_each(numbers) each(name, value)
             where pact_id = any($1) and latest and jsonb_typeof(value) = 'number' group by 1, 2, 3, 4) s
           group by 1, 2, 3`,
          [ids],
        );
        const wrong = summed.flatMap(({ sums, ...place }) => {
          // Where nobody is met for the first time there is no cell.
          const numbers: Numbers = together.get(keyOf(place))?.numbers ?? { value: 0 };
          return addedOf(catalogue.find(place.indicator)!, numbers)
            .filter((name) => (numbers[name] ?? 0) !== (sums[name] ?? 0))
            .map((name) => ({ place, name, found: numbers[name], sum: sums[name] }));
        });
        expect(wrong).toEqual([]);
        const { from, to } = parsePeriod('2025-Q2')!;
        const [row] = await db.owner.query<{ persons: number }>(
          `select count(distinct participant_id)::int as persons from fact_pathway
           where pact_id = any($1) and started_on between $2 and $3`,
          [ids, from, to],
        );
        expect(together.get('participants_started|2025-Q2|')?.numbers.value).toBe(row?.persons);
        expect(row?.persons).toBeLessThanOrEqual(PEOPLE.length);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('are counted from the pacts that are announced, and from no other', async () => {
    const [one, other] = [await new Records(db.owner).pact(FIRST), await new Records(db.owner).pact(FIRST)];
    for (const records of [one, other]) {
      await records.push({
        source: 'sil',
        pathways: [{ externalId: `p-${records.pactId}`, participantId: PEOPLE[0]!, startedOn: FIRST }],
      });
      await figuresEngineOn(db.database, catalogue).compute(records.pactId, {
        asOf: AS_OF,
        runId: await records.run(),
      });
    }
    const text = 'select distinct pact_id as id from regional.fact_pathway where pact_id = any($1)';
    const both = [[one.pactId, other.pactId]];
    expect(await db.database.countAmong([one.pactId], text, both)).toEqual([{ id: one.pactId }]);
    expect(await db.database.query(text, both)).toEqual([]);
    expect(await db.database.in(one.pactId).query(text, both)).toEqual([]);
  });
});
