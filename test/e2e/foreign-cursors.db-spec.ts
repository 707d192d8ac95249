import { startApi, type TestApi, type TestAnswer } from '../support/api.js';
import { ask } from '../support/permission-matrix/ask.js';
import { expected } from '../support/permission-matrix/judge.js';
import { OPERATIONS, type Operation } from '../support/permission-matrix/operations.js';
import { rowOf, type Call } from '../support/permission-matrix/rows.js';
import { PATHWAY, sourceOf } from '../support/permission-matrix/pushed.js';
import { setStage, WITH_PEOPLE, type Stage } from '../support/permission-matrix/stage.js';
import { recordsOnDays } from '../support/people.js';
import { publishedTable } from '../support/permission-matrix/table.js';

const TABLE = publishedTable();
const LISTS = OPERATIONS.filter(({ id }) => id.endsWith('_list'));
/** Lists that are the same for all pacts, though a query may narrow them. */
const SHARED = [
  'actor_list',
  'api_key_list',
  'competence_list',
  'call_list',
  'data_quality_rule_list',
  'dead_letter_list',
  'funding_programme_list',
  'figure_across_list',
  'grant_list',
  'indicator_list',
  'pact_list',
  'record_kind_list',
  'retention_run_list',
  'template_list',
];

const FILLED_BY_JOBS = ['figure_list', 'figure_row_list', 'figure_total_list', 'retention_run_list'];
const GIVERS = LISTS.filter(({ id }) => !FILLED_BY_JOBS.includes(id));

const UNKNOWN_CURSOR = {
  status: 400,
  type: '/problems/invalid-parameter',
  errors: [expect.objectContaining({ pointer: '/cursor', code: 'unknown-cursor' })],
};
const told = ({ status, body }: TestAnswer) => ({ status, type: body.type, errors: body.errors });

describe('a cursor', () => {
  let api: TestApi;
  let here: Stage;
  let elsewhere: Stage;
  /** By the list that gave it. */
  const cursors = new Map<string, string>();
  beforeAll(async () => {
    api = await startApi(WITH_PEOPLE);
    [here, elsewhere] = await Promise.all([setStage(api), setStage(api)]);
    await lengthen(here);
    for (const list of LISTS) {
      const { nextCursor } = (await page(here, list)).body;
      if (nextCursor !== undefined) cursors.set(list.id, nextCursor);
    }
  }, 120_000);
  afterAll(() => api.close());

  /** Asked by the first of those who may. */
  const page = (
    stage: Stage,
    list: Operation,
    cursor?: string,
    ids: Call['ids'] = {},
  ): Promise<TestAnswer> => {
    const kind = [...stage.askers.keys()].find(
      (one) => expected(list, { name: one, kind: one, own: true }, TABLE) === 'let in',
    )!;
    const asker = { name: kind, kind, own: true };
    const query = `${rowOf(list.id)(stage, asker).query ?? '?'}&limit=1${cursor ? `&cursor=${cursor}` : ''}`;
    return ask(stage, { operation: list, asker, client: stage.askers.get(kind)! }, { query, ids });
  };

  it('is given by every list but those that jobs fill', () => {
    const without = LISTS.map(({ id }) => id).filter((id) => !cursors.has(id));
    expect(without.sort()).toEqual(FILLED_BY_JOBS);
  });

  it.each(GIVERS.map((list) => [list.id, list]))('of %s goes on in it', async (id, list) => {
    expect((await page(here, list, cursors.get(id))).status).toBe(200);
  });

  it.each(GIVERS.filter(({ id }) => !SHARED.includes(id)).map((list) => [list.id, list]))(
    'of %s is refused in another pact',
    async (id, list) => {
      expect(told(await page(elsewhere, list, cursors.get(id)))).toEqual(UNKNOWN_CURSOR);
    },
  );

  it.each(LISTS.filter(({ ids }) => ids.includes('commitmentId')).map((list) => [list.id, list]))(
    'of %s is refused at another commitment of the pact',
    async (id, list) => {
      const answer = await page(here, list, cursors.get(id), { commitmentId: here.draftId });
      expect(told(answer)).toEqual(UNKNOWN_CURSOR);
    },
  );

  it.each(LISTS.map((list) => [list.id, list]))('of any other list is refused by %s', async (id, list) => {
    for (const [giver, cursor] of cursors) {
      if (giver !== id) expect(told(await page(here, list, cursor))).toEqual(UNKNOWN_CURSOR);
    }
  });
});

/** Gives a second item to the lists of the pact that have one or none on the stage. */
async function lengthen({ ids, pactId, askers, receiver }: Stage): Promise<void> {
  const path = `/v1/pacts/${pactId}`;
  const commitment = `${path}/commitments/${ids['commitmentId']}`;
  const member = askers.get('member')!;
  await askers.get('admin')!.post(`${path}/versions`, { text: 'Le parti convengono ancora.' });
  await askers.get('coordinator')!.post(`${path}/monitoring-runs`, {});
  await member.post(`${commitment}/deliveries`, { deliveredOn: '2025-06-01', quantity: 10 });
  await receiver.post(`${commitment}/transitions`, { to: 'renegotiating' });
  await member.post(`${commitment}/transitions`, { to: 'proposed' });
  await receiver.post(`${commitment}/transitions`, { to: 'agreed' });
  await member.post(`${commitment}/transitions`, { to: 'active' });
  await receiver.post(`${commitment}/transitions`, { to: 'renegotiating' });
  const records = ['anna', 'bruno'].flatMap((value) => {
    const participant = { scheme: 'own', value };
    const led = { ...PATHWAY, externalId: `w-${value}`, participant, leadActorId: ids['actorId'] };
    const job = { kind: 'employment', externalId: `e-${value}`, participant, startedOn: '2025-05-01' };
    const spell = { ...job, contract: 'A.01.00', hoursPerWeek: 20 };
    return [led, spell, ...recordsOnDays(value, participant)];
  });
  await askers
    .get('partner')!
    .post(`${path}/outcome-batches`, { source: sourceOf('partner', pactId), records });
  await askers.get('admin')!.post('/v1/outcome-batches', { source: `again-${pactId}`, records: [] });
}
