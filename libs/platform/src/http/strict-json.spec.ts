import fc from 'fast-check';
import { Problem } from '../problems/problem.js';
import { parseStrictJson } from './strict-json.js';

const refused = (text: string): string | undefined => {
  try {
    parseStrictJson(text);
    return undefined;
  } catch (error) {
    return error instanceof Problem ? error.options.detail : String(error);
  }
};

describe('strict JSON', () => {
  it('reads whatever JSON.stringify writes, within its limits', () => {
    const key = fc.string().filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('any')),
      object: fc.dictionary(key, tie('any')),
    })).any;
    fc.assert(
      fc.property(value, (given) => {
        expect(parseStrictJson(JSON.stringify(given))).toEqual(given);
      }),
    );
  });

  it.each([
    ['{"a":1,"a":2}', 'twice'],
    ['{"a":1,"\\u0061":2}', 'twice'],
    ['{"__proto__":{}}', 'reserved'],
    ['[{"x":{"constructor":1}}]', 'reserved'],
    ['['.repeat(33) + ']'.repeat(33), '32 levels'],
    ['['.repeat(200_000), '32 levels'],
    [`{${Array.from({ length: 1_001 }, (_, n) => `"k${n}":0`).join(',')}}`, '1000 keys'],
    ['{"a":', 'not valid JSON'],
    ['{}x', 'not valid JSON'],
    ['', 'not valid JSON'],
    ['\ufeff{}', 'not valid JSON'],
    ['{"a":NaN}', 'not valid JSON'],
    ['"open', 'not valid JSON'],
  ])('refuses %.40s', (text, reason) => {
    expect(refused(text)).toContain(reason);
  });

  it('allows the same key in two objects, and a repeated string that is no key', () => {
    expect(parseStrictJson('[{"a":"a"},{"a":["a","a"]}]')).toEqual([{ a: 'a' }, { a: ['a', 'a'] }]);
  });
});
