export const EXIT = {
  /** All rows were taken, or what was asked for was told. */
  taken: 0,
  /** Some rows were rejected. */
  rejected: 1,
  /** Refused by the service, unreachable, or the file cannot be read. */
  failed: 2,
  usage: 64,
  interrupted: 130,
} as const;

export class UsageError extends Error {}
