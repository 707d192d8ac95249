import { readFileSync } from 'node:fs';

interface Described {
  readonly operationId: string;
  readonly 'x-patti'?: { readonly permission: string };
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The line of the table, or `public`. */
  readonly permission: string;
  /** Names of the ids in its path, in order. */
  readonly ids: readonly string[];
  readonly needsIfMatch: boolean;
  /** The schema of its JSON body, if it takes one. */
  readonly body: object | undefined;
}

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Described>>;
};

/** Every operation of the published document. */
export const OPERATIONS: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({
    id: described.operationId,
    method: method.toUpperCase(),
    path,
    permission: described['x-patti']?.permission ?? 'public',
    ids: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
    needsIfMatch: described.parameters?.some(({ name }) => name === 'If-Match') === true,
    body: bodyOf(described),
  })),
);

function bodyOf({ requestBody }: Described): object | undefined {
  const schema = Object.entries(requestBody?.content ?? {}).find(([type]) => type.endsWith('json'))?.[1]
    .schema;
  return schema === undefined ? undefined : resolved(schema);
}

function resolved(schema: object): object {
  if (!('$ref' in schema)) return schema;
  const steps = String(schema.$ref).slice(2).split('/');
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document) as object;
}
