import type { Place } from '../../rows/row.js';
import {
  CONTRACT,
  elementAt,
  EVENT_ELEMENTS,
  TERMS,
  textAt,
  type Element,
  type Way,
  type Ways,
} from './elements.js';

export type Event = keyof typeof EVENT_ELEMENTS;

interface Found {
  readonly text: string | undefined;
  /** The way on which it was found, or on which it is expected. */
  readonly way: string;
}

interface Block {
  readonly element: unknown;
  readonly told: string;
}

/** One communication, and where in it what was found that became a member of a record. */
export class Document {
  private readonly own: unknown;
  private readonly places = new Map<string, string>();
  /** Where its terms may stand: the element, and how that is told. */
  private readonly blocks: readonly Block[];

  private constructor(
    private readonly root: Element,
    readonly event: Event,
    private readonly at: Way,
  ) {
    this.own = elementAt(root, at);
    const contract = { element: elementAt(this.own, CONTRACT), told: `${at.told}/${CONTRACT.told}` };
    const beside = TERMS.map((way) => ({ element: elementAt(root, way), told: way.told }));
    this.blocks = [...(event === 'hire' ? [{ element: this.own, told: at.told }] : []), contract, ...beside];
  }

  /** Nothing when it is about no event. */
  static of(root: Element): Document | undefined {
    for (const [event, ways] of Object.entries(EVENT_ELEMENTS) as [Event, Ways][]) {
      const way = ways.find((one) => elementAt(root, one) !== undefined);
      if (way !== undefined) return new Document(root, event, way);
    }
    return undefined;
  }

  /** What stands at the first of these ways that leads to something. */
  get(pointer: string, ways: Ways): string | undefined {
    return this.note(pointer, find(this.root, ways));
  }

  inEvent(pointer: string, ways: Ways): string | undefined {
    return this.note(pointer, within(find(this.own, ways), this.at.told));
  }

  /** In the event itself, in its contract, else beside it. */
  inTerms(pointer: string, ways: Ways): string | undefined {
    for (const block of this.blocks) {
      if (block.element === undefined) continue;
      const found = find(block.element, ways);
      if (found.text !== undefined) return this.note(pointer, within(found, block.told));
    }
    return this.note(pointer, within(find(undefined, ways), this.blocks[0]?.told ?? ''));
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

function find(element: unknown, ways: Ways): Found {
  for (const way of ways) {
    const text = textAt(element, way);
    if (text !== undefined) return { text, way: way.told };
  }
  return { text: undefined, way: ways[0]?.told ?? '' };
}

const within = ({ text, way }: Found, at: string): Found => ({ text, way: `${at}/${way}` });
