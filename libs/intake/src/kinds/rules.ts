import type { JsonObject, Rule } from './define-kind.js';

const isGiven = (record: JsonObject, name: string): boolean =>
  record[name] !== undefined && record[name] !== null;

/** Days as text sort like days. */
export const notBefore = (later: string, earlier: string): Rule => ({
  pointer: `/${later}`,
  code: 'before-start',
  detail: `This lies before ${earlier}.`,
  isBroken: (record) => isGiven(record, later) && String(record[later]) < String(record[earlier]),
});

/** What has happened, has happened by today. */
export const notInTheFuture = (name: string): Rule => ({
  pointer: `/${name}`,
  code: 'in-the-future',
  detail: 'This day has not come.',
  isBroken: (record, today) => String(record[name]) > today,
});

export const needs = (name: string, other: string): Rule => ({
  pointer: `/${name}`,
  code: 'incomplete',
  detail: `This can only be given together with ${other}.`,
  isBroken: (record) => isGiven(record, name) && !isGiven(record, other),
});
