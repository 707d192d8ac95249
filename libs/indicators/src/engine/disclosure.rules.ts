import type { Numbers } from './numbers.rules.js';

export type Suppression = 'none' | 'primary';

/** One to threshold − 1 persons: a zero tells of nobody. */
const isSmall = (count: number, threshold: number): boolean => count >= 1 && count < threshold;

/** A share gives its group away by who is in it, who is not, and how many they are together. */
const isRevealingShare = (numerator: number, denominator: number, threshold: number): boolean =>
  [numerator, denominator, denominator - numerator].some((count) => isSmall(count, threshold));

/**
 * Primary suppression of a figure that counts persons. An estimate that says nothing at its day is judged by the
 * counts that stand beside it.
 */
export function suppressionOf(numbers: Numbers, threshold: number): Suppression {
  return isRevealing(numbers, threshold) ? 'primary' : 'none';
}

function isRevealing(numbers: Numbers, threshold: number): boolean {
  const { value, numerator, denominator, n, atRisk } = numbers;
  if (countsBeside(numbers).some((count) => isSmall(count, threshold))) return true;
  if (n !== undefined) return value !== null && atRisk !== undefined && atRisk < threshold;
  if (numerator !== undefined && denominator !== undefined) {
    return isRevealingShare(numerator, denominator, threshold);
  }
  return value !== null && isSmall(value, threshold);
}

/** Persons, or what tells of them, that are counted beside the value. */
function countsBeside(numbers: Numbers): number[] {
  const { n, participants, ended, improved, stable, declined } = numbers;
  return [n, participants, ended, improved, stable, declined].filter((count) => count !== undefined);
}

/** The plain share beside an estimate is left out where it would reveal what the estimate does not. */
export function withoutRevealingShare(numbers: Numbers, threshold: number): Numbers {
  const { numerator, denominator, ...rest } = numbers;
  if (numbers.n === undefined || numerator === undefined || denominator === undefined) return numbers;
  return isRevealingShare(numerator, denominator, threshold) ? rest : numbers;
}
