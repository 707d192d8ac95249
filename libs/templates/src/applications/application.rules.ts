import { pathBetween, type Arc } from '#kernel';
import type { Reference } from '../format/references.rules.js';
import type { Kept, Part, PartName } from '../parts/part.js';

export const OUTCOMES = ['created', 'changed', 'unchanged', 'left'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why an item of the template is not brought to the pact. */
export const REASONS = [
  'edited',
  'removed',
  'missing_reference',
  'fixed',
  'over',
  'taken',
  'circle',
  'full',
] as const;
export type Reason = (typeof REASONS)[number];

/** An item as the template wants it, or as the pact has it. Equal prints say the same. */
export interface Printed {
  readonly key: string;
  readonly kept: Kept;
  readonly print: string;
}

export interface Existing extends Printed {
  readonly id: string;
  /** It can change still. */
  readonly isOpen: boolean;
}

export interface Wanted extends Printed {
  readonly references: readonly Reference[];
}

/** A part of the pact, and of the template. */
export interface Compared {
  readonly part: Part;
  readonly there: readonly Existing[];
  readonly wanted: readonly Wanted[];
  /** What a template said last of an item, by key, as a print. */
  readonly said: ReadonlyMap<string, string>;
}

export interface Step {
  readonly part: PartName;
  readonly item: Wanted;
  readonly outcome: Outcome;
  readonly reason?: Reason;
  /** The row that is there. */
  readonly id?: string;
  /** What of it is different. */
  readonly fields?: readonly string[];
}

/**
 * What a template comes to in a pact. An item that is not there is created, one that nobody has touched since a template
 * said it is changed to what this one says, and whatever the pact has said or taken away itself is left.
 */
export function stepsOf(parts: readonly Compared[]): Step[] {
  const available = new Map<PartName, Set<string>>();
  return parts.flatMap((compared) => {
    const { part, there, wanted } = compared;
    const codes = new Set(there.map(({ key }) => key));
    available.set(part.name, codes);
    const state = new PartState(compared);
    return wanted.map((item) => {
      const isMissing = item.references.some((one) => !isAvailable(one, available, wanted, part.name));
      const step = isMissing ? leave('missing_reference') : state.judge(item);
      if (step.outcome === 'created') codes.add(item.key);
      return { part: part.name, item, ...step };
    });
  });
}

/** Items of one part may refer to each other in any order. */
const isAvailable = (
  { part, code }: { readonly part: PartName; readonly code: string },
  available: ReadonlyMap<PartName, ReadonlySet<string>>,
  siblings: readonly Wanted[],
  own: PartName,
): boolean =>
  available.get(part)?.has(code) === true || (part === own && siblings.some(({ key }) => key === code));

type Judgement = Omit<Step, 'part' | 'item'>;

const leave = (reason: Reason, id?: string): Judgement => ({
  outcome: 'left',
  reason,
  ...(id !== undefined && { id }),
});

/** A part of the pact as it becomes, item by item. */
class PartState {
  private readonly rows: ReadonlyMap<string, Existing>;
  private readonly arcs = new Map<string, Arc>();
  private readonly owners = new Map<string, string>();
  private size: number;

  constructor(private readonly compared: Compared) {
    const { there } = compared;
    this.rows = new Map(there.map((row) => [row.key, row]));
    this.size = there.length;
    there.forEach((row) => this.take(row));
  }

  judge(item: Wanted): Judgement {
    const row = this.rows.get(item.key);
    const judgement = row === undefined ? this.judgeNew(item) : this.judgeKnown(row, item);
    if (judgement.outcome === 'created') this.size += 1;
    if (judgement.outcome === 'created' || judgement.outcome === 'changed') this.take(item);
    return judgement;
  }

  private judgeNew(item: Wanted): Judgement {
    const { part, said } = this.compared;
    if (said.has(item.key)) return leave('removed');
    if (this.size >= (part.most ?? Infinity)) return leave('full');
    const reason = this.refusal(item);
    return reason === undefined ? { outcome: 'created' } : leave(reason);
  }

  private judgeKnown(row: Existing, item: Wanted): Judgement {
    if (row.print === item.print) return { outcome: 'unchanged', id: row.id };
    const fields = differences(row.kept, item.kept, this.compared.part.unwatched);
    if (fields.some((field) => this.compared.part.fixed?.includes(field))) return leave('fixed', row.id);
    if (!row.isOpen) return leave('over', row.id);
    if (this.compared.said.get(item.key) !== row.print) return leave('edited', row.id);
    const reason = this.refusal(item);
    return reason === undefined ? { outcome: 'changed', id: row.id, fields } : leave(reason, row.id);
  }

  private refusal({ key, kept }: Wanted): Reason | undefined {
    const { part } = this.compared;
    const sole = part.soleOf?.(kept);
    if (sole !== undefined && (this.owners.get(sole) ?? key) !== key) return 'taken';
    const arc = part.arcOf?.(kept);
    if (arc === undefined) return undefined;
    const others = [...this.arcs].filter(([owner]) => owner !== key).map(([, other]) => other);
    return pathBetween(others, arc[1], arc[0]) === undefined ? undefined : 'circle';
  }

  private take({ key, kept }: Printed): void {
    const { part } = this.compared;
    const sole = part.soleOf?.(kept);
    if (sole !== undefined) this.owners.set(sole, key);
    const arc = part.arcOf?.(kept);
    if (arc === undefined) this.arcs.delete(key);
    else this.arcs.set(key, arc);
  }
}

/** Names of what two rows say differently; what says nothing is the same as what is not there. */
function differences(row: Kept, wanted: Kept, unwatched: readonly string[] = []): string[] {
  const names = new Set([...Object.keys(row), ...Object.keys(wanted)]);
  return [...names].filter(
    (name) => !unwatched.includes(name) && canonical(row[name]) !== canonical(wanted[name]),
  );
}

const says = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);

/** One text for all that say the same, whatever the order of their names. */
export function canonical(value: unknown, unwatched: readonly string[] = []): string {
  if (!says(value)) return 'null';
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each)).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value as object)
    .filter(([name, each]) => says(each) && !unwatched.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`);
  return `{${entries.join(',')}}`;
}

/** The steps after which the pact says what the template says, where no template has said that before. */
export function sayingsOf(parts: readonly Compared[], steps: readonly Step[]): Step[] {
  const said = new Map(parts.map((compared) => [compared.part.name, compared.said]));
  return steps.filter(
    ({ part, item, outcome }) => outcome !== 'left' && said.get(part)?.get(item.key) !== item.print,
  );
}

/** How many steps came to what. */
export const countsOf = (steps: readonly Step[]): Record<Outcome, number> => {
  const counts = { created: 0, changed: 0, unchanged: 0, left: 0 };
  for (const { outcome } of steps) counts[outcome] += 1;
  return counts;
};
