import { startApi, type TestApi } from '../support/api.js';
import { comparable } from '../support/comparable.js';
import { ask, askAll, type Question } from '../support/permission-matrix/ask.js';
import { expected } from '../support/permission-matrix/judge.js';
import { OPERATIONS, type Operation } from '../support/permission-matrix/operations.js';
import { rowOf, type Call } from '../support/permission-matrix/rows.js';
import { setStage, WITH_PEOPLE, type Stage } from '../support/permission-matrix/stage.js';
import { publishedTable } from '../support/permission-matrix/table.js';
import { storedIn } from '../support/stored.js';

const NOWHERE = '0199aaaa-0000-7000-8000-000000000001';
const TABLE = publishedTable();

/** Operations on something inside a pact that is known by an id. */
const INSIDE = OPERATIONS.filter(({ ids }) => ids[0] === 'pactId' && ids[1]?.endsWith('Id'));

const operation = (id: string): Operation => OPERATIONS.find((one) => one.id === id)!;

describe('an id of another pact', () => {
  let api: TestApi;
  let stage: Stage;
  let foreign: Stage;
  let before: Record<string, string>;
  beforeAll(async () => {
    api = await startApi(WITH_PEOPLE);
    [stage, foreign] = await Promise.all([setStage(api), setStage(api)]);
    before = await storedIn(api.databaseUrl);
  }, 120_000);
  afterAll(() => api.close());

  const question = (of: Operation, kind: string): Question => ({
    operation: of,
    asker: { name: kind, kind, own: true },
    client: stage.askers.get(kind)!,
  });
  const whoMay = (of: Operation): Question[] =>
    [...stage.askers.keys()]
      .map((kind) => question(of, kind))
      .filter(({ asker }) => expected(of, asker, TABLE) === 'let in');

  it.each(INSIDE.map((one) => [one.id, one]))(
    'in the path of %s is not there, as any unknown one',
    async (_, of) => {
      const name = of.ids[1]!;
      const askers = whoMay(of);
      const answers = async (id: string) => {
        const asked = await askAll(stage, askers, { ids: { [name]: id } });
        return new Map(asked.map(({ asker, answer }) => [asker.name, comparable(answer)]));
      };
      const theirs = await answers(foreign.ids[name]!);
      expect(theirs).toEqual(await answers(NOWHERE));
      expect([...theirs.values()]).toEqual(askers.map(() => expect.objectContaining({ status: 404 })));
    },
  );

  it('is not even there for a batch of another key of the same pact', async () => {
    for (const id of ['outcome_batch_show', 'outcome_batch_results']) {
      const asked = question(operation(id), 'partner');
      const other = await ask(stage, asked, { ids: { batchId: stage.batchIds('admin') } });
      expect(comparable(other)).toEqual(comparable(await ask(stage, asked, { ids: { batchId: NOWHERE } })));
    }
  });

  const SENT: [string, string, string, (id: string) => Call][] = [
    ['promisor', 'commitment_create', 'memberId', (id) => promise({ promisorMemberId: id })],
    ['beneficiary', 'commitment_create', 'memberId', (id) => promise({ beneficiaryMemberIds: [id] })],
    ['condition', 'commitment_create', 'commitmentId', (id) => promise({ conditionalOnCommitmentId: id })],
    ['new beneficiary', 'commitment_change', 'memberId', (id) => ({ body: { beneficiaryMemberIds: [id] } })],
    [
      'new condition',
      'commitment_change',
      'commitmentId',
      (id) => ({ body: { conditionalOnCommitmentId: id } }),
    ],
    ['corrected delivery', 'delivery_record', 'deliveryId', (id) => correction(id)],
    ['settled commitment', 'withdrawal_announce', 'commitmentId', (id) => settled({ commitmentId: id })],
    ['objective', 'commitment_create', 'objectiveId', (id) => promise({ objectiveId: id })],
    ['new objective', 'commitment_change', 'objectiveId', (id) => ({ body: { objectiveId: id } })],
    [
      'cause',
      'problem_link_create',
      'problemId',
      (id) => linked({ causeId: id, effectId: here('problemId') }),
    ],
    [
      'end',
      'objective_link_create',
      'objectiveId',
      (id) => linked({ endId: id, meansId: here('objectiveId') }),
    ],
    ['problem', 'objective_create', 'problemId', (id) => ({ body: { title: 'Lavoro', problemId: id } })],
    ['strategy', 'objective_change', 'strategyId', (id) => ({ body: { strategyId: id } })],
    ['derived problem', 'objective_tree_derive', 'problemId', (id) => ({ body: { problemIds: [id] } })],
    ['pillar', 'result_change', 'pillarId', (id) => ({ body: { pillarId: id } })],
    ['shown objective', 'result_change', 'objectiveId', (id) => ({ body: { objectiveId: id } })],
    [
      'aligned objective',
      'stakeholder_alignment_note',
      'objectiveId',
      (id) => ({ body: { objectiveId: id, level: 1 } }),
    ],
    ['successor', 'withdrawal_announce', 'memberId', (id) => succession(id)],
    ['parent', 'body_create', 'bodyId', (id) => instead('body_create', { parentBodyId: id })],
    ['new parent', 'body_change', 'bodyId', (id) => ({ body: { parentBodyId: id } })],
    ['body', 'mandate_create', 'bodyId', (id) => instead('mandate_create', { bodyId: id })],
    ['body', 'meeting_create', 'bodyId', (id) => instead('meeting_create', { bodyId: id })],
    ['meeting', 'proposal_change', 'meetingId', (id) => instead('proposal_change', { meetingId: id })],
    ['proposal', 'vote_cast', 'proposalId', (id) => instead('vote_cast', { proposalId: id })],
    ['decision', 'mandate_change', 'decisionId', (id) => ({ body: { decisionId: id } })],
    [
      'decision',
      'contribution_answer',
      'decisionId',
      (id) => instead('contribution_answer', { decisionId: id }),
    ],
    ['decision', 'target_set', 'decisionId', (id) => ({ body: { ...stage.target, decisionId: id } })],
    [
      'decision',
      'pact_version_publish',
      'decisionId',
      (id) => instead('pact_version_publish', { decisionId: id }),
    ],
  ];
  /** As its row says, but for this. */
  const instead = (of: string, more: object): Call => {
    const call = rowOf(of)(stage, { name: 'admin', kind: 'admin', own: true });
    return { ...call, body: { ...(call.body as object), ...more } };
  };
  const here = (name: string): string => stage.ids[name]!;
  const linked = (body: object): Call => ({ body });
  const promise = (more: object): Call => ({ body: { ...stage.promise, ...more } });
  const correction = (correctsDeliveryId: string): Call => ({
    body: { deliveredOn: '2025-06-01', quantity: -1, correctsDeliveryId },
  });
  const settled = (item: object): Call => ({ body: { commitments: [{ outcome: 'fulfil', ...item }] } });
  /** By the member that promised, of its own open commitment. */
  const succession = (toMemberId: string): Call => ({
    ids: { memberId: stage.ids['memberId']! },
    body: { commitments: [{ commitmentId: stage.ids['commitmentId'], outcome: 'transfer', toMemberId }] },
  });

  it.each(SENT)('as the %s of %s is refused, as any unknown one', async (_, id, name, call) => {
    const reasons = new Set<string>();
    for (const asked of whoMay(operation(id))) {
      const theirs = await ask(stage, asked, call(foreign.ids[name]!));
      expect([403, 422]).toContain(theirs.status);
      expect(comparable(theirs)).toEqual(comparable(await ask(stage, asked, call(NOWHERE))));
      reasons.add(theirs.body.type);
    }
    // At least one of them gets as far as the id.
    expect(reasons).toContain('/problems/invalid-request');
  });

  it.each(['promisorMemberId', 'beneficiaryMemberId'])('as the filter %s finds nothing', async (filter) => {
    const asked = question(operation('commitment_list'), 'member');
    const found = async (id: string) => ask(stage, asked, { query: `?${filter}=${id}` });
    expect((await found(foreign.ids['memberId']!)).body).toEqual({ items: [], _links: {} });
    expect((await found(NOWHERE)).body).toEqual({ items: [], _links: {} });
  });

  it('has had no effect by all this', async () => {
    expect(await storedIn(api.databaseUrl)).toEqual(before);
  });
});
