import pino, { type Logger } from 'pino';

/** The injectable logger: JSON lines on standard output. Ids and codes only; never personal data or submitted values. */
export abstract class Log {}
export interface Log extends Pick<Logger, 'fatal' | 'error' | 'warn' | 'info' | 'debug'> {}

export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
