import type { TestAnswer } from '../api.js';
import type { Operation } from './operations.js';
import type { Table } from './table.js';

/** Who asks. `kind` is undefined for whoever cannot sign in, `nobody` for who can and has no role. */
export interface Asker {
  readonly name: string;
  readonly kind: string | undefined;
  /** Belongs to the pact that is asked about. */
  readonly own: boolean;
  /** Lacks the scope for what it asks, or has one for something else. */
  readonly wrongScope?: boolean;
}

export interface Observation {
  readonly operation: Operation;
  readonly asker: Asker;
  readonly answer: TestAnswer;
}

export type Verdict = 'let in' | 'unauthenticated' | 'forbidden' | 'hidden' | 'out of scope' | 'broken';

/** Operations in which the scopes of a kind are looked at, and what becomes of who has another or none. */
const SCOPED: Readonly<Record<string, Readonly<Record<string, Verdict>>>> = {
  outcome_batch_push: { partner: 'out of scope' },
  regional_batch_push: { partner: 'out of scope' },
  participant_export: { coordinator: 'out of scope', admin: 'out of scope' },
  participant_erase: { coordinator: 'out of scope', admin: 'out of scope' },
  participant_show: { case_worker: 'hidden' },
};

const outOfScope = (operation: Operation, { kind = '', wrongScope }: Asker): Verdict | undefined =>
  wrongScope === true ? SCOPED[operation.id]?.[kind] : undefined;

/** Whoever signs in may ask who it is. */
const OF_ALL_SIGNED_IN = 'caller:read';

const may = (table: Table, { permission }: Operation, kind: string): boolean =>
  kind === 'nobody' ? permission === OF_ALL_SIGNED_IN : table.get(permission)?.has(kind) === true;

/** Operations of which it is looked at after the permission whose they are: the pact in the query, or who made it. */
const FOUND_BY_ITS_OWN = new Set(['audit_entry_list', 'regional_batch_show', 'regional_batch_results']);

const isPactScoped = ({ ids }: Operation): boolean => ids.includes('pactId');

export function expected(operation: Operation, asker: Asker, table: Table): Verdict {
  if (operation.permission === 'public') return 'let in';
  if (asker.kind === undefined) return 'unauthenticated';
  if (isPactScoped(operation) && !asker.own) return 'hidden';
  if (!may(table, operation, asker.kind)) return 'forbidden';
  if (FOUND_BY_ITS_OWN.has(operation.id) && !asker.own) return 'hidden';
  return outOfScope(operation, asker) ?? 'let in';
}

/** Who has a wrong scope is asked only where scopes are looked at; elsewhere it is a caller like any of its kind. */
export const isAsked = (operation: Operation, asker: Asker): boolean =>
  asker.wrongScope !== true || outOfScope(operation, asker) !== undefined;

const OUT_OF_SCOPE = ['/problems/source-taken', '/problems/scope-missing'];

/** A finer rule may still say no to whom the table lets in, under a problem of its own. */
function seen({ status, body }: TestAnswer): Verdict {
  if (status >= 500) return 'broken';
  if (status === 401) return 'unauthenticated';
  if (status === 404) return 'hidden';
  if (status !== 403) return 'let in';
  if (body.type === '/problems/forbidden') return 'forbidden';
  return OUT_OF_SCOPE.includes(body.type as string) ? 'out of scope' : 'let in';
}

/** What was answered otherwise than the table says. */
export function faultsOf(observations: readonly Observation[], table: Table): string[] {
  return observations.flatMap(({ operation, asker, answer }) => {
    const [want, got] = [expected(operation, asker, table), seen(answer)];
    if (want === got) return [];
    return [`${operation.id} for ${asker.name}: should be ${want}, is ${got} (${answer.status})`];
  });
}

/** Operations that nobody was seen to succeed with: their rows prove nothing. */
export function unproven(operations: readonly Operation[], observations: readonly Observation[]): string[] {
  const proven = new Set(
    observations.filter(({ answer }) => answer.status < 300).map(({ operation }) => operation.id),
  );
  return operations.map(({ id }) => id).filter((id) => !proven.has(id));
}
