/** What the tests use of the package, which has no types of its own. */
declare module 'jsonstat-toolkit' {
  interface Cell {
    readonly value: number | null;
    readonly status: string | null;
  }
  interface Dataset {
    readonly class: string;
    readonly id: readonly string[];
    readonly Data: (of: Readonly<Record<string, string>>) => Cell;
  }
  export default function read(document: unknown): Dataset;
}
