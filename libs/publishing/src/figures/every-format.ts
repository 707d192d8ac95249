import { getSchemaPath } from '@nestjs/swagger';
import type { AnswerShape } from '#platform';
import { FILE_MEDIA_TYPES } from '../formats/formats.js';

/** The document has to name a bound, and no selection comes near it. */
const LONGEST_FILE = 200_000_000;

/** Pages of JSON, or a file, as the document tells it. */
export const inEveryFormat = (page: new () => object): AnswerShape => ({
  media: {
    'application/json': { $ref: getSchemaPath(page) },
    ...Object.fromEntries(FILE_MEDIA_TYPES.map((type) => [type, schemaOf(type)])),
  },
});

export const FORMATS_TOLD =
  'JSON comes in pages; CSV, JSON-stat 2.0, SDMX-CSV 2.0, XLSX and the Data Package description of the CSV hold the ' +
  'whole selection, up to 20,000 figures. All have an ETag.';

function schemaOf(mediaType: string): object {
  if (mediaType.endsWith('json')) return { type: 'object' };
  const file = { type: 'string', maxLength: LONGEST_FILE };
  return mediaType.includes('openxml') ? { ...file, format: 'binary' } : file;
}
