/** What a figure keeps of the rows that it did not count, and what decides whether that may be told. */
export interface KeptInputs {
  readonly counts: 'persons' | 'organisations';
  readonly suppression: string;
  /** The smallest number of persons that may be shown. */
  readonly threshold: number;
  readonly leftOut: Readonly<Record<string, number>> | undefined;
  /** Whether another cell of the same indicator and period left out too few: with it, sums would tell how many. */
  readonly hasFewBeside: boolean;
}

export interface ToldInputs {
  readonly leftOut?: Readonly<Record<string, number>>;
  /** None were left out, or too few for their number to be told. */
  readonly leftOutWithheld: boolean;
}

/**
 * How many rows were left out, by reason: all of the reasons or none. Beside a figure that is hidden nothing is told, and
 * that nobody was left out is not told of persons either: where it were, silence would mean a few.
 */
export function toldInputs(kept: KeptInputs): ToldInputs {
  const { counts, leftOut } = kept;
  if (counts === 'organisations') return { leftOut: leftOut ?? {}, leftOutWithheld: false };
  if (leftOut === undefined || !isSafe(kept, Object.values(leftOut))) return { leftOutWithheld: true };
  return { leftOut, leftOutWithheld: false };
}

const isSafe = ({ suppression, threshold, hasFewBeside }: KeptInputs, counts: readonly number[]): boolean =>
  suppression === 'none' && !hasFewBeside && counts.every((count) => count === 0 || count >= threshold);
