import { startApi, type Client, type TestApi } from '../support/api.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';

const header = 'externalId;participantScheme;participantValue;startedOn;contract';
const CSV = { 'Content-Type': 'text/csv; charset=utf-8; header=present' };

describe('batches as tables', () => {
  let api: TestApi;
  let pact: PactWithMembers;
  let partner: Client;
  beforeAll(async () => {
    api = await startApi();
    pact = await pactWithMembers(api, 1);
    partner = await pact.keyOf('partner');
  });
  afterAll(() => api.close());

  const push = (body: string, query = 'kind=employment') =>
    partner.post(`${pact.path}/outcome-batches?${query}`, body, CSV);
  const row = (id: string): string => `${id};own;anna;15/01/2025;A.01.00`;

  it('are stored like others, and again change nothing', async () => {
    const body = `${header}\r\n${row('e-1')}\r\n${row('e-2')}\r\n`;
    const first = await push(body, 'kind=employment&dates=it');
    expect(first.body).toMatchObject({ status: 'succeeded', counts: { received: 2, created: 2 } });
    expect((await push(body, 'kind=employment&dates=it')).body.counts).toMatchObject({ unchanged: 2 });
  });

  it('are the same records as in JSON', async () => {
    const participant = { scheme: 'own', value: 'anna' };
    const record = { kind: 'employment', externalId: 'e-1', participant, startedOn: '2025-01-15' };
    const records = [{ ...record, contract: 'A.01.00' }];
    const { body } = await partner.post(`${pact.path}/outcome-batches`, { records });
    expect(body.counts).toMatchObject({ received: 1, unchanged: 1 });
  });

  it('tell of each row that does not fit its column, and never what it said', async () => {
    const secret = 'RSSMRA85T10A562X';
    const { body } = await push(`${header}\n${row('e-3')}\ne-4;it-cf;${secret};2025-01-15;A1\n`);
    expect(body.results).toMatchObject([
      {
        index: 0,
        outcome: 'rejected',
        errors: [{ pointer: '/startedOn', code: 'day', column: 'startedOn' }],
      },
      {
        index: 1,
        externalId: 'e-4',
        errors: [
          { pointer: '/participant/value', code: 'tax-code', column: 'participantValue' },
          { pointer: '/contract', code: 'pattern', column: 'contract' },
        ],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain(secret);
  });

  it('refuse a header that does not fit as a whole, with the column named', async () => {
    const { status, body } = await push(`${header};extra\n${row('e-5')};1\n`);
    expect([status, body.errors]).toMatchObject([422, [{ code: 'unknown-column', column: 'extra' }]]);
  });

  it('store nothing of a table that breaks off in a quote', async () => {
    const rows = Array.from({ length: 6_000 }, (_, n) => row(`broken-${n}`)).join('\n');
    const { status, body } = await push(`${header}\n${rows}\n"open;own`, 'kind=employment&dates=it');
    expect([status, body.type]).toEqual([400, '/problems/malformed-request']);
    expect(body.detail).toContain('line 6002');
    const again = await push(`${header}\n${row('broken-0')}`, 'kind=employment&dates=it&dryRun=true');
    expect(again.body.counts).toMatchObject({ created: 1 });
  });

  it('want their kind', async () => {
    const { status, body } = await push(`${header}\n`, '');
    expect([status, body.errors]).toMatchObject([400, [{ pointer: '/kind', code: 'required' }]]);
    expect((await push(`${header}\n`, 'kind=job')).status).toBe(400);
  });
});
