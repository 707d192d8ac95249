import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

interface Described {
  readonly $ref?: string;
  readonly content?: Record<string, { schema?: object }>;
}

type Responses = Readonly<Record<string, Described>>;
type Paths = Record<string, Record<string, { responses: Responses }>>;

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Paths;
  components: { responses: Record<string, Described> };
};
const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema(document, 'openapi');

const routes = Object.keys(document.paths).map((path) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
}));
const validators = new Map<string, ValidateFunction>();

/** Fails when an answer is not one that the document describes: its status, its media type, its shape. */
export function checkAnswer(method: string, url: string, answer: Received): void {
  const path = routes.find(({ pattern }) => pattern.test(url.split('?', 1)[0] ?? ''))?.path ?? '';
  // Being away for a while can happen to every operation, and so stands with none by name.
  const entry = answer.status === 503 ? 'default' : String(answer.status);
  const responses = document.paths[path]?.[method.toLowerCase()]?.responses;
  if (responses === undefined) return;
  const fault = faultOf(
    answer,
    ...found(responses, ['paths', path, method.toLowerCase(), 'responses', entry]),
  );
  if (fault !== undefined) throw new Error(`${method} ${path} answered ${answer.status}: ${fault}`);
}

/** An answer and its place in the document, which for what many operations share is in the components. */
function found(responses: Responses, place: string[]): [Described | undefined, string[]] {
  const described = responses[place.at(-1) ?? ''];
  const shared = described?.$ref?.split('/').at(-1);
  if (shared === undefined) return [described, place];
  return [document.components.responses[shared], ['components', 'responses', shared]];
}

function faultOf(answer: Received, described: Described | undefined, place: string[]): string | undefined {
  if (described === undefined) return 'this status is not documented';
  const type = (answer.headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
  if (described.content === undefined || answer.body === '') return undefined;
  if (!(type in described.content)) return `${type} is not documented`;
  if (!/[/+]json$/.test(type)) return undefined;
  const validate = validator(`openapi#/${[...place, 'content', type, 'schema'].map(escaped).join('/')}`);
  return validate(answer.body) ? undefined : ajv.errorsText(validate.errors);
}

const escaped = (step: string): string =>
  encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));

function validator(reference: string): ValidateFunction {
  const known = validators.get(reference) ?? ajv.compile({ $ref: reference });
  validators.set(reference, known);
  return known;
}
