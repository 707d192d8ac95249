import { startApi, type TestApi } from '../support/api.js';
import { ask, type Question } from '../support/permission-matrix/ask.js';
import { OPERATIONS, type Operation } from '../support/permission-matrix/operations.js';
import { rowOf } from '../support/permission-matrix/rows.js';
import { setStage, WITH_PEOPLE, type Stage } from '../support/permission-matrix/stage.js';
import { publishedTable } from '../support/permission-matrix/table.js';
import { storedIn } from '../support/stored.js';

const TABLE = publishedTable();
const WRITES = OPERATIONS.filter(({ takesBody }) => takesBody);

/** What callers like to try, whether an answer shows it or not. */
const TRIED = ['id', 'pactId', 'state', 'status', 'version', 'createdAt', 'delivered', 'role', 'isAdmin'];

type Body = Record<string, unknown>;

/** Rows of a batch are refused one by one, which libs/intake shows of them. */
const ROWS = 'records';

/** The body with one more field: in itself, then in each object in it. */
function* planted(body: Body, field: string, at = ''): Generator<{ pointer: string; body: Body }> {
  yield { pointer: `${at}/${field}`, body: { ...body, [field]: 'planted' } };
  for (const [name, value] of Object.entries(body)) {
    const inner = Array.isArray(value) ? value[0] : value;
    if (typeof inner !== 'object' || inner === null || name === ROWS) continue;
    const place = `${at}/${name}${Array.isArray(value) ? '/0' : ''}`;
    for (const one of planted(inner as Body, field, place)) {
      yield { pointer: one.pointer, body: { ...body, [name]: Array.isArray(value) ? [one.body] : one.body } };
    }
  }
}

describe('fields on which the service decides', () => {
  let api: TestApi;
  let stage: Stage;
  let before: Record<string, string>;
  beforeAll(async () => {
    api = await startApi(WITH_PEOPLE);
    stage = await setStage(api);
    before = await storedIn(api.databaseUrl);
  }, 120_000);
  afterAll(() => api.close());

  const asWhoMay = (operation: Operation): Question => {
    const kinds = [...(TABLE.get(operation.permission) ?? [])];
    const kind = ['member', 'admin', ...kinds].find((one) => kinds.includes(one)) ?? 'admin';
    return { operation, asker: { name: kind, kind, own: true }, client: stage.askers.get(kind)! };
  };

  it.each(WRITES.map((one) => [one.id, one]))('are refused by %s', async (_, operation) => {
    const question = asWhoMay(operation);
    const row = rowOf(operation.id)(stage, question.asker).body as Body;
    const fields = [...new Set([...operation.decided, ...TRIED])].filter((field) => !(field in row));
    for (const field of fields) {
      for (const { pointer, body } of planted(row, field)) {
        const answer = await ask(stage, question, { body });
        const faults = (answer.body.errors ?? []) as { pointer: string; code: string }[];
        expect([pointer, answer.status, faults]).toEqual([
          pointer,
          422,
          [expect.objectContaining({ pointer, code: 'unknown-field' })],
        ]);
      }
    }
    expect(await storedIn(api.databaseUrl)).toEqual(before);
  });

  it('were not stored either', async () => {
    expect(await storedIn(api.databaseUrl)).toEqual(before);
  });

  it('are looked for in every operation that takes a body', () => {
    expect(WRITES.map(({ id }) => id)).toEqual(expect.arrayContaining(['pact_create', 'commitment_change']));
    expect(WRITES.find(({ id }) => id === 'commitment_create')?.decided).toEqual(
      expect.arrayContaining(['id', 'state', 'version', 'createdAt']),
    );
  });
});
