import type { Offers } from '#platform';
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

export const OFFERS: Offers<FormatName> = FORMATS.map((name) => [
  name,
  fileFormatOf(name)?.mediaTypes ?? [JSON_TYPE],
]);

/** The file format that is asked for; undefined for JSON, which comes in pages. */
export function fileFormatOf(name: FormatName): FileFormat | undefined {
  return name === 'json' ? undefined : FILES[name];
}
