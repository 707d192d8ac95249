import { readdir } from 'node:fs/promises';
import { FACTS } from '../facts/index.js';
import type { BreakdownName } from './breakdowns.rules.js';
import { faultsOf } from './definition.rules.js';
import type { FactName, IndicatorDefinition } from './definition.js';

const FOLDER = new URL('../definitions/', import.meta.url);
const FILE = /^(.+)\.indicator\.[jt]s$/;

/** Every indicator there is, in the order of codes. */
export class Catalogue {
  private readonly byCode: ReadonlyMap<string, IndicatorDefinition>;

  constructor(readonly all: readonly IndicatorDefinition[]) {
    this.byCode = new Map(all.map((definition) => [definition.code, definition]));
  }

  /**
   * Finds the definitions in their folder.
   * @throws when one of them cannot be used: a service that starts computes what it says.
   */
  static async load(): Promise<Catalogue> {
    const files = (await readdir(FOLDER)).filter((file) => FILE.test(file)).sort();
    // One after the other: files that share a part would load it twice at a time.
    const found: Awaited<ReturnType<typeof read>>[] = [];
    for (const file of files) found.push(await read(file));
    const faults = found.flatMap(({ name, definition }) =>
      faultsOf(definition, name, FACTS[definition.fact]),
    );
    if (faults.length > 0) throw new Error(`indicators cannot be used: ${faults.join('; ')}`);
    return new Catalogue(found.map(({ definition }) => definition));
  }

  find(code: string): IndicatorDefinition | undefined {
    return this.byCode.get(code);
  }

  get codes(): string[] {
    return [...this.byCode.keys()];
  }

  /** Definitions by the fact they look at: one statement each. */
  byFact(): Map<FactName, IndicatorDefinition[]> {
    const facts = new Map<FactName, IndicatorDefinition[]>();
    for (const definition of this.all) {
      facts.set(definition.fact, [...(facts.get(definition.fact) ?? []), definition]);
    }
    return facts;
  }

  /** The breakdowns that at least one of these indicators has. */
  breakdownsOf(codes: readonly string[]): BreakdownName[] {
    const definitions = this.all.filter((definition) => codes.includes(definition.code));
    return [...new Set(definitions.flatMap((definition) => definition.breakdowns.flat()))].sort();
  }
}

async function read(file: string): Promise<{ name: string; definition: IndicatorDefinition }> {
  const module = (await import(`../definitions/${file}`)) as { indicator?: IndicatorDefinition };
  const name = FILE.exec(file)?.[1] ?? file;
  if (module.indicator === undefined) throw new Error(`${file} exports no indicator`);
  return { name, definition: module.indicator };
}
