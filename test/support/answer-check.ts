import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

interface Described {
  readonly content?: Record<string, { schema?: object }>;
}

type Paths = Record<string, Record<string, { responses: Record<string, Described> }>>;

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as { paths: Paths };
const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema(document, 'openapi');

const routes = Object.keys(document.paths).map((path) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
}));
const validators = new Map<string, ValidateFunction>();

/** Fails when an answer is not one that the document describes: its status, its media type, its shape. */
export function checkAnswer(method: string, url: string, { status, headers, body }: Received): void {
  const path = routes.find(({ pattern }) => pattern.test(url.split('?', 1)[0] ?? ''))?.path;
  const operation = path === undefined ? undefined : document.paths[path]?.[method.toLowerCase()];
  if (path === undefined || operation === undefined) return;
  const key = String(status) in operation.responses ? String(status) : undefined;
  if (key === undefined) throw new Error(`${method} ${path} answered ${status}, which is not documented`);
  const content = operation.responses[key]?.content;
  const type = (headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
  if (content === undefined || body === '') return;
  if (!(type in content)) throw new Error(`${method} ${path} answered ${type}, which is not documented`);
  if (!type.endsWith('json') || type.endsWith('ndjson')) return;
  const steps = ['paths', path, method.toLowerCase(), 'responses', key, 'content', type, 'schema'];
  const validate = validator(`openapi#/${steps.map(escaped).join('/')}`);
  if (!validate(body)) throw new Error(`${method} ${path} ${status}: ${ajv.errorsText(validate.errors)}`);
}

const escaped = (step: string): string =>
  encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

function validator(reference: string): ValidateFunction {
  const known = validators.get(reference) ?? ajv.compile({ $ref: reference });
  validators.set(reference, known);
  return known;
}
