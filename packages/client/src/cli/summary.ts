import type { Fault } from '../push/faults.js';
import type { Pushed } from '../push/push-file.js';
import type { Words } from './words.js';

/** What became of the rows, and the first faults, line by line. */
export function summaryOf(pushed: Pushed, dryRun: boolean, words: Words): string[] {
  const { received, ...outcomes } = pushed.counts;
  const counts = Object.entries(outcomes).map(
    ([name, count]) => `${words[name as keyof typeof outcomes]} ${count}`,
  );
  const untold = pushed.faults - pushed.firstFaults.length;
  return [
    `${words.rows} ${received}: ${counts.join(', ')}`,
    ...(dryRun ? [words.dryRun] : []),
    ...(pushed.refused ? [words.refused] : []),
    ...pushed.firstFaults.map((fault) => lineOf(fault, words)),
    ...(untold > 0 ? [`  … ${words.more} ${untold} (--faults)`] : []),
  ];
}

function lineOf({ row, line, column, element, pointer, code, detail }: Fault, words: Words): string {
  const place = line === undefined ? `${words.row} ${row}` : `${words.row} ${row} (${words.line} ${line})`;
  return `  ${place} ${column ?? element ?? pointer} ${code}: ${detail}`;
}
