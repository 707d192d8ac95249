import { readFileSync } from 'node:fs';
import { Ruleset, Spectral, type RulesetDefinition } from '@stoplight/spectral-core';
import { ITALIAN_PROFILE } from '../support/openapi-rules/italian-profile.js';
import { OWASP } from '../support/openapi-rules/owasp.js';

const PATIENCE_MS = 60_000;

async function faultsOf(document: object, definition: RulesetDefinition): Promise<string[]> {
  const spectral = new Spectral();
  spectral.setRuleset(new Ruleset(definition, { severity: 'all' }));
  const found = await spectral.run(structuredClone(document) as Record<string, unknown>);
  return found.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`);
}

describe('the OpenAPI document', () => {
  const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as object;

  it.each([
    ['OWASP', OWASP],
    ['the Italian public administration', ITALIAN_PROFILE],
  ])(
    'keeps the rules of %s',
    async (_, rules) => {
      expect(await faultsOf(document, rules)).toEqual([]);
    },
    PATIENCE_MS,
  );
});

const problem = { content: { 'application/problem+json': { schema: { type: 'object' } } } };
const retry = { ...problem, headers: { 'Retry-After': {} } };
const refusals = { 400: problem, 401: problem, 403: problem, 404: problem, 429: retry, default: retry };
const answers = (schema: object, more: object = {}) => ({
  200: { description: 'Answered.', content: { 'application/json': { schema } } },
  ...refusals,
  ...more,
});
const list = { type: 'object', properties: { items: { type: 'array' }, _links: { type: 'object' } } };
const body = (type: string, schema: object) => ({ content: { [type]: { schema } } });
const closed = { type: 'object', additionalProperties: false, properties: { name: { type: 'string' } } };

/** A document that keeps every rule, with one operation of each kind. */
const good = () => ({
  openapi: '3.0.3',
  info: { title: 'Patti', version: '1.0.0' },
  servers: [{ url: '/', 'x-internal': false }],
  paths: {
    '/status': { get: { operationId: 'status_show', responses: { 200: {}, default: retry } } },
    '/v1/good-things': {
      get: {
        operationId: 'thing_list',
        parameters: [{ in: 'query', name: 'dueBefore', schema: { type: 'string' } }],
        responses: answers(list),
      },
      patch: {
        operationId: 'thing_change',
        requestBody: body('application/merge-patch+json', closed),
        responses: answers({ type: 'object' }),
      },
    },
  },
  components: { schemas: { Thing: { type: 'object', properties: {} } } },
});
type Document = ReturnType<typeof good>;

const withField = (name: string, schema: object) => (document: Document) => {
  document.components.schemas.Thing.properties = { [name]: schema };
};
const withGet = (change: object) => (document: Document) => {
  Object.assign(document.paths['/v1/good-things'].get, change);
};
const withPatch = (change: object) => (document: Document) => {
  Object.assign(document.paths['/v1/good-things'].patch, change);
};
const withPath = (path: string) => (document: Document) => {
  Object.assign(document.paths, { [path]: { get: { ...document.paths['/v1/good-things'].get } } });
};
const queried = (name: string) => withGet({ parameters: [{ in: 'query', name }] });

describe('the rules of the Italian public administration', () => {
  it('find nothing in a document that keeps them', async () => {
    expect(await faultsOf(good(), ITALIAN_PROFILE)).toEqual([]);
  });

  it.each<[rule: string, planted: (document: Document) => void]>([
    ['openapi-version', (document) => void (document.openapi = '3.1.0')],
    ['document-version', (document) => void (document.info.version = 'v1')],
    ['server-audience', (document) => void (document.servers = [{ url: '/' }] as Document['servers'])],
    ['status-page', (document) => void delete (document.paths as Partial<Document['paths']>)['/status']],
    ['kebab-case-paths', withPath('/v1/goodThings')],
    ['kebab-case-paths', withPath('/v1/good_things/{thingId}')],
    ['camel-case-parameters', queried('due_before')],
    ['nothing-confidential-in-addresses', queried('taxCode')],
    ['noun-first', withGet({ operationId: 'getThings' })],
    ['schemas', withField('share', { type: 'number' })],
    ['schemas', withField('count', { type: 'integer' })],
    ['schemas', withField('done', { type: 'boolean', nullable: true })],
    ['schemas', withField('state', { type: 'string', enum: ['a'], nullable: true })],
    ['schemas', withField('parts', { type: 'array', nullable: true })],
    ['fields', withField('due_on', { type: 'string', format: 'date' })],
    ['fields', withField('dueOn', { type: 'string' })],
    ['fields', withField('createdAt', { type: 'string', format: 'date' })],
    ['patch-is-a-merge-patch', withPatch({ requestBody: body('application/json', closed) })],
    [
      'requests-are-closed',
      withPatch({
        requestBody: body('application/merge-patch+json', { ...closed, additionalProperties: true }),
      }),
    ],
    ['all-statuses', withGet({ responses: { 200: {}, ...refusals, 403: undefined } })],
    ['all-statuses', withGet({ responses: refusals })],
    ['problems', withGet({ responses: answers(list, { 429: problem }) })],
    ['problems', withGet({ responses: answers(list, { default: problem }) })],
    ['problems', withGet({ responses: answers(list, { 404: body('application/json', {}) }) })],
    ['lists', withGet({ responses: answers({ type: 'array' }) })],
    ['lists', withGet({ responses: answers({ type: 'object', properties: { _links: {}, rows: {} } }) })],
  ])('find what breaks %s', async (rule, plant) => {
    const document = good();
    plant(document);
    const found = await faultsOf(JSON.parse(JSON.stringify(document)) as object, ITALIAN_PROFILE);
    expect(found.map((fault) => fault.split(' ')[0])).toContain(rule);
  });
});
