import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { Catalogue } from '../definition/catalogue.js';
import type { IndicatorDefinition } from '../definition/definition.js';
import { SUBJECTS, type Subject } from '../facts/fact.js';
import { FACTS, subjectOf } from '../facts/index.js';
import { compile, type Compiled } from './compiler.rules.js';
import type { ComputeOrder } from './compute-order.js';
import type { Circumstances, ComputedFigure } from './figures.rules.js';
import { printOf, RememberedStore, type Remembered } from './remembered.store.js';
import type { CompiledRow } from './tally.rules.js';

/** One statement per fact for all definitions, so that it is compiled and prepared once. */
interface FactStatement {
  readonly subject: Subject;
  readonly compiled: Compiled;
  readonly definitions: readonly IndicatorDefinition[];
}

/** The rows of all statements on one subject, and what they and everything else add up to. */
export interface Count {
  readonly subject: Subject;
  readonly parts: readonly (FactStatement & { readonly rows: readonly CompiledRow[] })[];
  readonly print: string;
}

export interface Counted {
  readonly counts: readonly Count[];
  /** Figures of what has not changed. */
  readonly same: number;
}

/** Whether all indicators and periods are wanted. */
const isWhole = ({ indicators, periods }: ComputeOrder): boolean =>
  indicators === undefined && periods === undefined;

/** Runs the statements of what has changed, and remembers what they came to. */
@Injectable()
export class CountingService {
  private readonly statements: readonly FactStatement[];
  private readonly versions: readonly string[];

  constructor(
    private readonly database: Database,
    readonly catalogue: Catalogue,
    private readonly remembered: RememberedStore,
  ) {
    this.versions = catalogue.all.map(({ code, version }) => `${code} ${version}`);
    this.statements = [...catalogue.byFact()].map(([fact, definitions]) => ({
      subject: subjectOf(fact),
      compiled: compile(FACTS[fact], definitions),
      definitions,
    }));
  }

  /** Counts what is due, and tells how many figures need not be worked out because they would come out the same. */
  async counted(pactId: string, order: ComputeOrder, circumstances: Circumstances): Promise<Counted> {
    const whole = isWhole(order);
    const last = await this.remembered.last(pactId);
    const counts: Count[] = [];
    const kept: Partial<Record<Subject, Remembered>> = {};
    let same = 0;
    for (const subject of SUBJECTS) {
      const before = last[subject];
      // What was never computed as a whole is not known to be the same.
      if (before !== undefined && whole && order.subjects?.includes(subject) === false) {
        kept[subject] = before;
        continue;
      }
      const count = await this.count(pactId, subject, circumstances);
      if (whole && before?.print === count.print) {
        kept[subject] = before;
        same += before.figures;
      } else counts.push(count);
    }
    await this.remembered.replace(pactId, whole ? kept : {}, order.asOf);
    return { counts, same };
  }

  private async count(pactId: string, subject: Subject, circumstances: Circumstances): Promise<Count> {
    const parts: Count['parts'][number][] = [];
    for (const statement of this.statements.filter((each) => each.subject === subject)) {
      const rows = await this.database
        .in(pactId)
        .query<CompiledRow>(statement.compiled.text, [pactId, circumstances.asOf]);
      parts.push({ ...statement, rows });
    }
    const { from, asOf, settings } = circumstances;
    // Of the as-of day, the rows tell what was counted by it; which periods there are, its month.
    const print = printOf(
      [this.versions, from, asOf.slice(0, 7), settings],
      parts.flatMap(({ rows }) => rows),
    );
    return { subject, parts, print };
  }

  /** What was computed as a whole need not be computed again while it would come out the same. */
  async remember(
    pactId: string,
    counts: readonly Count[],
    { order, figures }: { order: ComputeOrder; figures: readonly ComputedFigure[] },
  ): Promise<void> {
    if (!isWhole(order)) return;
    const computed = await this.remembered.last(pactId);
    for (const { subject, print, parts } of counts) {
      const codes = new Set(parts.flatMap((part) => part.definitions.map(({ code }) => code)));
      const own = figures.filter(({ indicator }) => codes.has(indicator));
      computed[subject] = { print, figures: own.length };
    }
    await this.remembered.replace(pactId, computed, order.asOf);
  }
}
