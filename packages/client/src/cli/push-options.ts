import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { DELIMITERS, type Delimiter } from '../push/csv-rows.js';
import type { Format, Reading } from '../push/file-parts.js';
import type { Target } from '../push/send-part.js';
import { argumentsOf, needed, oneOf, only, wholeIn } from './arguments.js';
import { CONNECTION_OPTIONS, connectionOf } from './connection.js';
import { UsageError } from './exit-codes.js';

const FORMATS: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.json': 'json',
  '.xml': 'xml',
};
/** So large may a batch be (docs/limits.md). */
const LARGEST_BATCH = 64 * 1_048_576;
const LARGEST_PART = 16 * 1_048_576;
/** No answer tells of more rows. */
const MOST_ROWS = 10_000;

const OPTIONS = {
  ...CONNECTION_OPTIONS,
  pact: { type: 'string' },
  kind: { type: 'string' },
  source: { type: 'string' },
  mode: { type: 'string', default: 'partial' },
  'dry-run': { type: 'boolean', default: false },
  faults: { type: 'boolean', default: false },
  format: { type: 'string' },
  encoding: { type: 'string', default: 'utf-8' },
  delimiter: { type: 'string' },
  dates: { type: 'string' },
  decimals: { type: 'string' },
  'part-rows': { type: 'string', default: '5000' },
  state: { type: 'string' },
} as const;

type Values = ReturnType<typeof argumentsOf<typeof OPTIONS>>['values'];

export function pushOptionsOf(args: readonly string[], env: NodeJS.ProcessEnv) {
  const { values, positionals } = argumentsOf(args, OPTIONS);
  const file = only(positionals, 'file');
  const bytes = sizeOf(file);
  const format =
    oneOf(values.format, ['csv', 'ndjson', 'json', 'xml'], 'format') ?? FORMATS[extname(file).toLowerCase()];
  if (!format) throw new UsageError('the name of the file does not tell its format: --format');
  const mode = oneOf(values.mode, ['partial', 'atomic'], 'mode') ?? 'partial';
  // All or none can be promised for one request only, and communications are not torn apart.
  const isWhole = mode === 'atomic' || format === 'xml';
  if (isWhole && bytes > LARGEST_BATCH)
    throw new UsageError('an atomic push, and a file of communications, may have 64 MB at most');
  const target: Target = { pactId: needed(values.pact, 'pact'), query: queryOf(values, format, mode) };
  const reading: Reading = {
    file,
    format,
    encoding: encodingOf(values.encoding),
    delimiter: values.delimiter as Delimiter | undefined,
    partRows: isWhole ? Infinity : wholeIn(values['part-rows'], [1, MOST_ROWS], 'part-rows'),
    partBytes: isWhole ? Infinity : LARGEST_PART,
  };
  return {
    connection: connectionOf(values, env),
    bytes,
    target,
    reading,
    dryRun: values['dry-run'],
    faultsPath: values.faults ? `${file}.faults.ndjson` : undefined,
    stateFolder: values.state,
  };
}

function queryOf(values: Values, format: Format, mode: string): Target['query'] {
  return {
    mode,
    dryRun: values['dry-run'],
    ...(values.source !== undefined && { source: values.source }),
    ...tableOf(values, format),
    ...(format === 'xml' && { profile: 'unilav' }),
  };
}

/** How a table is to be read; other formats say it themselves. */
function tableOf(values: Values, format: Format): Target['query'] {
  const told = {
    kind: values.kind,
    delimiter: oneOf(values.delimiter, Object.keys(DELIMITERS), 'delimiter'),
    dates: oneOf(values.dates, ['iso', 'it'], 'dates'),
    decimals: oneOf(values.decimals, ['point', 'comma'], 'decimals'),
  };
  const given = Object.entries(told).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  if (format === 'csv') needed(told.kind, 'kind');
  else if (given.length > 0) throw new UsageError(`--${given[0]?.[0]} goes with CSV only`);
  return Object.fromEntries(given);
}

function encodingOf(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new UsageError('--encoding takes utf-8, windows-1252, iso-8859-15, …');
  }
}

function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new UsageError(`${file} is not a file`);
  return found.size;
}
