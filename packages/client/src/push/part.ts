/** So many rows of a file as one request carries them. */
export interface Part {
  /** From 1. */
  readonly number: number;
  readonly body: string;
  readonly contentType: 'application/x-ndjson' | 'text/csv' | 'application/xml';
  /** Rows of the file before this part; a header is not a row. */
  readonly rowsBefore: number;
  /** For each row the line of the file where it begins; none where the format has no lines to speak of. */
  readonly lines: readonly number[];
  /** Absent where only the service can tell how many there are. */
  readonly rows?: number;
}

export interface Row {
  readonly text: string;
  readonly line?: number;
}

export interface Cut {
  readonly contentType: Part['contentType'];
  /** Repeated at the start of each part. */
  readonly header: string;
  readonly rows: number;
  readonly bytes: number;
}

/** Gathers rows into parts that are neither longer nor larger than told. A single row is a part, however large. */
export async function* cut(rows: AsyncIterable<Row> | Iterable<Row>, into: Cut): AsyncGenerator<Part> {
  const { contentType } = into;
  let gathered: Row[] = [];
  let bytes = 0;
  let rowsBefore = 0;
  let number = 0;
  const part = (): Part => ({
    number: ++number,
    body: into.header + gathered.map(({ text }) => `${text}\n`).join(''),
    contentType,
    rowsBefore,
    lines: gathered.flatMap(({ line }) => line ?? []),
    rows: gathered.length,
  });
  for await (const row of rows) {
    const size = Buffer.byteLength(row.text) + 1;
    if (gathered.length > 0 && (gathered.length >= into.rows || bytes + size > into.bytes)) {
      yield part();
      rowsBefore += gathered.length;
      gathered = [];
      bytes = 0;
    }
    gathered.push(row);
    bytes += size;
  }
  if (gathered.length > 0) yield part();
}
