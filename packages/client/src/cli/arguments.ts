import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './exit-codes.js';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/** What else than these options is told is wrong usage. */
export function argumentsOf<T extends Options>(args: readonly string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export function only(positionals: readonly string[], name: string): string {
  const [first, ...more] = positionals;
  if (first === undefined || more.length > 0) throw new UsageError(`one ${name} is needed`);
  return first;
}

export function needed(value: string | undefined, option: string): string {
  if (!value) throw new UsageError(`--${option} is needed`);
  return value;
}

export function oneOf<T extends string>(value: string | undefined, allowed: readonly T[], option: string) {
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`--${option} takes ${allowed.join(', ')}`);
  return found;
}

export function wholeIn(value: string, [least, most]: readonly [number, number], option: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`--${option} takes a whole number from ${least} to ${most}`);
}
