import { resolved, type Content, type Operation, type Parameter } from './described.rules.js';
import { schemaBreaks, type Way } from './schemas.rules.js';

/** What breaks a client that was written for the earlier document; empty if nothing does. */
export function breakingChanges(earlier: object, later: object): string[] {
  const [before, after] = [resolved(earlier), resolved(later)];
  return Object.entries(before.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const now = after.paths[path]?.[method];
      const name = `${method.toUpperCase()} ${path}`;
      return now === undefined ? [`${name}: is gone`] : operationBreaks(operation, now, name);
    }),
  );
}

function operationBreaks(before: Operation, after: Operation, name: string): string[] {
  return [
    // Generated clients are named after it.
    ...(before.operationId === after.operationId ? [] : [`${name}: is called otherwise`]),
    ...parameterBreaks(before.parameters ?? [], after.parameters ?? [], name),
    ...bodyBreaks(before, after, name),
    ...answerBreaks(before, after, name),
  ];
}

const sameParameter = (one: Parameter) => (other: Parameter) =>
  one.name === other.name && one.in === other.in;

/** Unknown parameters are refused, so none may go. */
function parameterBreaks(before: readonly Parameter[], after: readonly Parameter[], name: string): string[] {
  const breaks = after
    .filter((now) => now.required && before.find(sameParameter(now))?.required !== true)
    .map((now) => `${name} ${now.name}: has become required`);
  for (const parameter of before) {
    const now = after.find(sameParameter(parameter));
    const place = `${name} ${parameter.name}`;
    breaks.push(...(now ? schemaBreaks(parameter.schema, now.schema, 'sent', place) : [`${place}: is gone`]));
  }
  return breaks;
}

function bodyBreaks({ requestBody: before }: Operation, { requestBody: after }: Operation, name: string) {
  if (before === undefined) return after?.required ? [`${name}: needs a body`] : [];
  if (after === undefined) return [`${name}: takes no body`];
  const demanded = after.required && !before.required ? [`${name}: needs a body`] : [];
  return [...demanded, ...contentBreaks(before.content, after.content, 'sent', name)];
}

/** A refusal that no longer comes breaks nobody; a success that comes in another way does. */
function answerBreaks(before: Operation, after: Operation, name: string): string[] {
  return Object.entries(before.responses)
    .filter(([status]) => /^[23]/.test(status))
    .flatMap(([status, { content = {} }]) => {
      const now = after.responses[status];
      const place = `${name} ${status}`;
      return now ? contentBreaks(content, now.content ?? {}, 'received', place) : [`${place}: is gone`];
    });
}

function contentBreaks(before: Content, after: Content, way: Way, place: string): string[] {
  return Object.entries(before).flatMap(([type, { schema }]) => {
    const now = after[type];
    return now ? schemaBreaks(schema, now.schema, way, place) : [`${place}: ${type} is gone`];
  });
}

/** Whether a document of this version may break the clients of that one. Below 1.0 the minor number tells it. */
export function mayBreak(earlier: string, later: string): boolean {
  const [[oldMajor = 0, oldMinor = 0], [major = 0, minor = 0]] = [parts(earlier), parts(later)];
  return major > oldMajor || (oldMajor === 0 && major === 0 && minor > oldMinor);
}

const parts = (version: string): number[] => version.split('.').map(Number);
