interface Options {
  /** The column that holds the pact. */
  readonly key?: string;
  /** Whether the rows of all pacts may be read, and no more, when no pact is announced but all are. */
  readonly listedAcross?: boolean;
}

/** Row-level security for a table whose rows belong to pacts. test/contract asks it of each. */
export function inPacts(table: string, { key = 'pact_id', listedAcross = false }: Options = {}): string {
  const own = `${key} = current_pact()`;
  const across = `create policy across_pacts on ${table} for select using (current_pact() = no_pact());`;
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy in_pact on ${table} using (${own}) with check (${own});
    ${listedAcross ? across : ''}
  `;
}

/** Takes it away again. */
export const notInPacts = (table: string): string => `
  drop policy in_pact on ${table};
  drop policy if exists across_pacts on ${table};
  alter table ${table} no force row level security;
  alter table ${table} disable row level security;
`;
