import type { Place } from '../../rows/row.js';
import { elementAt, EVENT_ELEMENTS, TERMS, textAt, type Element } from './elements.js';

export type Event = keyof typeof EVENT_ELEMENTS;

interface Found {
  readonly text: string | undefined;
  /** The way on which it was found, or on which it is expected. */
  readonly way: string;
}

/** One communication, and where in it what was found that became a member of a record. */
export class Document {
  private readonly places = new Map<string, string>();
  private readonly blocks: readonly string[];

  private constructor(
    private readonly root: Element,
    readonly event: Event,
    private readonly at: string,
  ) {
    const own = event === 'hire' ? [at] : [];
    this.blocks = [...own, `${at}/Contratto`, ...TERMS];
  }

  /** Nothing when it is about no event. */
  static of(root: Element): Document | undefined {
    for (const [event, ways] of Object.entries(EVENT_ELEMENTS) as [Event, readonly string[]][]) {
      const way = ways.find((one) => elementAt(root, one) !== undefined);
      if (way !== undefined) return new Document(root, event, way);
    }
    return undefined;
  }

  /** What stands at the first of these ways that leads to something. */
  get(pointer: string, ways: readonly string[]): string | undefined {
    return this.note(pointer, find(this.root, ways));
  }

  inEvent(pointer: string, ways: readonly string[]): string | undefined {
    return this.note(pointer, within(find(elementAt(this.root, this.at), ways), this.at));
  }

  /** In the event itself, in its contract, else beside it. */
  inTerms(pointer: string, ways: readonly string[]): string | undefined {
    for (const block of this.blocks) {
      const found = find(elementAt(this.root, block), ways);
      if (found.text !== undefined) return this.note(pointer, within(found, block));
    }
    return this.note(pointer, { text: undefined, way: `${this.blocks[0]}/${ways[0]}` });
  }

  /** Of a member of the record, else of what it consists of. */
  placeOf(pointer: string): Place | undefined {
    const element = this.places.get(pointer) ?? this.places.get(`${pointer}/value`);
    return element === undefined ? undefined : { element };
  }

  private note(pointer: string, { text, way }: Found): string | undefined {
    this.places.set(pointer, way);
    return text;
  }
}

function find(element: unknown, ways: readonly string[]): Found {
  for (const way of ways) {
    const text = textAt(element, way);
    if (text !== undefined) return { text, way };
  }
  return { text: undefined, way: ways[0] ?? '' };
}

const within = ({ text, way }: Found, at: string): Found => ({ text, way: `${at}/${way}` });
