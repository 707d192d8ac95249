/** Work that waits in a table until somebody takes it up. How long the oldest of it has waited tells whether anybody does. */
export interface Backlog {
  /** Its label in the metrics: stable, a word or two in snake_case. */
  readonly name: string;
  /** A statement with one column `since`: the instant of the oldest, or null. */
  readonly oldest: string;
  /** The table lies behind the wall of pacts. */
  readonly isAcrossPacts?: boolean;
}

const backlogs = new Map<string, Backlog>();

export function defineBacklog(backlog: Backlog): void {
  backlogs.set(backlog.name, backlog);
}

export const allBacklogs = (): readonly Backlog[] => [...backlogs.values()];
