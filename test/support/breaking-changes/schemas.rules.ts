import type { Schema } from './described.rules.js';

/** Which way a value goes: what is sent may not be narrowed, what is received may not be widened. */
export type Way = 'sent' | 'received';

const MOST = ['maxLength', 'maximum', 'maxItems'] as const;
const LEAST = ['minLength', 'minimum', 'minItems'] as const;
const FORMS = ['format', 'pattern'] as const;

/** What breaks whoever relied on the earlier schema. `at` names the place in words. */
export function schemaBreaks(before: Schema, after: Schema, way: Way, at: string): string[] {
  if (before.type !== after.type) return [`${at}: ${before.type} became ${after.type}`];
  return [
    ...valueBreaks(before, after, way, at),
    ...fieldBreaks(before, after, way, at),
    ...(before.items && after.items ? schemaBreaks(before.items, after.items, way, `${at}[]`) : []),
    ...alternativeBreaks(before, after, way, at),
  ];
}

function valueBreaks(before: Schema, after: Schema, way: Way, at: string): string[] {
  // Bounds and forms of what is received may change: nothing that was sent is refused for it.
  if (way === 'received')
    return !before.nullable && after.nullable ? [`${at}: can be null where it could not`] : [];
  const lost = (before.enum ?? []).filter((code) => after.enum && !after.enum.includes(code));
  return [
    ...lost.map((code) => `${at}: ${code} is no longer taken`),
    ...(before.enum === undefined && after.enum ? [`${at}: takes a list of codes only`] : []),
    ...(before.nullable && !after.nullable ? [`${at}: null is no longer taken`] : []),
    ...MOST.filter((bound) => (after[bound] ?? Infinity) < (before[bound] ?? Infinity)).map(
      (bound) => `${at}: ${bound} is lower`,
    ),
    ...LEAST.filter((bound) => (after[bound] ?? -Infinity) > (before[bound] ?? -Infinity)).map(
      (bound) => `${at}: ${bound} is higher`,
    ),
    ...FORMS.filter((form) => after[form] !== undefined && after[form] !== before[form]).map(
      (form) => `${at}: ${form} is another`,
    ),
  ];
}

/** Unknown fields are refused, so a field that is gone breaks whoever sends it, as well as whoever reads it. */
function fieldBreaks(before: Schema, after: Schema, way: Way, at: string): string[] {
  const [old, now] = [before.properties ?? {}, after.properties ?? {}];
  const isNeeded = ({ required = [] }: Schema, name: string): boolean => required.includes(name);
  const gone = Object.keys(old).filter((name) => !(name in now));
  const demanded = Object.keys(now).filter((name) => isNeeded(after, name) && !isNeeded(before, name));
  const unsure = Object.keys(now).filter((name) => isNeeded(before, name) && !isNeeded(after, name));
  return [
    ...gone.map((name) => `${at}.${name}: is gone`),
    ...(way === 'sent' ? demanded.map((name) => `${at}.${name}: has become required`) : []),
    ...(way === 'received' ? unsure.map((name) => `${at}.${name}: may be absent`) : []),
    ...Object.entries(now).flatMap(([name, schema]) =>
      old[name] ? schemaBreaks(old[name], schema, way, `${at}.${name}`) : [],
    ),
  ];
}

/** Alternatives are told apart by their titles. One more in what is received is news that clients have to expect. */
function alternativeBreaks(before: Schema, after: Schema, way: Way, at: string): string[] {
  const later = new Map(named(after));
  return named(before).flatMap(([name, schema]) => {
    const now = later.get(name);
    return now === undefined ? [`${at}: ${name} is gone`] : schemaBreaks(schema, now, way, `${at} (${name})`);
  });
}

const named = ({ allOf = [], anyOf = [], oneOf = [] }: Schema): [string, Schema][] =>
  [...allOf, ...anyOf, ...oneOf].map((schema, index) => [schema.title ?? `part ${index}`, schema]);
