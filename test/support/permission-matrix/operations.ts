import { readFileSync } from 'node:fs';

interface WithContent {
  readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;
}

interface Described {
  readonly operationId: string;
  readonly 'x-patti'?: { readonly permission: string };
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: WithContent;
  readonly responses: Readonly<Record<string, WithContent>>;
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
  readonly takesBody: boolean;
  /** Fields of its answer that are no fields of its body: the service decides on them. */
  readonly decided: readonly string[];
}

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, { properties?: object }> };
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
    takesBody: described.requestBody !== undefined,
    decided: decidedIn(described),
  })),
);

function decidedIn({ requestBody, responses }: Described): string[] {
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  const taken = fieldsOf(requestBody);
  return fieldsOf(success).filter((name) => !taken.includes(name));
}

function fieldsOf(described: WithContent | undefined): string[] {
  const content = Object.entries(described?.content ?? {}).find(([type]) => type.endsWith('json'))?.[1];
  const name = content?.schema.$ref?.split('/').at(-1) ?? '';
  return Object.keys(document.components.schemas[name]?.properties ?? {});
}
