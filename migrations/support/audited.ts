/**
 * What of a table's rows enters the audit trail: names of columns, as in SQL. The test of the trail asks that every
 * column of every audited table is named.
 */
export interface AuditedColumns {
  /** The one or two columns that tell which row it is; told as one text, joined by `/`. */
  readonly key: string;
  /** The column that holds the pact. Without one the row stands in the chain of what all pacts share. */
  readonly pact?: string;
  /** Told with their values. */
  readonly told: string;
  /** Long or delicate, and nothing one could guess: told by their SHA-256. */
  readonly digested?: string;
  /** May hold a person's name, address or number: told only that there was one, or another one. */
  readonly withheld?: string;
  /** Bookkeeping that says nothing by itself. */
  readonly ignored?: string;
}

/** When a row came into being and was changed last is told by the entries themselves. */
const ALWAYS_IGNORED = 'created_at, updated_at';

/** Gives a table its place in the audit trail: each row that is added, changed or removed makes an entry. */
export function audited(table: string, columns: AuditedColumns): string {
  const { key, pact = '', told, digested = '', withheld = '', ignored = '' } = columns;
  const silent = [key, pact, ALWAYS_IGNORED, ignored].filter((names) => names !== '').join(', ');
  const lists = [told, digested, silent].map((names) => `'{${names}}'`);
  const [first = '', second = ''] = key.split(', ');
  // The function has no use for what is withheld: it is here for those who look at the trigger.
  const given = [`'${pact}'`, ...lists, `'${first}'`, `'${second}'`, `'{${withheld}}'`].join(', ');
  return `
    create constraint trigger audited after insert or update or delete on ${table}
      deferrable initially deferred for each row execute function audit_change(${given});
  `;
}
