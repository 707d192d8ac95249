import pino from 'pino';
import type { Log } from '#platform';

/** A log that is kept in memory, for tests that ask what was said. */
export function capturedLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  return { log: pino({ level: 'debug', base: null }, { write: (line) => void lines.push(line) }), lines };
}
