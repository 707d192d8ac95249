import { startApi, type TestAnswer, type TestApi } from '../support/api.js';
import { AUDIENCE, startIssuer, type TestIssuer } from '../support/issuer.js';
import {
  outOfScope,
  peopleOfThePast,
  withKeys,
  withoutValidKey,
} from '../support/permission-matrix/askers.js';
import { askAll, type Asked, type Question } from '../support/permission-matrix/ask.js';
import { expected, faultsOf, isAsked, unproven } from '../support/permission-matrix/judge.js';
import { OPERATIONS } from '../support/permission-matrix/operations.js';
import { rowOf, ROWS } from '../support/permission-matrix/rows.js';
import { setStage, type Stage } from '../support/permission-matrix/stage.js';
import { publishedTable, withFlipped } from '../support/permission-matrix/table.js';
import { comparable } from '../support/comparable.js';
import { storedIn } from '../support/stored.js';

const NOWHERE = '0199aaaa-0000-7000-8000-000000000001';
const TABLE = publishedTable();
/** Keys that were revoked or have expired, tokens that have expired, grants that were revoked or have expired. */
const ENDED = 5;
const KINDS = [...(TABLE.get('caller:read') ?? [])];

describe('the permission matrix', () => {
  let api: TestApi;
  let issuer: TestIssuer;
  let stage: Stage;
  let observations: Asked[];
  const changedByRefused: string[] = [];

  beforeAll(async () => {
    issuer = await startIssuer([]);
    api = await startApi({ OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: AUDIENCE });
    const [own, foreign] = await Promise.all([setStage(api), setStage(api)]);
    stage = own;
    const ended = await Promise.all([
      withoutValidKey(api, stage),
      peopleOfThePast(api, issuer, stage),
      outOfScope(api, issuer, stage, foreign.ids.actorId ?? ''),
    ]);
    const askers = [...ended.flat(), ...withKeys(stage, foreign)];
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
  afterAll(async () => {
    await api.close();
    await issuer.close();
  });

  it('is answered as docs/permissions.md says, for every operation and every caller', () => {
    expect(faultsOf(observations, TABLE)).toEqual([]);
    expect(observations.length).toBeGreaterThanOrEqual(
      OPERATIONS.length * (ENDED * KINDS.length + 2 * KINDS.length),
    );
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
