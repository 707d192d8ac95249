import type { RulesetDefinition } from '@stoplight/spectral-core';
import { form, rule, type Judge } from './rule.js';

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
interface Answer {
  readonly headers?: object;
  readonly content?: Content;
}
type Answers = Readonly<Record<string, Answer>>;

const KEBAB = /^(\/([a-z0-9]+(-[a-z0-9]+)*|\{[a-z][a-zA-Z0-9]*\}))+$/;
const CAMEL = /^[a-z][a-zA-Z0-9]*$/;
/** Links of a list have this name in the profile itself. */
const LINKS = '_links';
const VERB = /^(get|post|put|patch|delete)/;
/** What must not stand in an address, which everything on its way writes down. */
const CONFIDENTIAL = /(tax|fiscal)Code|(sur|first|last)name|subject|birth|secret|password|token|identifier/i;
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  number: ['float', 'double'],
  integer: ['int32', 'int64'],
};
/** Kinds of values that are there or absent, never null. */
const NEVER_NULL = new Set(['boolean', 'array']);
const CALLERS = ['400', '401', '403', '404', '429', 'default'];

const judgeSchema: Judge<Schema> = ({ type = '', format = '', nullable, enum: codes }) => {
  const formats = FORMATS[type];
  if (formats && !formats.includes(format)) return `a format is missing, one of ${formats.join(', ')}`;
  if (nullable && (codes !== undefined || NEVER_NULL.has(type)))
    return 'booleans, codes and lists are never null';
  return undefined;
};

const judgeFields: Judge<Record<string, Schema>> = (fields) => {
  for (const [name, { format }] of Object.entries(fields)) {
    if (!CAMEL.test(name) && name !== LINKS) return `${name}: not in camelCase`;
    const wanted = /[a-z]On$/.test(name) ? 'date' : /[a-z]At$/.test(name) ? 'date-time' : format;
    if (format !== wanted) return `${name}: its format has to be ${wanted}`;
  }
  return undefined;
};

const judgeRequest: Judge<Content> = (content) =>
  Object.values(content).some(({ schema }) => schema.properties && schema.additionalProperties !== false)
    ? 'unknown fields of a request are refused, and the document says so'
    : undefined;

const judgeStatuses: Judge<Answers> = (answers) => {
  const missing = CALLERS.filter((status) => !(status in answers));
  const succeeds = Object.keys(answers).some((status) => status.startsWith('2'));
  return succeeds && missing.length === 0 ? undefined : `missing: ${missing.join(', ') || 'a success'}`;
};

const judgeProblems: Judge<Answers> = (answers) => {
  for (const [status, { headers = {}, content = {} }] of Object.entries(answers)) {
    if (/^[23]/.test(status)) continue;
    if (!('application/problem+json' in content)) return `${status}: not a problem document`;
    if (/^(429|503|default)$/.test(status) && !('Retry-After' in headers)) return `${status}: no Retry-After`;
  }
  return undefined;
};

/** A list is an object, so that it can say more than its items. */
const judgeLists: Judge<Answers> = (answers) => {
  for (const [status, { content = {} }] of Object.entries(answers)) {
    for (const { schema } of Object.values(content)) {
      if (schema.type === 'array') return `${status}: a list is an object with \`items\``;
      if (schema.properties && LINKS in schema.properties && schema.properties.items?.type !== 'array')
        return `${status}: the items of a list are called \`items\``;
    }
  }
  return undefined;
};

const OPERATION = '$.paths[*][?(@property.match(/^(get|put|post|patch|delete)$/))]';
const OPEN_TO_CALLERS = OPERATION.replace('[*]', '[?(@property.match(/^.v1./))]');
const RESOLVED = { resolved: true };

/** What the Italian public administration asks of its interfaces (AgID, ModI), where a document can show it. */
export const ITALIAN_PROFILE: RulesetDefinition = {
  rules: {
    'openapi-version': form('$.openapi', (text) => /^3\.0\.\d$/.test(text), 'not OpenAPI 3.0'),
    'document-version': form(
      '$.info.version',
      (text) => /^\d+\.\d+\.\d+$/.test(text),
      'not major.minor.patch',
    ),
    'server-audience': rule<object>('$.servers[*]', (server) =>
      'x-internal' in server ? undefined : 'for whom is this server? (x-internal)',
    ),
    'status-page': rule<object>('$.paths', (paths) =>
      '/status' in paths ? undefined : 'there is no /status',
    ),
    'kebab-case-paths': form('$.paths[*]~', (path) => KEBAB.test(path), 'not in kebab-case'),
    'camel-case-parameters': form(
      "$..parameters[?(@.in !== 'header')].name",
      (name) => CAMEL.test(name),
      'not in camelCase',
    ),
    'nothing-confidential-in-addresses': form(
      "$..parameters[?(@.in !== 'header')].name",
      (name) => !CONFIDENTIAL.test(name),
      'confidential, and addresses are written down everywhere',
    ),
    'noun-first': form(`${OPERATION}.operationId`, (id) => !VERB.test(id), 'begins with a method'),
    schemas: rule<Schema>('$..[?(@ && @.type)]', judgeSchema),
    fields: rule('$..properties', judgeFields),
    'patch-is-a-merge-patch': rule<object>('$.paths[*].patch.requestBody.content', (content) =>
      Object.keys(content).join() === 'application/merge-patch+json' ? undefined : 'not a merge patch alone',
    ),
    'requests-are-closed': rule(`${OPERATION}.requestBody.content`, judgeRequest, RESOLVED),
    'all-statuses': rule(`${OPEN_TO_CALLERS}.responses`, judgeStatuses),
    problems: rule(`${OPERATION}.responses`, judgeProblems, RESOLVED),
    lists: rule(`${OPERATION}.responses`, judgeLists, RESOLVED),
  },
};
