import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { FIRST, push, pushNaming } from '../../../../test/support/histories.js';
import { Records } from '../../../../test/support/records.js';
import { Catalogue } from '../definition/catalogue.js';
import type { FactName, IndicatorDefinition } from '../definition/definition.js';
import { FactsService } from '../facts/facts.service.js';
import { FACTS } from '../facts/index.js';
import { completeSettings } from '../settings/indicator-settings.rules.js';
import { compile, type Compiled } from './compiler.rules.js';

const AS_OF = '2026-03-31';
const catalogue = await Catalogue.load();

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** A few pacts with what has been pushed to them, and their facts. */
async function pactsWithFacts(): Promise<string[]> {
  const facts = new FactsService(db.database);
  const pacts: string[] = [];
  for (const pushes of fc.sample(fc.array(push, { minLength: 6, maxLength: 6 }), { numRuns: 3, seed: 7 })) {
    const records = await new Records(db.owner).pact(FIRST);
    for (const each of pushes) await pushNaming(db.owner, records, each);
    await db.database.transaction(() => facts.refresh(records.pactId, completeSettings()));
    pacts.push(records.pactId);
  }
  return pacts;
}

type Row = Record<string, unknown> & { readonly lists: readonly (readonly unknown[] | null)[] | null };

/** In no order, as a statement gives them. */
const asTexts = (rows: readonly Row[]): string[] =>
  rows
    .map(({ lists, ...row }) =>
      JSON.stringify([
        Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)),
        lists?.map((list) => list?.map(String).sort()),
      ]),
    )
    .sort();

const run = ({ text }: Compiled, values: readonly unknown[]): Promise<Row[]> =>
  db.owner.query<Row>(text, [...values]);

describe('the statement of each fact', () => {
  let pacts: string[];
  let facts: [FactName, IndicatorDefinition[]][];
  beforeAll(async () => {
    pacts = await pactsWithFacts();
    facts = [...catalogue.byFact()];
  });

  it('counts the same for all pacts at once as for each of them', async () => {
    for (const [fact, definitions] of facts) {
      const one = compile(FACTS[fact], definitions);
      const all = compile(FACTS[fact], definitions, 'all');
      const each: Row[] = [];
      for (const pactId of pacts) {
        const rows = await run(one, [pactId, AS_OF]);
        each.push(...rows.map((row) => ({ ...row, pact_id: pactId })));
      }
      const together = await run({ ...all, text: all.text.replaceAll('$2', '$1') }, [AS_OF]);
      expect(asTexts(together)).toEqual(asTexts(each));
    }
  });

  it('counts the same from columns worked out before as from the rows themselves', async () => {
    for (const [fact, definitions] of facts) {
      const { rows } = FACTS[fact];
      for (const pactId of pacts) {
        const kept = await run(compile(FACTS[fact], definitions), [pactId, AS_OF]);
        const afresh = await run(compile({ rows }, definitions), [pactId, AS_OF]);
        expect(asTexts(kept)).toEqual(asTexts(afresh));
      }
    }
  });

  it('crosses any two breakdowns so that the cells of one add up over the other', async () => {
    const started = catalogue.find('pathways_started')!;
    const crossed = { ...started, breakdowns: [['system'], ['system', 'education']] as const };
    const compiled = compile(FACTS.pathway, [crossed]);
    const sumOf = (rows: readonly Row[], grouping: number): number =>
      rows
        .filter((row) => row['grouping'] === grouping)
        .reduce((sum, row) => sum + Number(String(row['counts']).slice(1, -1)), 0);
    for (const pactId of pacts) {
      const rows = await run(compiled, [pactId, AS_OF]);
      expect(sumOf(rows, 0)).toBeGreaterThan(0);
      expect([sumOf(rows, 1), sumOf(rows, 2)]).toEqual([sumOf(rows, 0), sumOf(rows, 0)]);
    }
  });
});
