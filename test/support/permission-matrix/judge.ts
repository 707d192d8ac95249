import type { TestAnswer } from '../api.js';
import type { Operation } from './operations.js';
import type { Table } from './table.js';

/** Who asks. `kind` is undefined for whoever has no valid key. */
export interface Asker {
  readonly name: string;
  readonly kind: string | undefined;
  /** Belongs to the pact that is asked about. */
  readonly own: boolean;
  /** Has a scope for another source than it names. */
  readonly wrongScope?: boolean;
}

export interface Observation {
  readonly operation: Operation;
  readonly asker: Asker;
  readonly answer: TestAnswer;
}

export type Verdict = 'let in' | 'unauthenticated' | 'forbidden' | 'hidden' | 'out of scope' | 'broken';

/** Operations in which scopes are looked at. */
const SCOPED = new Set(['outcome_batch_push', 'regional_batch_push']);

/** Operations of which it is looked at after the permission whose they are: the pact in the query, or who made it. */
const FOUND_BY_ITS_OWN = new Set(['audit_entry_list', 'regional_batch_show', 'regional_batch_results']);

const isPactScoped = ({ ids }: Operation): boolean => ids.includes('pactId');

export function expected(operation: Operation, asker: Asker, table: Table): Verdict {
  if (operation.permission === 'public') return 'let in';
  if (asker.kind === undefined) return 'unauthenticated';
  if (isPactScoped(operation) && !asker.own) return 'hidden';
  if (table.get(operation.permission)?.has(asker.kind) !== true) return 'forbidden';
  if (FOUND_BY_ITS_OWN.has(operation.id) && !asker.own) return 'hidden';
  return asker.wrongScope === true ? 'out of scope' : 'let in';
}

/** Who has a wrong scope is asked only where scopes are looked at; elsewhere it is a caller like any of its kind. */
export const isAsked = (operation: Operation, asker: Asker): boolean =>
  asker.wrongScope !== true || SCOPED.has(operation.id);

/** A finer rule may still say no to whom the table lets in, under a problem of its own. */
function seen({ status, body }: TestAnswer): Verdict {
  if (status >= 500) return 'broken';
  if (status === 401) return 'unauthenticated';
  if (status === 404) return 'hidden';
  if (status !== 403) return 'let in';
  if (body.type === '/problems/forbidden') return 'forbidden';
  return body.type === '/problems/source-taken' ? 'out of scope' : 'let in';
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
