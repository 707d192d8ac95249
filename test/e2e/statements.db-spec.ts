import { startApi, type TestAnswer, type TestApi } from '../support/api.js';
import { ask } from '../support/permission-matrix/ask.js';
import { expected } from '../support/permission-matrix/judge.js';
import { OPERATIONS, type Operation } from '../support/permission-matrix/operations.js';
import { rowOf } from '../support/permission-matrix/rows.js';
import { setStage, WITH_PEOPLE, type Stage } from '../support/permission-matrix/stage.js';
import { publishedTable } from '../support/permission-matrix/table.js';
import { statementsAbout } from '../support/statements.js';

const TABLE = publishedTable();
const LISTS = OPERATIONS.filter(
  ({ id, ids }) => /_list$|line_of_sight_show$/.test(id) && ids.includes('pactId'),
);

/** Lists that ask more: whether what they hang on is there; what a figure stands in, or counted; who has looked, which is noted. */
const MORE: Readonly<Record<string, number>> = {
  commitment_transition_list: 2,
  commitment_revision_list: 2,
  delivery_list: 2,
  figure_list: 2,
  figure_row_list: 3,
  participant_list: 2,
  pathway_list: 2,
  employment_spell_list: 2,
  labour_status_list: 2,
  qualification_list: 2,
  assessment_list: 2,
  service_list: 2,
};

describe('a list', () => {
  let api: TestApi;
  let stage: Stage;
  beforeAll(async () => {
    api = await startApi(WITH_PEOPLE);
    stage = await setStage(api);
  }, 120_000);
  afterAll(() => api.close());

  /** Asked by the first of those who may, for so many items. */
  const page = (list: Operation, limit: number): Promise<TestAnswer> => {
    const kind = [...stage.askers.keys()].find(
      (one) => expected(list, { name: one, kind: one, own: true }, TABLE) === 'let in',
    )!;
    const asker = { name: kind, kind, own: true };
    const query = `${rowOf(list.id)(stage, asker).query ?? '?'}&limit=${limit}`;
    return ask(stage, { operation: list, asker, client: stage.askers.get(kind)! }, { query });
  };

  it.each(LISTS.map((list) => [list.id, list]))(
    '%s is one statement, or a few that are named, however long it is',
    async (_, list) => {
      // Who is asking is remembered from the first time.
      await page(list, 1);
      for (const limit of [1, 100]) {
        const statements = await statementsAbout(stage.pactId, () => page(list, limit));
        expect(statements).toHaveLength(MORE[list.id] ?? 1);
      }
    },
  );
});
