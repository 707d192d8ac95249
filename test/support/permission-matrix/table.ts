import { readFileSync } from 'node:fs';

/** Permission → the kinds that have it. */
export type Table = ReadonlyMap<string, ReadonlySet<string>>;

const MARK = '●';

/**
 * The table as docs/permissions.md shows it to people. It is read from there and not from the code, so that a line
 * that was widened in the code alone fails.
 */
export function publishedTable(): Table {
  const lines = readFileSync('docs/permissions.md', 'utf8').split('\n');
  const head = lines.findIndex((line) => line.startsWith('| permission '));
  const rows = lines.slice(head, lines.indexOf('', head)).map(cells);
  const kinds = (rows[0] ?? []).slice(1).map((cell) => cell.replaceAll('`', ''));
  return new Map(
    rows.slice(2).map(([name = '', ...marks]) => {
      const given = kinds.filter((_, column) => marks[column] === MARK);
      return [/`(.+?)`/.exec(name)?.[1] ?? '', new Set(given)];
    }),
  );
}

const cells = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The same table with one mark set that was not there, or the other way round. */
export function withFlipped(table: Table, permission: string, kind: string): Table {
  const kinds = new Set(table.get(permission));
  if (!kinds.delete(kind)) kinds.add(kind);
  return new Map([...table, [permission, kinds]]);
}
