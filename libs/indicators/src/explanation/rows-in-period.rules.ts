import type { IndicatorDefinition } from '../definition/definition.js';

/** Days as SQL expressions: the first and the last of a period, and the one up to which is known. */
export interface Days {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

/** Which rows of its fact a definition looks at in a period; the columns stand without the name of a table. */
export function isInPeriod({ period }: IndicatorDefinition, { from, to, asOf }: Days): string {
  if (period.kind === 'stock') {
    const end = `least(${to}, ${asOf})`;
    return `${period.from} <= ${end} and (${period.until} is null or ${period.until} > ${end})`;
  }
  const isKnown = period.kind === 'flow' && period.ahead ? '' : ` and ${period.on} <= ${asOf}`;
  return `${period.on} between ${from} and ${to}${isKnown}`;
}
