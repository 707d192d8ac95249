import { readFileSync } from 'node:fs';
import { breakingChanges, mayBreak } from '../support/breaking-changes/operations.rules.js';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as { info: { version: string } };

describe('the OpenAPI document', () => {
  it('breaks no client of the last release, unless its version says so', () => {
    const [released, current] = [read('docs/openapi.released.json'), read('docs/openapi.json')];
    const isAllowed = mayBreak(released.info.version, current.info.version);
    expect(isAllowed ? [] : breakingChanges(released, current)).toEqual([]);
  });

  it('is not older than the last release', () => {
    const [released, current] = [read('docs/openapi.released.json'), read('docs/openapi.json')];
    const compared = current.info.version.localeCompare(released.info.version, 'en', { numeric: true });
    expect(compared).toBeGreaterThanOrEqual(0);
  });
});

describe('a version', () => {
  it.each([
    ['1.2.3', '2.0.0', true],
    ['1.2.3', '1.3.0', false],
    ['1.2.3', '1.2.4', false],
    ['0.1.0', '0.2.0', true],
    ['0.1.9', '1.0.0', true],
    ['0.1.0', '0.1.1', false],
    ['0.1.0', '0.1.0', false],
    ['2.0.0', '1.9.0', false],
  ])('of %s may be broken by %s: %s', (earlier, later, may) => {
    expect(mayBreak(earlier, later)).toBe(may);
  });
});

const text = { type: 'string', maxLength: 10 };
const thing = { type: 'object', required: ['name'], properties: { name: text, note: text } };
const json = (schema: object) => ({ content: { 'application/json': { schema } } });

interface Parts {
  operation?: object;
  parameter?: object;
  request?: object;
  answer?: object;
}

/** One operation that takes and gives a thing. */
const documented = ({ operation, parameter, request, answer }: Parts = {}) => ({
  info: { version: '1.0.0' },
  paths: {
    '/v1/things/{thingId}': {
      put: {
        operationId: 'thing_replace',
        parameters: [
          { name: 'mode', in: 'query', schema: { type: 'string', enum: ['a', 'b'] }, ...parameter },
        ],
        requestBody: json({ $ref: '#/components/schemas/Request' }),
        responses: { 200: json({ $ref: '#/components/schemas/Answer' }), 404: { description: 'Not there.' } },
        ...operation,
      },
    },
  },
  components: { schemas: { Request: { ...thing, ...request }, Answer: { ...thing, ...answer } } },
});

const withName = (schema: object) => ({ properties: { name: { ...text, ...schema }, note: text } });
const listed = (items: object) => ({ properties: { ...thing.properties, all: { type: 'array', items } } });
const kinds = (...titles: string[]) => ({ anyOf: titles.map((title) => ({ title, type: 'object' })) });
const both = (before: Parts, after: Parts): [Parts, Parts] => [before, after];

describe('a change', () => {
  it.each<[fault: string, change: [before: Parts, after: Parts]]>([
    ['is called otherwise', both({}, { operation: { operationId: 'thing_put' } })],
    ['mode: is gone', both({}, { parameter: { name: 'other' } })],
    ['mode: has become required', both({}, { parameter: { required: true } })],
    ['mode: b is no longer taken', both({}, { parameter: { schema: { type: 'string', enum: ['a'] } } })],
    ['takes a list of codes only', both({}, { request: withName({ enum: ['a'] }) })],
    ['takes no body', both({}, { operation: { requestBody: undefined } })],
    ['needs a body', both({}, { operation: { requestBody: { ...json(thing), required: true } } })],
    [
      'needs a body',
      both(
        { operation: { requestBody: undefined } },
        { operation: { requestBody: { ...json(thing), required: true } } },
      ),
    ],
    ['application/json is gone', both({}, { operation: { requestBody: { content: {} } } })],
    ['200: is gone', both({}, { operation: { responses: { 201: json(thing) } } })],
    ['200: application/json is gone', both({}, { operation: { responses: { 200: {} } } })],
    ['.note: has become required', both({}, { request: { required: ['name', 'note'] } })],
    ['.note: is gone', both({}, { request: { properties: { name: text } } })],
    ['.note: is gone', both({}, { answer: { properties: { name: text } } })],
    ['.name: may be absent', both({}, { answer: { required: [] } })],
    ['.name: string became integer', both({}, { answer: withName({ type: 'integer' }) })],
    ['.name: can be null', both({}, { answer: withName({ nullable: true }) })],
    ['.name: null is no longer taken', both({ request: withName({ nullable: true }) }, {})],
    ['.name: maxLength is lower', both({}, { request: withName({ maxLength: 9 }) })],
    ['.name: minLength is higher', both({}, { request: withName({ minLength: 1 }) })],
    ['.name: pattern is another', both({}, { request: withName({ pattern: '^a' }) })],
    ['.all[]: string became object', both({ answer: listed(text) }, { answer: listed(thing) })],
    ['two is gone', both({ request: kinds('one', 'two') }, { request: kinds('one') })],
  ])('breaks: %s', (fault, [before, after]) => {
    expect(breakingChanges(documented(before), documented(after)).join('\n')).toContain(fault);
  });

  it('breaks when an operation or a whole path goes', () => {
    expect(breakingChanges(documented(), { ...documented(), paths: {} })).toEqual([
      'PUT /v1/things/{thingId}: is gone',
    ]);
  });

  it.each<[what: string, change: [before: Parts, after: Parts]]>([
    ['nothing', both({}, {})],
    ['a new answer field', both({}, { answer: { properties: { ...thing.properties, more: text } } })],
    [
      'a new optional field of a request',
      both({}, { request: { properties: { ...thing.properties, more: text } } }),
    ],
    ['a field that need not be sent any more', both({}, { request: { required: [] } })],
    [
      'a code more that is taken',
      both({}, { parameter: { schema: { type: 'string', enum: ['a', 'b', 'c'] } } }),
    ],
    ['a wider bound', both({}, { request: withName({ maxLength: 11 }) })],
    ['a tighter bound of what is received', both({}, { answer: withName({ maxLength: 9 }) })],
    ['a refusal that no longer comes', both({}, { operation: { responses: { 200: json(thing) } } })],
    ['a kind more that is taken', both({ request: kinds('one') }, { request: kinds('one', 'two') })],
  ])('breaks nobody: %s', (_, [before, after]) => {
    expect(breakingChanges(documented(before), documented(after))).toEqual([]);
  });
});
