import 'reflect-metadata';
import { Problem } from '../problems/problem.js';
import { ValidationPipe } from '../http/validation.pipe.js';
import {
  Day,
  Decimal,
  Flag,
  Instant,
  Nested,
  NestedList,
  OneOf,
  OneOfList,
  OptionalBody,
  Text,
  TextList,
  TextMap,
  Uuid,
  UuidList,
  Whole,
} from './index.js';

class Inner {
  @Text({ max: 3 })
  name: string;
}

class Everything {
  @Text({ max: 5, optional: true }) text?: string;
  @Text({ max: 9, multiline: true, optional: true, nullable: true }) lines?: string | null;
  @Text({ max: 9, pattern: /^a+$/, optional: true }) pattern?: string;
  @Uuid({ optional: true }) uuid?: string;
  @TextMap({ maxEntries: 2, max: 3, optional: true }) map?: Record<string, string>;
  @Day({ optional: true }) day?: string;
  @Instant({ optional: true }) instant?: string;
  @Whole({ min: 0, max: 10, optional: true }) whole?: number;
  @Decimal({ min: 0, max: 10, digits: 2, optional: true }) decimal?: number;
  @OneOf(['a', 'b'], { optional: true }) one?: string;
  @Flag({ optional: true }) flag?: boolean;
  @TextList({ maxItems: 2, max: 3, unique: true, optional: true }) texts?: string[];
  @UuidList({ maxItems: 2, optional: true }) uuids?: string[];
  @OneOfList(['a', 'b'], { maxItems: 2, optional: true }) ones?: string[];
  @Nested(() => Inner, { optional: true }) inner?: Inner;
  @NestedList(() => Inner, { maxItems: 2, optional: true }) inners?: Inner[];
}

const pipe = new ValidationPipe();

function check(type: 'body' | 'query', value: unknown): unknown {
  try {
    return pipe.transform(value, { type, metatype: Everything });
  } catch (error) {
    return error instanceof Problem
      ? error.options.errors?.map(({ pointer, code }) => `${pointer} ${code}`)
      : error;
  }
}

describe('fields of a body', () => {
  it.each([
    [{ text: 'àèìòù' }],
    [{ text: '𝒳𝒳𝒳𝒳𝒳' }],
    [{ lines: 'a\nb' }],
    [{ lines: null }],
    [{ pattern: 'aaa' }],
    [{ uuid: '00000000-0000-7000-8000-000000000000' }],
    [{ day: '2024-02-29' }],
    [{ instant: '2026-01-01T00:00:00Z' }],
    [{ whole: 10 }],
    [{ decimal: 0.1 }],
    [{ one: 'a', flag: false }],
    [{ texts: ['a', 'b'], ones: ['b'] }],
    [{ inner: { name: 'a' }, inners: [{ name: 'b' }] }],
  ])('take %j as it is', (value) => {
    expect(check('body', value)).toEqual(value);
  });

  it.each([
    [{ text: 'abcdef' }, '/text too-long'],
    [{ text: '' }, '/text too-short'],
    [{ text: '   ' }, '/text blank'],
    [{ text: null }, '/text wrong-type'],
    [{ text: 1 }, '/text wrong-type'],
    [{ text: 'a\u0000' }, '/text control-character'],
    [{ text: 'a\nb' }, '/text control-character'],
    [{ text: 'a\ud800' }, '/text lone-surrogate'],
    [{ pattern: 'b' }, '/pattern pattern'],
    [{ uuid: 'x' }, '/uuid uuid'],
    [{ map: ['a'] }, '/map wrong-type'],
    [{ map: { a: 1 } }, '/map wrong-type'],
    [{ map: { a: 'long' } }, '/map too-long'],
    [{ map: { a: '1', b: '2', c: '3' } }, '/map too-many'],
    [{ day: '2026-02-30' }, '/day day'],
    [{ day: '20260101' }, '/day day'],
    [{ day: '2026-02-03T23:30:00-05:00' }, '/day day'],
    [{ day: '1899-12-31' }, '/day day'],
    [{ instant: '2026-02-30T00:00:00Z' }, '/instant instant'],
    [{ instant: '2026-01-01T00:00:00+01:00' }, '/instant instant'],
    [{ instant: '2026-01-01T24:00:00Z' }, '/instant instant'],
    [{ whole: 1.5 }, '/whole wrong-type'],
    [{ whole: '1' }, '/whole wrong-type'],
    [{ whole: 11 }, '/whole out-of-range'],
    [{ decimal: 0.123 }, '/decimal too-precise'],
    [{ decimal: -1 }, '/decimal out-of-range'],
    [{ one: 'c' }, '/one unknown-value'],
    [{ flag: 'true' }, '/flag wrong-type'],
    [{ texts: ['a', 'a'] }, '/texts duplicate-item'],
    [{ texts: ['a', 'b', 'c'] }, '/texts too-many'],
    [{ texts: 'a' }, '/texts wrong-type'],
    [{ uuids: ['00000000-0000-7000-8000-000000000000', 'x'] }, '/uuids/1 uuid'],
    [{ ones: ['c'] }, '/ones/0 unknown-value'],
    [{ texts: ['a', 'long'] }, '/texts/1 too-long'],
    [{ inner: 'a' }, '/inner wrong-type'],
    [{ inner: {} }, '/inner/name required'],
    [{ inner: { name: 'a', id: 1 } }, '/inner/id unknown-field'],
    [{ inners: [null] }, '/inners/0 wrong-type'],
    [{ inners: [{ name: 'a' }, { name: 'long' }] }, '/inners/1/name too-long'],
    [{ 'a/b': 1 }, '/a~1b unknown-field'],
    [{ inner: { name: 'a', ['x'.repeat(201)]: 1 } }, '/inner unknown-field'],
    [{ inner: { name: 'a', RSSMRA85T10A562S: 1 } }, '/inner unknown-field'],
  ])('refuse %j', (value, fault) => {
    expect(check('body', value)).toEqual([fault]);
  });

  it('are composed, so that one name has one form', () => {
    expect(check('body', { text: 'e\u0301' })).toEqual({ text: '\u00e9' });
  });
});

@OptionalBody()
class NothingNeeded {
  @Text({ max: 5, optional: true }) text?: string;
}

describe('a body that is not there', () => {
  const absent = (metatype: new () => object) => pipe.transform(undefined, { type: 'body', metatype });

  it('is an empty one where the request says so', () => {
    expect(absent(NothingNeeded)).toEqual(new NothingNeeded());
  });

  it('is missing elsewhere, even if no field is needed', () => {
    expect(() => absent(Everything)).toThrow(Problem);
  });
});

describe('parameters of a query', () => {
  it('become numbers and flags', () => {
    expect(check('query', { whole: '7', flag: 'true' })).toEqual({ whole: 7, flag: true });
  });

  it.each([
    [{ whole: '1e1' }, '/whole wrong-type'],
    [{ whole: ['1', '2'] }, '/whole wrong-type'],
    [{ flag: '1' }, '/flag wrong-type'],
    [{ unknown: '1' }, '/unknown unknown-field'],
  ])('refuse %j', (value, fault) => {
    expect(check('query', value)).toEqual([fault]);
  });
});
