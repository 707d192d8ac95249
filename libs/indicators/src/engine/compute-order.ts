import type { Day } from '#kernel';
import type { Subject } from '../facts/fact.js';
import type { RunInputs } from '../facts/run-inputs.js';

export interface Wanted {
  /** Codes; all of them unless told. */
  readonly indicators?: readonly string[];
  /** Period codes; all of them unless told. */
  readonly periods?: readonly string[];
}

export interface ComputeOrder extends Wanted {
  /** Nothing later than the end of this day is counted. */
  readonly asOf: Day;
  readonly runId: string;
  /** What has changed; all of it unless told. */
  readonly subjects?: readonly Subject[];
  /** Facts are built anew from the records, whatever has changed. */
  readonly rebuild?: boolean;
}

export interface Computation {
  readonly computed: number;
  readonly changed: number;
  /** What the figures came from; none where nothing they follow from is other than before. */
  readonly inputs?: RunInputs;
}
