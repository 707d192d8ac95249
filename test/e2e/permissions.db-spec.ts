import { randomBytes } from 'node:crypto';
import { startApi, type Client, type TestAnswer, type TestApi } from '../support/api.js';
import { askAll, type Asked, type Question } from '../support/permission-matrix/ask.js';
import { expected, faultsOf, isAsked, unproven, type Asker } from '../support/permission-matrix/judge.js';
import { OPERATIONS } from '../support/permission-matrix/operations.js';
import { rowOf, ROWS } from '../support/permission-matrix/rows.js';
import { setStage, WITH_PEOPLE, type Stage } from '../support/permission-matrix/stage.js';
import { publishedTable, withFlipped } from '../support/permission-matrix/table.js';
import { comparable } from '../support/comparable.js';
import { storedIn } from '../support/stored.js';

const NOWHERE = '0199aaaa-0000-7000-8000-000000000001';
const TABLE = publishedTable();
const KINDS = [...(TABLE.get('caller:read') ?? [])];
const EXPIRES_MS = 1_000;

describe('the permission matrix', () => {
  let api: TestApi;
  let stage: Stage;
  let observations: Asked[];
  const changedByRefused: string[] = [];

  beforeAll(async () => {
    api = await startApi(WITH_PEOPLE);
    const [own, foreign] = await Promise.all([setStage(api), setStage(api)]);
    stage = own;
    const askers = [...(await withoutValidKey(api, stage)), ...(await withKey(api, stage, foreign))];
    const questions = OPERATIONS.flatMap((operation) =>
      askers
        .filter(([asker]) => isAsked(operation, asker))
        .map(([asker, client]) => ({ operation, asker, client })),
    );
    const isLetIn = ({ operation, asker }: Question) => expected(operation, asker, TABLE) === 'let in';
    const before = await storedIn(api.databaseUrl);
    observations = await askAll(
      stage,
      questions.filter((one) => !isLetIn(one)),
    );
    const after = await storedIn(api.databaseUrl);
    changedByRefused.push(...Object.keys(before).filter((table) => before[table] !== after[table]));
    for (const operation of OPERATIONS) {
      const allowed = questions.filter((one) => one.operation === operation && isLetIn(one));
      observations.push(...(await askAll(stage, allowed)));
    }
  }, 180_000);
  afterAll(() => api.close());

  it('is answered as docs/permissions.md says, for every operation and every caller', () => {
    expect(faultsOf(observations, TABLE)).toEqual([]);
    expect(observations.length).toBeGreaterThanOrEqual(OPERATIONS.length * (2 * KINDS.length + 4));
  });

  it('has somebody succeed with every operation, so that each row is known to fit', () => {
    expect(unproven(OPERATIONS, observations)).toEqual([]);
  });

  it('has a row for every operation and none for what is gone', () => {
    expect(Object.keys(ROWS).toSorted()).toEqual(OPERATIONS.map(({ id }) => id).toSorted());
    expect(() => rowOf('pact_forget')).toThrow('pact_forget has no row in the permission matrix');
  });

  it('leaves nothing behind of what is refused', () => {
    expect(changedByRefused).toEqual([]);
  });

  it('would notice any mark of the table that is set or gone', () => {
    const cells = [...TABLE.keys()].flatMap((permission) => KINDS.map((kind) => ({ permission, kind })));
    const unnoticed = cells.filter(
      ({ permission, kind }) => faultsOf(observations, withFlipped(TABLE, permission, kind)).length === 0,
    );
    expect(unnoticed).toEqual([]);
  });

  it('shows nothing of a pact to who does not belong to it', () => {
    const telling = observations.filter(
      ({ asker, answer }) => !asker.own && asker.kind !== 'admin' && tells(answer, stage.pactId),
    );
    expect(telling.map(({ operation, asker }) => `${operation.id} for ${asker.name}`)).toEqual([]);
  });

  it('answers about a pact of others as about one that is not there', async () => {
    const inPact = observations.filter(
      ({ operation, asker }) => operation.ids[0] === 'pactId' && asker.kind !== undefined && !asker.own,
    );
    const unknown = await askAll(stage, inPact, { ids: { pactId: NOWHERE } });
    const told = (asked: readonly Asked[]) =>
      new Map(asked.map((one) => [`${one.operation.id} for ${one.asker.name}`, comparable(one.answer)]));
    expect(told(unknown)).toEqual(told(inPact));
    expect(inPact.length).toBeGreaterThan(0);
  });
});

const tells = ({ body }: TestAnswer, pactId: string): boolean => {
  const { instance: _, ...rest } = typeof body === 'object' && body !== null ? body : { text: body };
  return JSON.stringify(rest).includes(pactId);
};

async function withoutValidKey(api: TestApi, { pactId }: Stage): Promise<[Asker, Client][]> {
  const newKey = async (more: object = {}) =>
    (await api.admin.post('/v1/api-keys', { name: 'x', kind: 'coordinator', pacts: [pactId], ...more })).body;
  const revoked = await newKey();
  await api.admin.delete(`/v1/api-keys/${revoked.id}`);
  const expired = await newKey({ expiresAt: new Date(Date.now() + EXPIRES_MS).toISOString() });
  await new Promise((later) => setTimeout(later, EXPIRES_MS + 50));
  const tokens: [string, string | undefined][] = [
    ['anonymous', undefined],
    ['garbage', randomBytes(40).toString('hex')],
    ['a revoked coordinator', revoked.key],
    ['an expired coordinator', expired.key],
  ];
  return tokens.map(([name, token]) => [{ name, kind: undefined, own: true }, api.client(token)]);
}

async function withKey(api: TestApi, own: Stage, foreign: Stage): Promise<[Asker, Client][]> {
  const wish = { name: 'x', kind: 'partner', pacts: [own.pactId], scopes: ['source:elsewhere'] };
  const { body: scoped } = await api.admin.post('/v1/api-keys', wish);
  return [
    ...[...own.askers].map(([kind, client]): [Asker, Client] => [{ name: kind, kind, own: true }, client]),
    ...[...foreign.askers]
      .filter(([kind]) => kind !== 'admin')
      .map(([kind, client]): [Asker, Client] => [{ name: `a foreign ${kind}`, kind, own: false }, client]),
    [{ name: 'the member that receives', kind: 'member', own: true }, own.receiver],
    [
      { name: 'a partner with another scope', kind: 'partner', own: true, wrongScope: true },
      api.client(scoped.key),
    ],
  ];
}
