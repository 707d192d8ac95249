import { Header } from '@nestjs/common';
import { isDay, type Day } from '#kernel';

/** An operation that is on its way out. */
export interface Deprecation {
  /** From this day on it should no longer be used. */
  readonly since: Day;
  /** From this day on it may be gone. */
  readonly sunset: Day;
  /** The address to use in its place, as in the document: `/v1/pacts/{pactId}/members`. */
  readonly instead: string;
}

const beginningOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** As RFC 9745, RFC 8594 and RFC 5829 write it. */
function headersOf({ since, sunset, instead }: Deprecation): Readonly<Record<string, string>> {
  return {
    Deprecation: `@${beginningOf(since).getTime() / 1_000}`,
    Sunset: beginningOf(sunset).toUTCString(),
    Link: `<${instead}>; rel="successor-version"`,
  };
}

/** What every answer of the handler tells of its end, refusals of the guard excepted. */
export function tellingDeprecation(deprecation: Deprecation): MethodDecorator[] {
  const { since, sunset } = deprecation;
  if (!isDay(since) || !isDay(sunset) || sunset < since)
    throw new Error(`an operation that is deprecated since ${since} cannot end on ${sunset}`);
  return Object.entries(headersOf(deprecation)).map(([name, value]) => Header(name, value));
}

export const toldOf = ({ since, sunset, instead }: Deprecation): string =>
  `Deprecated since ${since}; it may be gone from ${sunset} on. Instead: \`${instead}\`.`;
