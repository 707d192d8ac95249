import type { Client } from 'pg';
import type { Batch, Counts } from './pushing.js';

interface Stored {
  readonly records: number;
  readonly distinct: number;
}

const RECORDS = `
  select external_id, participant_id, batch_id from participant_record
  union all select external_id, participant_id, batch_id from pathway
  union all select external_id, participant_id, batch_id from employment_spell`;

/** What is not as it was promised: empty when all acknowledged batches are there once, and the others whole or not at all. */
export async function brokenPromises(database: Client, batches: readonly Batch[]): Promise<string[]> {
  const stored = await storedByName(database);
  const reports = await reportsById(database);
  const names = new Set(batches.map(({ name }) => name));
  return [
    ...[...stored.keys()].filter((name) => !names.has(name)).map((name) => `${name} was never sent`),
    ...batches.flatMap((batch) => faultsOf(batch, stored.get(batch.name), reports)),
    ...(await disagreements(database)),
  ];
}

function faultsOf(batch: Batch, stored: Stored | undefined, reports: ReadonlyMap<string, Counts>): string[] {
  const { records, distinct } = stored ?? { records: 0, distinct: 0 };
  const { name, fit, acknowledged } = batch;
  const faults: string[] = [];
  if (records !== distinct) faults.push(`${name} has records twice`);
  if (records !== 0 && records !== fit) faults.push(`${name} is half there: ${records} of ${fit}`);
  if (acknowledged === undefined) return faults;
  if (records === 0) faults.push(`${name} was acknowledged and is missing`);
  const told = JSON.stringify(acknowledged.counts);
  if (told !== JSON.stringify(reports.get(acknowledged.id))) faults.push(`${name} is told differently now`);
  return faults;
}

async function storedByName(database: Client): Promise<Map<string, Stored>> {
  const { rows } = await database.query<Stored & { name: string }>(
    `select split_part(external_id, ':', 1) as name, count(*)::int as records,
       count(distinct external_id)::int as distinct from (${RECORDS}) r group by 1`,
  );
  return new Map(rows.map(({ name, ...stored }) => [name, stored]));
}

async function reportsById(database: Client): Promise<Map<string, Counts>> {
  const { rows } = await database.query<{ id: string; counts: Counts }>(
    `select id, json_build_object('received', received, 'created', created, 'updated', updated,
       'unchanged', unchanged, 'deleted', deleted, 'rejected', rejected) as counts from outcome_batch`,
  );
  return new Map(rows.map(({ id, counts }) => [id, counts]));
}

/** Places that tell of the same rows and must tell the same. Each query finds what does not. */
const AGREEMENTS = {
  'counts that do not add up': `
    select id from outcome_batch where received <> created + updated + unchanged + deleted + rejected + pending`,
  'a report without its results': `
    select b.id from outcome_batch b left join outcome_batch_results r on r.pact_id = b.pact_id and r.batch_id = b.id
    group by b.id, b.received, b.pending having b.received - b.pending <>
      coalesce(sum(length(r.results) - length(replace(r.results, e'\\n', ''))), 0)`,
  'a report that counts other records than there are': `
    select b.id from outcome_batch b left join (${RECORDS}) r on r.batch_id = b.id
    group by b.id, b.created having b.created <> count(r.batch_id)`,
  'rows that wait nowhere': `
    select id from outcome_batch b where status in ('queued', 'running') and pending > 0
      and not exists (select from outcome_batch_chunk c where c.batch_id = b.id and c.sealed is not null)`,
  'a record without a report': `
    select r.external_id from (${RECORDS}) r left join outcome_batch b on b.id = r.batch_id where b.id is null`,
  'a participant nobody is, or a person who is two': `
    select id from participant p full join identity.participant_identity i on i.participant_id = p.id
    group by id having count(p.id) <> 1 or count(i.participant_id) <> 1`,
  'a participant without records': `
    select id from participant where id not in (select participant_id from (${RECORDS}) r)`,
};

export async function disagreements(database: Client): Promise<string[]> {
  const found: string[] = [];
  for (const [fault, statement] of Object.entries(AGREEMENTS)) {
    const { rowCount } = await database.query(statement);
    if (rowCount !== 0) found.push(`${rowCount} times ${fault}`);
  }
  return found;
}
