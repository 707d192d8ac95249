import type { Row } from './part.js';
import { Unreadable } from './unreadable.js';

/** A JSON file is read as a whole; larger ones belong into NDJSON. */
const LARGEST = 256 * 1_048_576;

export interface JsonBatch {
  readonly source?: string;
  readonly rows: readonly Row[];
}

/** `{"source", "records": […]}`, or the bare list. */
export async function jsonBatch(text: AsyncIterable<string>): Promise<JsonBatch> {
  let whole = '';
  for await (const chunk of text) {
    whole += chunk;
    if (whole.length > LARGEST) throw new Unreadable('a JSON file may have 256 MB: write NDJSON instead');
  }
  const value = parsed(whole);
  const records = Array.isArray(value) ? value : (value as { records?: unknown } | null)?.records;
  if (!Array.isArray(records)) throw new Unreadable('the file has no list of `records`');
  const source = Array.isArray(value) ? undefined : (value as { source?: unknown }).source;
  const rows = records.map((record) => ({ text: JSON.stringify(record) }));
  return { rows, ...(typeof source === 'string' && { source }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes what stands there.
    throw new Unreadable('the file is not JSON');
  }
}
