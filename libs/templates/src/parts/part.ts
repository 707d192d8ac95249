import type { Arc } from '#kernel';
import type { Language } from '#platform';
import type { CodedPart } from '../format/references.rules.js';

export type PartName = CodedPart | 'problemLinks' | 'objectiveLinks' | 'cadence';

/** An item of a template, as its class has it. */
export type Item = Readonly<Record<string, unknown>>;

/** What the tables keep of an item: flat, in one language where they keep one, with codes for references. */
export type Kept = Readonly<Record<string, unknown>>;

/** One part of a template: how its items stand in the tables of a pact. */
export interface Part {
  readonly name: PartName;
  /** What finds an item again in this part. */
  keyOf(kept: Kept): string;
  keep(item: Item, language: Language): Kept;
  tell(kept: Kept, language: Language): Item;
  /** As many as a pact may have. */
  readonly most?: number;
  /** Items are links that close no circle, or stand below each other. */
  arcOf?(kept: Kept): Arc | undefined;
  /** What no two items may share. */
  soleOf?(kept: Kept): string | undefined;
  /** What is given to a new item and is no business of templates afterwards. */
  readonly unwatched?: readonly string[];
  /** What more a new row needs, such as ids of the rows below it. */
  whenNew?(kept: Kept): object;
  /** What stays as it is once it is there. */
  readonly fixed?: readonly string[];
  /** `id` and `kept` of each item that pact $1 has; whether it `is_exported`, and `is_open` for changes. */
  readonly read: string;
  /**
   * Bring items to the pact $1. $2 is a list of them in JSON: what is kept, with `id`, whether it `isNew`, the `ids` of
   * what they refer to, and `by`, who applies them. What is not new changes the row of its id.
   */
  readonly write: readonly string[];
}
