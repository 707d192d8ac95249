import pg from 'pg';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';
import { PEOPLE, recordsAbout } from '../support/people.js';

const ANNA = { identifier: PEOPLE.anna, purpose: 'data_subject_request' };
const ROUNDS = 12;
const PATIENCE_MS = 90_000;

describe('an erasure in the midst of pushes', () => {
  let api: TestApi;
  let pacts: PactWithMembers[];
  let partners: Client[];
  let erasers: Client[];
  beforeAll(async () => {
    api = await startApi();
    pacts = [await pactWithMembers(api, 0), await pactWithMembers(api, 0)];
    partners = await Promise.all(pacts.map((pact) => pact.keyOf('partner')));
    const wishes = [
      { kind: 'admin', pacts: [] },
      ...pacts.map(({ pactId }) => ({ kind: 'coordinator', pacts: [pactId] })),
    ];
    erasers = [];
    for (const wish of wishes) {
      const key = { name: 'DPO', scopes: ['data-subject:serve'], ...wish };
      erasers.push(api.client((await api.admin.post('/v1/api-keys', key)).body.key));
    }
  });
  afterAll(() => api.close());

  const push = (index: number, round: number) =>
    partners[index]!.post(`${pacts[index]!.path}/outcome-batches`, {
      source: `source-${index}`,
      records: recordsAbout('anna').map((record) => ({ ...record, externalId: `r${round}` })),
    });
  const erase = (client: Client) => client.post('/v1/participant-erasures', ANNA);

  it(
    'fails nobody, and leaves no identity without a person and no person without an identity',
    async () => {
      const statuses = new Set<number>();
      for (let round = 0; round < ROUNDS; round += 1) {
        const racing = [push(0, round), push(1, round), ...erasers.map(erase), push(0, round)];
        for (const { status } of await Promise.all(racing)) statuses.add(status);
      }
      expect([...statuses].filter((status) => ![200, 404].includes(status))).toEqual([]);
      const client = new pg.Client(api.databaseUrl);
      await client.connect();
      const { rows } = await client.query(
        `select p.id as person, i.participant_id as identity
         from participant p full join identity.participant_identity i on i.participant_id = p.id
         where p.id is null or i.participant_id is null`,
      );
      await client.end();
      expect(rows).toEqual([]);
    },
    PATIENCE_MS,
  );
});
