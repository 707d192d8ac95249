interface Options {
  /** The column that holds the pact. */
  readonly key?: string;
  /** Whether the rows of all pacts may be read when none is announced by its id but all are. */
  readonly listedAcross?: boolean;
}

/** Row-level security for a table whose rows belong to pacts. The test of migrations asks it of each. */
export function inPacts(table: string, { key = 'pact_id', listedAcross = false }: Options = {}): string {
  const own = `${key} = (select current_pact())`;
  const seen = listedAcross ? `${own} or (select current_pact()) = no_pact()` : own;
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy in_pact on ${table} using (${seen}) with check (${own});
  `;
}
