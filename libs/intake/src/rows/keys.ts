const BACKSLASH = 0x5c;
const COLON = 0x3a;
const SPACE = 0x20;

/**
 * How many keys stand in a JSON text, one that stands twice counted twice. Only for text that `JSON.parse` accepts.
 * A string with a colon behind it is a key; so it is enough to hop from quote to quote.
 */
export function keysWritten(text: string): number {
  let keys = 0;
  let start = text.indexOf('"');
  while (start >= 0) {
    let next = endOfString(text, start) + 1;
    while (text.charCodeAt(next) <= SPACE) next += 1;
    if (text.charCodeAt(next) === COLON) keys += 1;
    start = text.indexOf('"', next);
  }
  return keys;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return (at - first) % 2 === 1;
}

/** How many keys the objects hold that were made of the text. */
export function keysKept(value: object): number {
  let keys = 0;
  for (const name in value) {
    keys += 1;
    const member = (value as Record<string, unknown>)[name];
    if (typeof member === 'object' && member !== null && !Array.isArray(member)) keys += keysKept(member);
  }
  return keys;
}
