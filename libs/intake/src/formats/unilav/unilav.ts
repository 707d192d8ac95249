import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Pseudonyms } from '#pathways';
import { Unreadable, type RawRow, type TextRow } from '../../rows/row.js';
import type { BatchInput } from '../input.js';
import { soundText } from '../sound-text.js';
import { CommunicationReader } from './communication.js';
import { plain, type Element } from './elements.js';
import { XmlCutter } from './xml-cutter.js';

const MALFORMED = new Unreadable({
  pointer: '',
  code: 'malformed-xml',
  detail: 'The communication is not well-formed XML.',
});

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  transformTagName: plain,
  transformAttributeName: plain,
});

/** Communications UniLav as employers' programs write them, one after the other, in constant memory. */
export class UnilavInput implements BatchInput {
  readonly isOneText = false;
  private readonly reader: CommunicationReader;

  constructor(
    private readonly chunks: AsyncIterable<Buffer>,
    private readonly named: string | undefined,
    pseudonyms: Pseudonyms,
  ) {
    this.reader = new CommunicationReader(pseudonyms);
  }

  source(): string | undefined {
    return this.named;
  }

  async *rows(): AsyncGenerator<RawRow[]> {
    const cutter = new XmlCutter();
    for await (const chunk of soundText(this.chunks)) yield this.read(cutter.push(chunk.toString()));
    yield this.read(cutter.end());
  }

  private read(texts: readonly TextRow[]): RawRow[] {
    return texts.map((text) => (typeof text === 'string' ? this.row(text) : text));
  }

  private row(text: string): RawRow {
    const root = parsed(text);
    return root === undefined ? MALFORMED : this.reader.read(root);
  }
}

function parsed(text: string): Element | undefined {
  if (XMLValidator.validate(text) !== true) return undefined;
  try {
    const [root] = Object.values(parser.parse(text) as Record<string, unknown>);
    return typeof root === 'object' && root !== null ? (root as Element) : {};
  } catch {
    return undefined;
  }
}
