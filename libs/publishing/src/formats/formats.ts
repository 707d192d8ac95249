import { notAcceptable } from '#platform';
import { csv } from './csv.format.js';
import { dataPackage } from './data-package.format.js';
import { jsonStat } from './json-stat.format.js';
import type { FileFormat } from './publication.js';
import { sdmxCsv } from './sdmx-csv.format.js';
import { xlsx } from './xlsx.format.js';

/** Files that hold a whole selection. Another format is another line. */
const FILES = {
  csv,
  jsonstat: jsonStat,
  'sdmx-csv': sdmxCsv,
  xlsx,
  datapackage: dataPackage,
} satisfies Record<string, FileFormat>;

const JSON_TYPE = 'application/json';

export const FORMATS = ['json', ...(Object.keys(FILES) as (keyof typeof FILES)[])] as const;
export type FormatName = (typeof FORMATS)[number];

/** For the OpenAPI document. */
export const FILE_MEDIA_TYPES: readonly string[] = Object.values(FILES).map(
  ({ mediaTypes: [first] }) => first.split(';', 1)[0] ?? first,
);

const OFFERED = [JSON_TYPE, ...Object.values<FileFormat>(FILES).flatMap(({ mediaTypes }) => mediaTypes)];

/** The file format that is asked for; undefined for JSON, which comes in pages. */
export const fileFormatOf = (name: FormatName): FileFormat | undefined =>
  name === 'json' ? undefined : FILES[name];

/**
 * What the query says, else what `Accept` likes best, else JSON.
 * @param accepts gives the first that fits of the media types it is offered, or false
 * @throws Problem `not-acceptable` where `Accept` takes none of them
 */
export function negotiated(
  asked: FormatName | undefined,
  accepts: (offered: string[]) => string | false,
): FormatName {
  if (asked !== undefined) return asked;
  const accepted = accepts(OFFERED);
  if (accepted === JSON_TYPE) return 'json';
  const found = FORMATS.find((name) =>
    accepted === false ? false : fileFormatOf(name)?.mediaTypes.includes(accepted),
  );
  if (found !== undefined) return found;
  throw notAcceptable({ detail: `It answers in ${OFFERED.join(', ')}.` });
}
