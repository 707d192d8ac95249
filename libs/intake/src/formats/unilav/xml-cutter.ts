import { invalidRequest, malformedRequest, type Problem } from '#platform';
import { MAX_ROW_BYTES, TOO_LONG, Unreadable, type TextRow } from '../../rows/row.js';

const MAX_DEPTH = 32;
/** As long as the longest opening of a piece of markup, `<![CDATA[`. */
const LOOK_AHEAD = 9;
const BLANK = /^\s*$/;

const COMMUNICATION = 'unilav';
/** Communications of other sorts, which a file of an employer may hold as well. */
const OTHERS = new Set(['unisomm', 'uniurg', 'unimare', 'unidom', 'vardatori', 'unipi', 'unismartworking']);

const OTHER_SORT = new Unreadable({
  pointer: '',
  code: 'unsupported-communication',
  detail: 'Of the mandatory communications only UniLav is read.',
});

/** Markup of which nothing is told, by its opening. */
const SKIPPED: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/**
 * Cuts a file into its communications, wherever in it they stand: in an element around them, or one after the other.
 * Holds no more than one. Follows every tag, so that nothing after a broken one is taken for something.
 */
export class XmlCutter {
  private rest = '';
  private at = 0;
  private readonly open: string[] = [];
  /** Depth of the communication that is open, and where in `rest` it begins. */
  private depth = 0;
  private begins = 0;
  private tooLong = false;
  private count = 0;
  private rows: TextRow[] = [];

  push(text: string): TextRow[] {
    this.rows = [];
    this.rest += text;
    while (this.step(false)) continue;
    this.forget();
    return this.rows;
  }

  end(): TextRow[] {
    this.rows = [];
    while (this.step(true)) continue;
    if (this.open.length > 0 || !BLANK.test(this.rest.slice(this.at))) throw this.broken();
    if (this.count === 0) throw none();
    return this.rows;
  }

  /** The next piece of markup, if all of it is there. */
  private step(isLast: boolean): boolean {
    if (!this.skipText() || !(isLast || this.isRecognisable())) return false;
    const end = this.endOfMarkup(this.at);
    if (end >= 0) this.at = end;
    else if (isLast) throw this.broken();
    return end >= 0;
  }

  /** Up to the next markup, if there is any. Outside of all elements nothing but markup may stand. */
  private skipText(): boolean {
    const start = this.rest.indexOf('<', this.at);
    const end = start < 0 ? this.rest.length : start;
    if (this.open.length === 0 && !BLANK.test(this.rest.slice(this.at, end))) throw this.broken();
    this.at = end;
    return start >= 0;
  }

  /** Enough of the markup is there to tell what it is. */
  private isRecognisable(): boolean {
    return this.rest.length - this.at >= LOOK_AHEAD || this.rest.includes('>', this.at);
  }

  /** Behind the piece of markup that begins there, or -1 when it goes on. */
  private endOfMarkup(start: number): number {
    for (const [opening, closing] of SKIPPED) {
      if (!this.rest.startsWith(opening, start)) continue;
      const end = this.rest.indexOf(closing, start + opening.length);
      return end < 0 ? -1 : end + closing.length;
    }
    if (this.rest.startsWith('<!', start)) throw declared();
    const end = this.endOfTag(start);
    if (end >= 0) this.tag(start, end);
    return end < 0 ? -1 : end + 1;
  }

  private endOfTag(start: number): number {
    let quote = '';
    for (let at = start + 1; at < this.rest.length; at += 1) {
      const char = this.rest[at]!;
      if (quote !== '') quote = char === quote ? '' : quote;
      else if (char === '"' || char === "'") quote = char;
      else if (char === '>') return at;
      else if (char === '<') throw this.broken();
    }
    return -1;
  }

  private tag(start: number, end: number): void {
    const isClosing = this.rest[start + 1] === '/';
    const isEmpty = this.rest[end - 1] === '/';
    const name = /^[^\s/>]+/.exec(this.rest.slice(start + (isClosing ? 2 : 1), end + 1))?.[0];
    if (name === undefined) throw this.broken();
    if (!isClosing) this.enter(name, start);
    if (isClosing || isEmpty) this.leave(name, end + 1);
  }

  private enter(name: string, start: number): void {
    this.open.push(name);
    if (this.open.length > MAX_DEPTH) throw tooDeep();
    if (this.depth > 0) return;
    const local = localName(name);
    if (local !== COMMUNICATION && !OTHERS.has(local)) return;
    this.depth = this.open.length;
    this.begins = start;
    this.tooLong = false;
  }

  private leave(name: string, end: number): void {
    if (this.open.at(-1) !== name) throw this.broken();
    const depth = this.open.length;
    this.open.pop();
    if (depth !== this.depth) return;
    this.depth = 0;
    this.count += 1;
    if (localName(name) !== COMMUNICATION) this.rows.push(OTHER_SORT);
    else if (this.tooLong || end - this.begins > MAX_ROW_BYTES) this.rows.push(TOO_LONG);
    else this.rows.push(this.rest.slice(this.begins, end));
  }

  /** Whatever is not needed any more. */
  private forget(): void {
    if (this.depth > 0 && this.rest.length - this.begins > MAX_ROW_BYTES) this.tooLong = true;
    const needed = this.depth > 0 && !this.tooLong ? this.begins : this.at;
    this.rest = this.rest.slice(needed);
    this.at -= needed;
    this.begins = Math.max(0, this.begins - needed);
    if (this.rest.length - this.at > MAX_ROW_BYTES) throw this.broken();
  }

  private broken(): Problem {
    return malformedRequest({ detail: `The XML is not well-formed, from communication ${this.count} on.` });
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

const declared = () =>
  malformedRequest({ detail: 'Declarations of types and entities (DOCTYPE) are not read.' });
const tooDeep = () => malformedRequest({ detail: `The XML may have ${MAX_DEPTH} levels.` });
const none = () =>
  invalidRequest([{ pointer: '', code: 'no-communications', detail: 'There is no UniLav in the file.' }]);
