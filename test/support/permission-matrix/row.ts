import type { Asker } from './judge.js';
import type { Stage } from './stage.js';

/** What is sent besides the ids that the stage has for everybody. */
export interface Call {
  readonly ids?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly query?: string;
}

export type Row = (stage: Stage, asker: Asker) => Call;
