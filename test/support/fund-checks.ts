import pg from 'pg';

/** By code, of one cell of a pact since its start, as stored: also where they are hidden. */
export type FundCounts = Readonly<Record<string, number | undefined>>;

export async function fundCounts(databaseUrl: string, pactId: string, cell: string): Promise<FundCounts> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(`select set_config('patti.pact', $1, false)`, [pactId]);
  const { rows } = await client.query<{ code: string; value: number }>(
    `select indicator as code, (numbers->>'value')::int as value from figure
     where pact_id = $1 and cell = $2 and latest and period = 'since-start' and indicator like 'EEC%'`,
    [pactId, cell],
  );
  await client.end();
  return Object.fromEntries(rows.map(({ code, value }) => [code, value]));
}

/** A result, and the output that it cannot be more than: who has it was one of these. */
const RESULTS: Readonly<Record<string, string>> = {
  EECR01: 'EECO01',
  EECR02: 'EECO01',
  EECR03: 'EECO01',
  EECR04: 'EECO01',
  EECR05: 'EECO01',
  EECR06: 'EECO05',
};

/** Which of the consistency checks of the common indicators do not hold. */
export function faultsOf(counts: FundCounts): string[] {
  const of = (code: string): number => counts[code] ?? 0;
  const more = Object.entries(RESULTS).filter(([result, output]) => of(result) > of(output));
  return [
    ...(of('EECO02') + of('EECO04') + of('EECO05') === of('EECO01') ? [] : ['02 + 04 + 05 is not 01']),
    ...(of('EECO03') <= of('EECO02') ? [] : ['03 is more than 02']),
    // Who is searching is not in employment: of each who left, one of the two at most.
    ...(of('EECR01') + of('EECR04') <= of('EECO01') ? [] : ['searching and employed are more than all']),
    ...more.map(([result, output]) => `${result} is more than ${output}`),
  ];
}
