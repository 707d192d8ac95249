import type { Client, TestApi } from './api.js';

export interface Member {
  readonly actorId: string;
  readonly memberId: string;
  readonly path: string;
  /** Speaks with the key of the actor. */
  readonly key: Client;
}

export interface PactWithMembers {
  readonly pactId: string;
  readonly path: string;
  readonly coordinator: Client;
  readonly members: readonly Member[];
  keyOf(kind: string, actorId?: string): Promise<Client>;
}

const SYSTEMS = ['public', 'third_sector', 'economic_productive', 'community'];

/** An active pact with so many members that have signed, made through the API. */
export async function pactWithMembers(api: TestApi, count: number): Promise<PactWithMembers> {
  const { admin } = api;
  const { body: pact } = await admin.post('/v1/pacts', {
    title: 'Patto',
    commonAgenda: 'Insieme',
    territory: ['015146'],
    startsOn: '2025-01-01',
    ratificationRule: { kind: 'all_signatories' },
  });
  const path = `/v1/pacts/${pact.id}`;
  const keyOf = async (kind: string, actorId?: string): Promise<Client> => {
    const request = { name: kind, kind, pacts: [pact.id], ...(actorId && { actorId }) };
    return api.client((await admin.post('/v1/api-keys', request)).body.key);
  };
  await admin.post(`${path}/versions`, { text: 'Le parti convengono.' });
  await admin.post(`${path}/versions/1/publication`);
  for (const to of ['consultation', 'open_for_signature']) await admin.post(`${path}/transitions`, { to });
  const members: Member[] = [];
  for (let index = 0; index < count; index++) {
    const system = SYSTEMS[index % SYSTEMS.length];
    const { body: actor } = await admin.post('/v1/actors', { name: `Actor ${index}`, system, kind: 'other' });
    const joined = await admin.post(`${path}/members`, { actorId: actor.id, role: 'signatory' });
    const member = `${path}/members/${joined.body.id}`;
    await admin.put(`${member}/signature`, {
      versionNumber: 1,
      signatoryName: 'La presidente',
      signedOn: '2025-01-15',
    });
    const key = await keyOf('member', actor.id);
    members.push({ actorId: actor.id, memberId: joined.body.id, path: member, key });
  }
  await admin.post(`${path}/transitions`, { to: 'active' });
  return { pactId: pact.id, path, coordinator: await keyOf('coordinator'), members, keyOf };
}
