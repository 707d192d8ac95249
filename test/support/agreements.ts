import { uuidv7 } from '#kernel';
import type { Database } from '#platform';

/** Inserts one row of that table, straight into it; fields without a value take what the table says. */
export async function insertInto(
  owner: Database,
  table: string,
  row: Record<string, unknown>,
): Promise<string> {
  const id = uuidv7();
  const all: Record<string, unknown> = { id, ...row };
  const names = Object.keys(all).filter((name) => all[name] !== undefined);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  await owner.query(
    `insert into ${table} (${names.join(', ')}) values (${places})`,
    names.map((name) => all[name]),
  );
  return id;
}

interface Membership {
  readonly system: string;
  readonly signedOn: string;
  readonly withdrawnOn?: string | undefined;
}

/** An actor that has signed the first version of the pact's text. */
export async function memberOf(
  owner: Database,
  pactId: string,
  { system, signedOn, withdrawnOn }: Membership,
): Promise<string> {
  await owner.query(
    `insert into pact_version (pact_id, id, number, text, content_hash, published_at)
     select $1, $2, 1, 'We agree', 'hash', now()
     where not exists (select from pact_version where pact_id = $1)`,
    [pactId, uuidv7()],
  );
  const actorId = await insertInto(owner, 'actor', { name: system, system, kind: 'other' });
  const memberId = await insertInto(owner, 'membership', {
    pact_id: pactId,
    actor_id: actorId,
    role: 'signatory',
    state: withdrawnOn === undefined ? 'signed' : 'withdrawn',
    joined_on: signedOn,
    signed_version_number: 1,
    withdrawn_on: withdrawnOn,
  });
  await insertInto(owner, 'signature', {
    pact_id: pactId,
    member_id: memberId,
    version_number: 1,
    version_hash: 'hash',
    signatory_name: 'Somebody',
    signed_on: signedOn,
  });
  return memberId;
}
