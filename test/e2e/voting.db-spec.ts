import { todayInRome } from '#kernel';
import { startApi, type TestAnswer, type TestApi } from '../support/api.js';
import {
  close,
  decidingBody,
  MEETING_DAY,
  openMeeting,
  openProposal,
  vote,
  type DecidingBody,
} from '../support/deciding-body.js';
import { pactWithMembers, type Member, type PactWithMembers } from '../support/pact-with-members.js';

const slug = ({ status, body }: TestAnswer) => [status, body.type];
const problem = (status: number, name: string) => [status, `/problems/${name}`];

let api: TestApi;
let pact: PactWithMembers;
let members: Member[];
let stranger: Member;
let committee: DecidingBody;

beforeAll(async () => {
  api = await startApi();
  pact = await pactWithMembers(api, 6);
  members = pact.members.slice(0, 5);
  stranger = pact.members[5]!;
  committee = await decidingBody(pact, members);
}, 60_000);
afterAll(() => api.close());

const votes = async (proposalId: string, choices: readonly string[]): Promise<void> => {
  for (const [index, choice] of choices.entries()) {
    const { key, actorId } = members[index]!;
    expect((await vote(key, pact, { proposalId, actorId, choice })).status).toBe(201);
  }
};
const decisionsOf = async (proposalId: string): Promise<unknown[]> => {
  const { body } = await pact.coordinator.get(`${pact.path}/decisions`);
  return body.items.filter((each: { proposalId: string }) => each.proposalId === proposalId);
};

describe('a vote that is closed', () => {
  it('makes a decision where quorum and majority are met, and tells all numbers', async () => {
    const meetingId = await openMeeting(pact, committee.bodyId);
    const proposalId = await openProposal(pact, committee.bodyId, { meetingId });
    await votes(proposalId, ['for', 'for', 'against', 'abstain']);
    const { status, body } = await close(pact, proposalId);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'closed',
      outcome: {
        result: 'adopted',
        mandateId: committee.mandateId,
        quorum: { rule: 'more_than_half', votingMembers: 5, takingPart: 4, needed: 3, met: true },
        majority: {
          rule: 'simple',
          for: 2,
          against: 1,
          abstentions: 1,
          needed: 2,
          chairDecided: false,
          met: true,
        },
      },
    });
    const decision = await pact.coordinator.get(`${pact.path}/decisions/${body.decisionId}`);
    expect(decision.body).toMatchObject({
      proposalId,
      meetingId,
      decidedOn: MEETING_DAY,
      state: 'open',
      outcome: body.outcome,
    });
  });

  it('makes none without quorum, and says so', async () => {
    const proposalId = await openProposal(pact, committee.bodyId);
    await votes(proposalId, ['for', 'for']);
    const { body } = await close(pact, proposalId);
    expect(body.outcome).toMatchObject({
      result: 'no-quorum',
      quorum: { takingPart: 2, needed: 3, met: false },
    });
    expect(body.decisionId).toBeUndefined();
    expect(await decisionsOf(proposalId)).toEqual([]);
  });

  it('makes none without a majority, and says so: a tie is none', async () => {
    const proposalId = await openProposal(pact, committee.bodyId);
    await votes(proposalId, ['for', 'against', 'abstain']);
    const { body } = await close(pact, proposalId);
    expect(body.outcome).toMatchObject({
      result: 'no-majority',
      majority: { for: 1, needed: 2, met: false },
    });
    expect(await decisionsOf(proposalId)).toEqual([]);
  });

  it('counts for the quorum who is present and does not vote', async () => {
    const meetingId = await openMeeting(pact, committee.bodyId);
    for (const { actorId } of members.slice(0, 3)) {
      await pact.coordinator.put(`${pact.path}/meetings/${meetingId}/attendance/${actorId}`, {
        status: 'present',
      });
    }
    const proposalId = await openProposal(pact, committee.bodyId, { meetingId });
    await votes(proposalId, ['for']);
    expect((await close(pact, proposalId)).body.outcome).toMatchObject({
      result: 'adopted',
      quorum: { takingPart: 3 },
    });
  });

  it('counts the members of the day of its meeting, not those of today', async () => {
    const small = await decidingBody(pact, members.slice(0, 2));
    const { body: seats } = await pact.coordinator.get(`${small.path}/members`);
    const [, second] = seats.items as { id: string }[];
    const seat = `${small.path}/members/${second!.id}`;
    await pact.coordinator.patch(seat, { endsOn: '2025-06-09' }, { 'If-Match': '"1"' });
    const meetingId = await openMeeting(pact, small.bodyId);
    const proposalId = await openProposal(pact, small.bodyId, { meetingId });
    const [first, gone] = members;
    const late = await vote(gone!.key, pact, { proposalId, actorId: gone!.actorId, choice: 'against' });
    expect(slug(late)).toEqual(problem(403, 'not-a-voting-member'));
    await vote(first!.key, pact, { proposalId, actorId: first!.actorId, choice: 'for' });
    expect((await close(pact, proposalId)).body.outcome).toMatchObject({
      result: 'adopted',
      quorum: { votingMembers: 1 },
    });
  });

  it('gives the chair the last word where the mandate says so', async () => {
    const chaired = await decidingBody(pact, members, { ties: 'chair' });
    const proposalId = await openProposal(pact, chaired.bodyId);
    await votes(proposalId, ['for', 'against', 'abstain']);
    expect((await close(pact, proposalId)).body.outcome).toMatchObject({
      result: 'adopted',
      majority: { for: 1, needed: 1, chairDecided: true },
    });
  });

  it('is closed once, however many close it at a time', async () => {
    const proposalId = await openProposal(pact, committee.bodyId);
    await votes(proposalId, ['for', 'for', 'for']);
    const answers = await Promise.all(Array.from({ length: 6 }, () => close(pact, proposalId)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409, 409, 409, 409,
    ]);
    expect(await decisionsOf(proposalId)).toHaveLength(1);
  });

  it('counts every vote that was taken, also while it is being closed', async () => {
    for (let round = 0; round < 5; round++) {
      const proposalId = await openProposal(pact, committee.bodyId);
      const cast = members.map(({ key, actorId }) => vote(key, pact, { proposalId, actorId, choice: 'for' }));
      const [closed, ...answers] = await Promise.all([close(pact, proposalId), ...cast]);
      const taken = answers.filter(({ status }) => status === 201);
      expect(closed.body.outcome.majority.for).toBe(taken.length);
      for (const refused of answers.filter(({ status }) => status !== 201)) {
        expect(slug(refused)).toEqual(problem(409, 'vote-not-open'));
      }
    }
  });
});

describe('a vote', () => {
  it('is refused to who is no member of the body, and to who votes for somebody else', async () => {
    const proposalId = await openProposal(pact, committee.bodyId);
    const ballot = { proposalId, choice: 'for' };
    const own = await vote(stranger.key, pact, { ...ballot, actorId: stranger.actorId });
    expect(slug(own)).toEqual(problem(403, 'not-a-voting-member'));
    const others = await vote(stranger.key, pact, { ...ballot, actorId: members[0]!.actorId });
    expect(slug(others)).toEqual(problem(403, 'not-own-member'));
  });

  it('is refused to an adviser, who sits in the body without a vote', async () => {
    const advised = await decidingBody(pact, members.slice(0, 1));
    const { actorId, key } = members[1]!;
    const seat = { actorId, role: 'adviser', voting: false, startsOn: '2025-01-01' };
    await pact.coordinator.post(`${advised.path}/members`, seat);
    const proposalId = await openProposal(pact, advised.bodyId);
    const answer = await vote(key, pact, { proposalId, actorId, choice: 'for' });
    expect(slug(answer)).toEqual(problem(403, 'not-a-voting-member'));
  });

  it('is cast once, also when it is sent twice at a time', async () => {
    const proposalId = await openProposal(pact, committee.bodyId);
    const { key, actorId } = members[0]!;
    const answers = await Promise.all(
      ['for', 'against', 'for'].map((choice) => vote(key, pact, { proposalId, actorId, choice })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    const again = await vote(pact.coordinator, pact, { proposalId, actorId, choice: 'abstain' });
    expect(slug(again)).toEqual(problem(409, 'already-voted'));
    const { body } = await pact.coordinator.get(`${pact.path}/votes?proposalId=${proposalId}`);
    expect(body.items).toHaveLength(1);
  });

  it('is taken while the vote is open, and only then', async () => {
    const { actorId, key } = members[0]!;
    const { body } = await key.post(`${pact.path}/proposals`, {
      bodyId: committee.bodyId,
      kind: 'general',
      title: 'Una proposta',
      text: 'Si propone.',
    });
    expect(body.proposerActorId).toBe(actorId);
    const ballot = { proposalId: body.id, actorId, choice: 'for' };
    expect(slug(await vote(key, pact, ballot))).toEqual(problem(409, 'vote-not-open'));
    const opened = await key.post(`${pact.path}/proposals/${body.id}/transitions`, { to: 'open' });
    expect(slug(opened)).toEqual(problem(403, 'vote-held-by-the-secretariat'));
    await key.post(`${pact.path}/proposals/${body.id}/transitions`, { to: 'withdrawn' });
    expect(slug(await vote(key, pact, ballot))).toEqual(problem(409, 'vote-not-open'));
  });

  it('needs a mandate that is in force, and a meeting that goes on', async () => {
    const { body } = await pact.coordinator.post(`${pact.path}/bodies`, {
      kind: 'working_group',
      level: 'municipal',
      name: 'Gruppo',
      openedOn: '2025-01-01',
    });
    const open = async (proposal: object): Promise<TestAnswer> => {
      const created = await pact.coordinator.post(`${pact.path}/proposals`, {
        kind: 'general',
        title: 'T',
        text: 'T',
        submittedOn: '2025-06-01',
        ...proposal,
      });
      return pact.coordinator.post(`${pact.path}/proposals/${created.body.id}/transitions`, { to: 'open' });
    };
    expect(slug(await open({ bodyId: body.id }))).toEqual(problem(409, 'no-mandate'));
    const { body: meeting } = await pact.coordinator.post(`${pact.path}/meetings`, {
      bodyId: committee.bodyId,
      kind: 'ordinary',
      title: 'Seduta',
      heldOn: MEETING_DAY,
    });
    const planned = await open({ bodyId: committee.bodyId, meetingId: meeting.id });
    expect(slug(planned)).toEqual(problem(409, 'meeting-not-held'));
    const late = { bodyId: committee.bodyId, meetingId: await openMeeting(pact, committee.bodyId) };
    expect(slug(await open({ ...late, submittedOn: '2025-06-11' }))).toEqual(
      problem(409, 'proposed-after-the-meeting'),
    );
  });
});

describe('the day on which a proposal is submitted', () => {
  const submit = (by: Member['key'], submittedOn: string) =>
    by.post(`${pact.path}/proposals`, {
      bodyId: committee.bodyId,
      kind: 'general',
      title: 'T',
      text: 'T',
      submittedOn,
    });

  it('is today when a member submits, so that a seat that ended does not', async () => {
    const { key, actorId } = members[4]!;
    const refused = await submit(key, '2025-06-01');
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/submittedOn', code: 'not-today' })],
    ]);
    const { status, body } = await submit(key, todayInRome());
    expect([status, body.proposerActorId]).toEqual([201, actorId]);
  });

  it('is an earlier one when the secretariat enters it, and never a later one', async () => {
    expect((await submit(pact.coordinator, '2025-06-01')).status).toBe(201);
    for (const key of [pact.coordinator, members[4]!.key])
      expect((await submit(key, '2099-01-01')).body.errors).toMatchObject([{ code: 'in-the-future' }]);
  });
});

describe('a delegation', () => {
  const attend = (by: Member['key'], meetingId: string, actorId: string, body: object) =>
    by.put(`${pact.path}/meetings/${meetingId}/attendance/${actorId}`, body);
  const delegate = (from: Member, to: Member, meetingId: string) =>
    attend(from.key, meetingId, from.actorId, { status: 'delegated', delegateActorId: to.actorId });

  it('lets the delegate vote in the place of a member, which then does not vote itself', async () => {
    const [first, second] = members as [Member, Member];
    const meetingId = await openMeeting(pact, committee.bodyId);
    expect((await delegate(first, second, meetingId)).status).toBe(200);
    const proposalId = await openProposal(pact, committee.bodyId, { meetingId });
    const ballot = { proposalId, actorId: first.actorId, choice: 'for' };
    expect(slug(await vote(first.key, pact, ballot))).toEqual(problem(403, 'not-the-delegate'));
    expect((await vote(second.key, pact, ballot)).body).toMatchObject({ castByActorId: second.actorId });
    await vote(second.key, pact, { ...ballot, actorId: second.actorId });
    expect((await close(pact, proposalId)).body.outcome.majority.for).toBe(2);
  });

  it('goes no further than the mandate allows', async () => {
    const [first, second, third] = members as [Member, Member, Member];
    const meetingId = await openMeeting(pact, committee.bodyId);
    await delegate(first, second, meetingId);
    expect(slug(await delegate(third, second, meetingId))).toEqual(problem(409, 'too-many-delegations'));
    expect(slug(await delegate(second, third, meetingId))).toEqual(problem(409, 'delegation-passed-on'));
    expect(slug(await delegate(third, first, meetingId))).toEqual(problem(409, 'delegation-passed-on'));
    expect(slug(await delegate(third, stranger, meetingId))).toEqual(problem(409, 'delegate-does-not-vote'));
    const strict = await decidingBody(pact, members, { delegationsPerDelegate: 0 });
    const other = await openMeeting(pact, strict.bodyId);
    expect(slug(await delegate(first, second, other))).toEqual(problem(409, 'delegation-not-allowed'));
  });

  it('holds one at a time to the limit, however many delegate at once', async () => {
    const [first, second, third, fourth] = members as [Member, Member, Member, Member];
    const meetingId = await openMeeting(pact, committee.bodyId);
    const answers = await Promise.all(
      [second, third, fourth].map((each) => delegate(each, first, meetingId)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it('is said by the member itself; who was present is recorded by the secretariat', async () => {
    const [first, second] = members as [Member, Member];
    const meetingId = await openMeeting(pact, committee.bodyId);
    const body = { status: 'delegated', delegateActorId: first.actorId };
    expect(slug(await attend(first.key, meetingId, second.actorId, body))).toEqual(
      problem(403, 'not-own-member'),
    );
    expect(slug(await attend(first.key, meetingId, first.actorId, { status: 'present' }))).toEqual(
      problem(403, 'recorded-by-the-secretariat'),
    );
    const alone = await attend(first.key, meetingId, first.actorId, { status: 'delegated' });
    expect(alone.body.errors).toEqual([expect.objectContaining({ pointer: '/delegateActorId' })]);
    const itself = await attend(first.key, meetingId, first.actorId, body);
    expect(itself.body.errors).toEqual([expect.objectContaining({ code: 'own-delegate' })]);
  });
});
