import pg from 'pg';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';

const NOWHERE = '0199aaaa-0000-7000-8000-000000000001';
/** What may be a person's, in every field that may hold it. */
const CANARY = 'canarino';
const CANARY_TAX_CODE = '00743110157';
const CANARY_PHONE = '+39 02 555 0101';

type Entry = Record<string, unknown> & { seq: number; entity: string; after?: Record<string, unknown> };

describe('the audit trail', () => {
  let api: TestApi;
  let pact: PactWithMembers;
  let other: PactWithMembers;
  beforeAll(async () => {
    api = await startApi();
    pact = await pactWithMembers(api, 2);
    other = await pactWithMembers(api, 1);
  });
  afterAll(() => api.close());

  const trail = async (query: string, client: Client = api.admin): Promise<Entry[]> =>
    (await client.get(`/v1/audit?${query}`)).body.items;
  const draft = (title = 'Ore') => ({
    promisorMemberId: pact.members[0]?.memberId,
    beneficiaryMemberIds: [pact.members[1]?.memberId],
    title,
    resource: { kind: 'staff_time', quantity: 120, unit: 'hours' },
    startsOn: '2025-01-01',
    endsOn: '2025-12-31',
    milestones: [{ dueOn: '2025-06-30', quantity: 60 }],
  });

  it('tells a commitment with its parts: who, in which request, and what', async () => {
    const promisor = pact.members[0]?.key as Client;
    const headers = { 'X-Request-Id': 'a-request-to-find' };
    const { body } = await promisor.post(`${pact.path}/commitments`, draft(), headers);
    const entries = await trail(`pactId=${pact.pactId}&entityId=${body.id}`);
    const { id: principal } = (await promisor.get('/v1/me')).body;
    expect(entries.map(({ entity }) => entity).toSorted()).toEqual([
      'commitment',
      'commitment_beneficiary',
      'commitment_milestone',
    ]);
    for (const entry of entries) expect(entry).toMatchObject({ principal, request: 'a-request-to-find' });
    expect(entries.find(({ entity }) => entity === 'commitment')).toMatchObject({
      action: 'insert',
      entityId: body.id,
      after: { title: 'Ore', quantity: 120, state: 'draft' },
    });
  });

  it('tells a change with what was before, and by whom', async () => {
    const { body } = await api.admin.post(`${pact.path}/commitments`, draft('Prima'));
    await api.admin.patch(
      `${pact.path}/commitments/${body.id}`,
      { title: 'Dopo' },
      { 'If-Match': `"${body.version}"` },
    );
    const [change] = await trail(`pactId=${pact.pactId}&entityId=${body.id}&entity=commitment`);
    expect(change).toMatchObject({
      principal: 'bootstrap-admin',
      action: 'update',
      before: { title: 'Prima' },
      after: { title: 'Dopo' },
    });
  });

  it('tells nothing of a request that is refused', async () => {
    const before = await trail(`pactId=${pact.pactId}&limit=1`);
    expect((await api.admin.post(`${pact.path}/commitments`, { ...draft(), title: '' })).status).toBe(422);
    expect(await trail(`pactId=${pact.pactId}&limit=1`)).toEqual(before);
  });

  it('comes in pages, newest first, each entry following the one before', async () => {
    const seen: Entry[] = [];
    let path: string | undefined = `/v1/audit?pactId=${pact.pactId}&limit=7`;
    while (path !== undefined) {
      const { body }: { body: { items: Entry[]; _links: { next?: string } } } = await api.admin.get(path);
      seen.push(...body.items);
      path = body._links.next;
    }
    expect(seen.map(({ seq }) => seq)).toEqual(Array.from(seen, (_, index) => seen.length - index));
    for (const [index, entry] of seen.slice(0, -1).entries())
      expect(entry.prevHash).toBe(seen[index + 1]?.hash);
  });

  it('is narrowed down by who, what and when', async () => {
    const query = `pactId=${pact.pactId}&limit=100`;
    const all = await trail(query);
    const signatures = await trail(`${query}&entity=signature`);
    expect(signatures).toHaveLength(2);
    expect(await trail(`${query}&principal=bootstrap-admin&entity=signature`)).toEqual(signatures);
    expect(await trail(`${query}&principal=patti`)).toEqual([]);
    const { at } = signatures[0] as { at?: string };
    const instant = `${at?.slice(0, 19)}Z`;
    const later = await trail(`${query}&from=${instant}`);
    const earlier = await trail(`${query}&to=${instant}`);
    expect([...later, ...earlier]).toEqual(all);
    expect(later.length).toBeGreaterThan(0);
  });

  it('is open to coordinators and auditors of the pact and to administrators, and to nobody else', async () => {
    const path = `/v1/audit?pactId=${pact.pactId}`;
    const statusFor = async (client: Client, at = path) => (await client.get(at)).status;
    for (const kind of ['coordinator', 'auditor']) {
      const client = await pact.keyOf(kind);
      expect([kind, await statusFor(client)]).toEqual([kind, 200]);
      expect([kind, await statusFor(client, '/v1/audit')]).toEqual([kind, 403]);
      expect([kind, await statusFor(client, `/v1/audit?pactId=${other.pactId}`)]).toEqual([kind, 404]);
      expect([kind, await statusFor(client, `/v1/audit?pactId=${NOWHERE}`)]).toEqual([kind, 404]);
    }
    for (const kind of ['partner', 'dashboard']) expect(await statusFor(await pact.keyOf(kind))).toBe(403);
    expect(await statusFor(pact.members[0]?.key as Client)).toBe(403);
    expect(await statusFor(api.client())).toBe(401);
    expect(await statusFor(api.admin, `/v1/audit?pactId=${NOWHERE}`)).toBe(404);
  });

  it('tells administrators of what all pacts share', async () => {
    const { body } = await api.admin.post('/v1/api-keys', {
      name: 'BI',
      kind: 'dashboard',
      pacts: [pact.pactId],
    });
    await api.admin.delete(`/v1/api-keys/${body.id}`);
    const [revoked, created] = await trail(`entityId=${body.id}`);
    expect(created).toMatchObject({ entity: 'api_key', action: 'insert', after: { kind: 'dashboard' } });
    expect(created?.after).toMatchObject({ name: { withheld: true }, secret_hash: { withheld: true } });
    expect(revoked).toMatchObject({ action: 'update', after: { revoked_at: expect.any(String) } });
  });

  it.each([
    'pactId=no-uuid',
    'from=yesterday',
    'limit=101',
    'cursor=AAAA',
    'to=2026-02-30T00:00:00Z',
    'nonsense=1',
  ])('refuses %s', async (query) => {
    expect((await api.admin.get(`/v1/audit?${query}`)).status).toBe(400);
  });

  it('holds no value that may be a person’s', async () => {
    const { admin } = api;
    const contacts = [{ label: CANARY, email: `${CANARY}@example.org`, phone: CANARY_PHONE }];
    const person = { name: 'Azienda', system: 'economic_productive', kind: 'company' };
    const actor = await admin.post('/v1/actors', { ...person, taxCode: CANARY_TAX_CODE, contacts });
    const changed = {
      services: [{ name: CANARY, description: CANARY }],
      contacts: [{ label: `${CANARY} 2` }],
    };
    const ifMatch = { 'If-Match': `"${actor.body.version}"` };
    expect((await admin.patch(`/v1/actors/${actor.body.id}`, changed, ifMatch)).status).toBe(200);
    await admin.post('/v1/api-keys', { name: CANARY, kind: 'auditor', pacts: [pact.pactId] });
    await admin.post(`${pact.path}/versions`, { text: `Firmato da ${CANARY}.` });
    await admin.post(`${pact.path}/transitions`, { to: 'under_review', reason: CANARY });
    const { body: member } = await admin.post(`${other.path}/members`, {
      actorId: actor.body.id,
      role: 'signatory',
    });
    const signature = { versionNumber: 1, signatoryName: CANARY, signedOn: '2025-01-15' };
    expect((await admin.put(`${other.path}/members/${member.id}/signature`, signature)).status).toBeLessThan(
      300,
    );
    const entries = await everyEntry(api.databaseUrl);
    for (const value of [CANARY, CANARY_TAX_CODE, CANARY_PHONE]) expect(entries).not.toContain(value);
    expect(entries).toContain('"signatory_name": {"withheld": true}');
  });
});

async function everyEntry(databaseUrl: string): Promise<string> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ text: string }>(
    `select concat_ws(' ', principal, entity_id, before, after) as text from audit_entry`,
  );
  await client.end();
  return rows.map(({ text }) => text).join('\n');
}
