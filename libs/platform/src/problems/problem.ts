/** One thing that can go wrong, as RFC 9457 tells it. `slug` is stable: clients branch on it. */
export interface ProblemKind {
  readonly slug: string;
  readonly status: number;
  readonly title: string;
  /** What to do about it, where whoever throws it says nothing more exact. */
  readonly advice?: string;
}

/** So many faults are told of one request; whoever mends them learns of the others. */
export const MOST_ERRORS = 100;

/** Where in the request, in which way (stable code), and a sentence that never repeats the value. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
  /** Where it stood in a body that is no JSON: the column of a table, the element of an XML document. */
  readonly column?: string;
  readonly element?: string;
}

export interface ProblemOptions {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the problem document. */
  readonly extension?: Readonly<Record<string, unknown>>;
}

export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly options: ProblemOptions = {},
  ) {
    super(kind.title);
  }
}

const kinds = new Map<string, ProblemKind>();
const constraints = new Map<string, () => Problem>();

/** Declares a problem; the result makes one to throw: `throw alreadyMember()`. */
export function defineProblem(kind: ProblemKind): (options?: ProblemOptions) => Problem {
  if (kinds.has(kind.slug)) throw new Error(`problem ${kind.slug} is defined twice`);
  kinds.set(kind.slug, Object.freeze(kind));
  return (options) => new Problem(kind, options);
}

/** Says what a violated database constraint means to a client. */
export function mapConstraint(constraint: string, problem: () => Problem): void {
  constraints.set(constraint, problem);
}

export const problemOfConstraint = (constraint: string): Problem | undefined =>
  constraints.get(constraint)?.();

/** Every problem that has been declared, for docs/problems.md. */
export const allProblemKinds = (): ProblemKind[] =>
  [...kinds.values()].sort((a, b) => a.status - b.status || a.slug.localeCompare(b.slug));
