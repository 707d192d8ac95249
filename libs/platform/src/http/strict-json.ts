import { malformedRequest } from '../problems/http.problems.js';
import {
  QUOTE,
  COLON,
  OPEN_BRACKET,
  BACKSLASH,
  CLOSE_BRACKET,
  OPEN_BRACE,
  CLOSE_BRACE,
} from './json-characters.js';

const MAX_DEPTH = 32;
const MAX_KEYS = 1_000;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * JSON as this service reads it: at most 32 levels deep, at most 1,000 keys an object, no key twice in one object,
 * none that reaches into prototypes. Structure is checked before `JSON.parse` recurses into it.
 * @throws Problem `malformed-request`
 */
export function parseStrictJson(text: string): unknown {
  checkStructure(text);
  try {
    return JSON.parse(text);
  } catch {
    throw malformedRequest({ detail: 'The body is not valid JSON.' });
  }
}

/** One pass over the text: open objects and arrays on a stack, keys of the innermost object in a set. */
function checkStructure(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case OPEN_BRACE:
        push(open, new Set());
        break;
      case OPEN_BRACKET:
        push(open, undefined);
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        open.pop();
        break;
      case QUOTE: {
        const end = endOfString(text, at);
        const keys = open.at(-1);
        if (keys !== undefined && isFollowedByColon(text, end + 1)) addKey(keys, text.slice(at, end + 1));
        at = end;
      }
    }
  }
}

function push(open: (Set<string> | undefined)[], keys: Set<string> | undefined): void {
  if (open.push(keys) > MAX_DEPTH)
    throw malformedRequest({ detail: `JSON may be nested ${MAX_DEPTH} levels deep.` });
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
  }
  return text.length;
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) <= 0x20) at++;
  return text.charCodeAt(at) === COLON;
}

function addKey(keys: Set<string>, literal: string): void {
  const key = literal.includes('\\') ? unescaped(literal) : literal.slice(1, -1);
  if (FORBIDDEN_KEYS.has(key)) throw malformedRequest({ detail: 'The body uses a reserved key.' });
  if (keys.has(key)) throw malformedRequest({ detail: 'The body has the same key twice in one object.' });
  if (keys.add(key).size > MAX_KEYS)
    throw malformedRequest({ detail: `An object may have ${MAX_KEYS} keys.` });
}

function unescaped(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    throw malformedRequest({ detail: 'The body is not valid JSON.' });
  }
}
