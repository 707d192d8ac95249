import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { boundFormats } from './bounds.js';
import { HEADERS, refusal, RESPONSES, addHeaders, tellAsProblem } from './openapi-answers.js';
import { PROBLEM_SCHEMA } from './problem.schema.js';

/** Of this interface: docs/adr/0017 tells when it grows. */
const VERSION = '0.2.0';
const KEY =
  'An API key, `patti_<id>_<secret>`: for systems that act on their own. It is no JWT, so nothing of RFC8725 applies.';
const TOKEN =
  'An access token (RFC 9068, checked as RFC8725 asks) of the OpenID Connect issuer that this service trusts: for people, each with its own roles. With several in one pact, the header `Patti-Role: <kind>[:<actorId>]` says in which one it acts.';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

type OpenApiOperation = NonNullable<OpenAPIObject['paths'][string]['get']>;
interface Traits {
  permission: string;
  versioned: boolean;
  conflict: boolean;
}

/** The document is served by the very program it describes, wherever that runs. */
const SERVER = {
  url: '/',
  description: 'This server: production, or whatever its operator runs',
  'x-internal': false,
};

/** The OpenAPI document: what the decorators say, completed with what holds for every operation of a kind. */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Patti')
    .setDescription('Territorial pacts for work and social inclusion: commitments, outcome data, indicators.')
    .setVersion(VERSION)
    .setOpenAPIVersion('3.0.3')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: KEY }, 'bearer')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: TOKEN }, 'accessToken')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...PROBLEM_SCHEMA },
    headers: HEADERS,
    responses: RESPONSES,
  };
  document.servers = [SERVER];
  for (const schema of Object.values(document.components.schemas ?? {})) close(schema);
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation !== undefined) complete(operation, method);
    }
  }
  boundFormats(document);
  return document;
}

/** Unknown fields are refused on the way in and never sent on the way out. */
function close(schema: object): void {
  if ('properties' in schema && !('additionalProperties' in schema))
    Object.assign(schema, { additionalProperties: false });
}

function complete(operation: OpenApiOperation, method: Method): void {
  const traits = traitsOf(operation);
  const isOpen = traits.permission === 'public';
  operation.security = isOpen ? [] : [{ bearer: [] }, { accessToken: [] }];
  if (traits.versioned && method === 'get') operation.responses['304'] = { description: 'Not changed.' };
  const statuses = [
    ...statusesOfCaller(traits),
    ...statusesOfBody(operation),
    ...statusesOfEffect(traits, method),
  ];
  for (const status of [...statuses, 'default' as const]) {
    operation.responses[status] ??= refusal(status, !isOpen);
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    if (status >= '4' && response !== undefined && !('$ref' in response)) tellAsProblem(response, !isOpen);
  }
  addHeaders(operation, !isOpen);
  addParameters(operation, method, changesVersioned(traits, method));
  typeIds(operation);
  rename(operation, method);
}

const OPEN: Traits = { permission: 'public', versioned: false, conflict: false };

const traitsOf = (operation: OpenApiOperation): Traits =>
  (operation as unknown as { 'x-patti'?: Traits })['x-patti'] ?? OPEN;

const statusesOfCaller = ({ permission }: Traits): number[] =>
  permission === 'public' ? [400, 404, 405] : [400, 401, 403, 404, 405, 429];

const statusesOfBody = ({ requestBody }: OpenApiOperation): number[] =>
  requestBody ? [408, 413, 415, 422] : [];

const statusesOfEffect = (traits: Traits, method: Method): number[] => [
  ...(method === 'post' || traits.conflict ? [409, 422] : []),
  ...(changesVersioned(traits, method) ? [412, 428] : []),
];

const changesVersioned = ({ versioned }: Traits, method: Method): boolean =>
  versioned && ['put', 'patch', 'delete'].includes(method);

function addParameters(operation: OpenApiOperation, method: string, needsIfMatch: boolean): void {
  const header = (name: string, required: boolean, maxLength: number, description: string) =>
    (operation.parameters ??= []).push({
      name,
      in: 'header',
      required,
      description,
      schema: { type: 'string', minLength: 1, maxLength },
    });
  if (method === 'post') header('Idempotency-Key', false, 255, 'Makes a repeat of this request harmless.');
  if (needsIfMatch)
    header('If-Match', true, 40, 'The ETag of the resource as it was read; `*` is answered with 412.');
}

/** What `@PathId` lets through. */
function typeIds(operation: OpenApiOperation): void {
  for (const parameter of operation.parameters ?? []) {
    if ('in' in parameter && parameter.in === 'path' && parameter.name.endsWith('Id')) {
      parameter.schema = { type: 'string', format: 'uuid' };
    }
  }
}

/** Merge patches have a media type of their own. */
function rename(operation: OpenApiOperation, method: string): void {
  const body = operation.requestBody;
  if (method !== 'patch' || body === undefined || !('content' in body)) return;
  const json = body.content['application/json'];
  if (json) body.content = { 'application/merge-patch+json': json };
}
