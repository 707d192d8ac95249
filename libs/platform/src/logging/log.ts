import pino, { type Logger } from 'pino';

/** The injectable logger: JSON lines on standard output. Ids and codes only; never personal data or submitted values. */
export abstract class Log {}
export interface Log extends Pick<Logger, 'fatal' | 'error' | 'warn' | 'info' | 'debug'> {}

const BUFFER_BYTES = 4_096;
const FLUSH_MS = 250;

/** Lines are written together, a few times a second: one system call a request would be dear. Exits flush. */
export function createLog(level: string): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: named },
  };
  return pino(options, pino.destination({ sync: false, minLength: BUFFER_BYTES, periodicFlush: FLUSH_MS }));
}

const named = (label: string): object => ({ level: label });
