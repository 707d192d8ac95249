import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { startApi, type TestAnswer, type TestApi } from '../support/api.js';
import { testSettings } from '../support/database.js';
import { decide, decidingBody, openMeeting, type DecidingBody } from '../support/deciding-body.js';
import { pactWithMembers, type Member, type PactWithMembers } from '../support/pact-with-members.js';

const slug = ({ status, body }: TestAnswer) => [status, body.type];
const problem = (status: number, name: string) => [status, `/problems/${name}`];
const fault = (answer: TestAnswer) => [answer.status, answer.body.errors?.[0]?.code];

let api: TestApi;
let pact: PactWithMembers;
let other: PactWithMembers;
let committee: DecidingBody;
beforeAll(async () => {
  api = await startApi();
  [pact, other] = await Promise.all([pactWithMembers(api, 3), pactWithMembers(api, 1)]);
  committee = await decidingBody(pact, pact.members);
}, 60_000);
afterAll(() => api.close());

const post = (path: string, body?: object) => pact.coordinator.post(`${pact.path}/${path}`, body);
const get = (path: string) => pact.coordinator.get(`${pact.path}/${path}`);
const move = (path: string, to: string, more: object = {}) => post(`${path}/transitions`, { to, ...more });
const decideHere = () => decide(pact, committee.bodyId, pact.members);

describe('the follow-up of a decision', () => {
  it('goes on until each of its actions has come to its end', async () => {
    const decision = `decisions/${await decideHere()}`;
    const [{ actorId, key }, stranger] = pact.members as [Member, Member];
    const action = { title: 'Trovare i locali', responsibleActorId: actorId, dueOn: '2025-12-31' };
    const { body } = await post(`${decision}/actions`, action);
    expect(body).toMatchObject({ ...action, state: 'open', version: 1 });
    expect(slug(await move(decision, 'implemented'))).toEqual(problem(409, 'actions-open'));
    const path = `${pact.path}/decision-actions/${body.id}`;
    const report = (by: Member['key'], patch: object, version = 1) =>
      by.patch(path, patch, { 'If-Match': `"${version}"` });
    expect(slug(await report(stranger.key, { state: 'done' }))).toEqual(problem(403, 'not-responsible'));
    expect(slug(await report(key, { dueOn: '2026-12-31' }))).toEqual(problem(403, 'not-responsible'));
    expect((await report(key, { state: 'done', note: 'Fatto' })).body).toMatchObject({
      state: 'done',
      endedOn: expect.any(String),
    });
    expect(slug(await report(key, { state: 'open' }))).toEqual(problem(412, 'version-mismatch'));
    expect((await move(decision, 'implemented', { endedOn: '2025-07-01' })).body).toMatchObject({
      state: 'implemented',
      endedOn: '2025-07-01',
    });
    expect(slug(await post(`${decision}/actions`, action))).toEqual(problem(409, 'decision-ended'));
    expect(slug(await report(key, { state: 'open' }, 2))).toEqual(problem(409, 'decision-ended'));
    expect(slug(await move(decision, 'dropped', { reason: 'R' }))).toEqual(
      problem(409, 'transition-not-allowed'),
    );
  });

  it('may be given up, for a reason and after it was decided', async () => {
    const decision = `decisions/${await decideHere()}`;
    expect(fault(await move(decision, 'dropped'))).toEqual([422, 'required']);
    const early = await move(decision, 'dropped', { reason: 'R', endedOn: '2025-06-09' });
    expect(fault(early)).toEqual([422, 'outside-period']);
    expect((await move(decision, 'dropped', { reason: 'Mancano i fondi' })).body.state).toBe('dropped');
    const { body } = await get(`decisions?state=dropped&bodyId=${committee.bodyId}`);
    expect(body.items).toMatchObject([{ reason: 'Mancano i fondi' }]);
  });
});

describe('what a decision has changed', () => {
  it('points back to it: a text, a target, a commitment, a contribution', async () => {
    const decisionId = await decideHere();
    await post('versions', { text: 'Le parti convengono di più.' });
    expect((await post('versions/2/publication', { decisionId })).body.decisionId).toBe(decisionId);
    const target = { indicator: 'consultations_held', period: '2026', value: 2 };
    const owned = { ...target, ownerMemberId: pact.members[0]?.memberId, decisionId };
    const set = await pact.coordinator.put(`${pact.path}/targets`, owned, { 'If-Match': '"0"' });
    expect(set.body.decisionId).toBe(decisionId);
    const commitmentId = await agreed();
    const commitment = `commitments/${commitmentId}`;
    expect(fault(await move(commitment, 'renegotiating', { decisionId }))).toEqual([422, 'not-a-release']);
    expect((await move(commitment, 'released', { decisionId })).body.state).toBe('released');
    const moves = (await get(`${commitment}/transitions`)).body.items;
    expect(moves.at(-1)).toMatchObject({ to: 'released', decisionId });
    const contributionId = await answered(decisionId);
    const { body } = await get(`decisions/${decisionId}/effects`);
    const kinds = body.items.map(({ kind, id, change, number }: Record<string, unknown>) => [
      kind,
      id,
      change,
      number,
    ]);
    const [version] = (await get('versions?limit=100')).body.items.slice(1);
    expect(version).toMatchObject({ number: 2, decisionId });
    expect(kinds).toEqual([
      ['pact_version', expect.any(String), 'published', 2],
      ['target', set.body.id, 'set', 1],
      ['commitment', commitmentId, 'released', undefined],
      ['contribution', contributionId, 'accepted', undefined],
    ]);
    const first = await get(`decisions/${decisionId}/effects?limit=3`);
    const rest = await get(`decisions/${decisionId}/effects?limit=3&cursor=${first.body.nextCursor}`);
    expect([...first.body.items, ...rest.body.items]).toEqual(body.items);
  });

  it('points to no decision of another pact, and to none that is not there', async () => {
    const theirs = await decidingBody(other, other.members);
    const foreign = await decide(other, theirs.bodyId, other.members);
    const commitmentId = await agreed();
    for (const decisionId of [foreign, '0199aaaa-0000-7000-8000-000000000001']) {
      const answer = await move(`commitments/${commitmentId}`, 'released', { decisionId });
      expect(fault(answer)).toEqual([422, 'unknown-decision']);
      await post('versions', { text: 'Ancora.' });
      const { items } = (await get('versions?limit=100')).body;
      const published = await post(`versions/${items.length}/publication`, { decisionId });
      expect(fault(published)).toEqual([422, 'unknown-decision']);
    }
    expect((await get(`commitments/${commitmentId}`)).body.state).toBe('agreed');
  });

  /** A commitment to the pact as a whole, so that the coordinator may release it. */
  async function agreed(): Promise<string> {
    const [{ memberId, key }] = pact.members as [Member];
    const { body } = await key.post(`${pact.path}/commitments`, {
      promisorMemberId: memberId,
      title: 'Un tutor',
      resource: { kind: 'staff_time', quantity: 10, unit: 'hours' },
      startsOn: '2025-02-01',
      endsOn: '2099-12-31',
    });
    await key.post(`${pact.path}/commitments/${body.id}/transitions`, { to: 'proposed' });
    await move(`commitments/${body.id}`, 'agreed');
    return body.id;
  }

  async function answered(decisionId: string): Promise<string> {
    const consultationId = await consult();
    const contributions = `consultations/${consultationId}/contributions`;
    const { body } = await post(contributions, { groupName: 'Genitori', text: 'Più orari.' });
    await pact.coordinator.patch(
      `${pact.path}/${contributions}/${body.id}`,
      { outcome: 'accepted', reason: 'Sì', decisionId },
      { 'If-Match': '"1"' },
    );
    return body.id;
  }
});

const CONSULTATION = {
  kind: 'workshop',
  title: 'Che cosa manca?',
  question: 'Che cosa manca a chi cerca lavoro?',
  startsOn: '2025-02-01',
  endsOn: '2099-12-31',
  invitedGroups: ['Genitori'],
};
const consult = async (more: object = {}): Promise<string> => {
  const { body } = await post('consultations', { ...CONSULTATION, ...more });
  await move(`consultations/${body.id}`, 'open');
  return body.id;
};

describe('a consultation', () => {
  it('asks many, keeps what each has said, and what became of it', async () => {
    const [{ actorId, key }] = pact.members as [Member];
    const id = await consult({ invitedActorIds: [actorId] });
    const contributions = `consultations/${id}/contributions`;
    const own = await key.post(`${pact.path}/${contributions}`, { actorId, text: 'Servono tutor.' });
    expect(own.status).toBe(201);
    const others = await key.post(`${pact.path}/${contributions}`, { groupName: 'Genitori', text: 'T' });
    expect(slug(others)).toEqual(problem(403, 'not-own-member'));
    await post(contributions, { groupName: 'Genitori', text: 'Servono orari diversi.' });
    expect(fault(await post(contributions, { text: 'Di nessuno' }))).toEqual([422, 'one-of']);
    const both = { actorId, groupName: 'Genitori', text: 'Di due' };
    expect(fault(await post(contributions, both))).toEqual([422, 'one-of']);
    const early = { groupName: 'Genitori', text: 'T', receivedOn: '2025-01-31' };
    expect(fault(await post(contributions, early))).toEqual([422, 'outside-period']);
    const answer = (patch: object, version: number) =>
      pact.coordinator.patch(`${pact.path}/${contributions}/${own.body.id}`, patch, {
        'If-Match': `"${version}"`,
      });
    expect(fault(await answer({ outcome: 'rejected' }, 1))).toEqual([422, 'reason-of-outcome']);
    expect((await answer({ outcome: 'partly_accepted', reason: 'Uno' }, 1)).body).toMatchObject({
      text: 'Servono tutor.',
      outcome: 'partly_accepted',
    });
    const unanswered = await get(`${contributions}?answered=false`);
    expect(unanswered.body.items).toMatchObject([{ groupName: 'Genitori' }]);
  });

  it('closes after its last day with a synthesis, and takes nothing after', async () => {
    const id = await consult({ endsOn: '2025-03-31' });
    const consultation = `consultations/${id}`;
    expect(slug(await move(consultation, 'closed'))).toEqual(problem(409, 'synthesis-missing'));
    const change = (patch: object, version: number) =>
      pact.coordinator.patch(`${pact.path}/${consultation}`, patch, { 'If-Match': `"${version}"` });
    expect(slug(await change({ question: 'Altro?' }, 2))).toEqual(problem(409, 'consultation-fixed'));
    expect((await change({ synthesis: 'Servono tutor.' }, 2)).status).toBe(200);
    expect((await move(consultation, 'closed')).body.state).toBe('closed');
    const late = { groupName: 'Genitori', text: 'T', receivedOn: '2025-03-01' };
    expect(slug(await post(`${consultation}/contributions`, late))).toEqual(
      problem(409, 'consultation-not-open'),
    );
    expect(slug(await change({ synthesis: 'Altro.' }, 4))).toEqual(problem(409, 'consultation-fixed'));
    expect(slug(await move(`consultations/${await consult()}`, 'closed'))).toEqual(
      problem(409, 'consultation-too-early'),
    );
  });
});

describe('a meeting', () => {
  it('begins on its day, has minutes, and then stays as it was', async () => {
    const plan = { bodyId: committee.bodyId, kind: 'verification', title: 'Verifica', heldOn: '2099-06-10' };
    const agenda = [{ title: 'Che cosa è stato fatto', purpose: 'discussion' }];
    const { body } = await post('meetings', { ...plan, agenda });
    const meeting = `meetings/${body.id}`;
    expect(body).toMatchObject({ ...plan, agenda, state: 'planned', attendance: [] });
    await move(meeting, 'convened');
    expect(slug(await move(meeting, 'held'))).toEqual(problem(409, 'meeting-too-early'));
    const change = (patch: object, version: number) =>
      pact.coordinator.patch(`${pact.path}/${meeting}`, patch, { 'If-Match': `"${version}"` });
    await change({ heldOn: '2025-06-10' }, 2);
    await move(meeting, 'held');
    expect(slug(await move(meeting, 'minuted'))).toEqual(problem(409, 'minutes-missing'));
    expect(slug(await change({ heldOn: '2025-06-11' }, 4))).toEqual(problem(409, 'meeting-fixed'));
    await change({ minutes: 'Tutto a posto.' }, 4);
    expect((await move(meeting, 'minuted')).body).toMatchObject({
      state: 'minuted',
      minutes: 'Tutto a posto.',
    });
    expect(slug(await change({ minutes: 'Altro.' }, 6))).toEqual(problem(409, 'meeting-fixed'));
    const found = await get('meetings?kind=verification&state=minuted&from=2025-06-10&before=2025-06-11');
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([body.id]);
  });

  it('knows who came of those who sit in its body', async () => {
    const meetingId = await openMeeting(pact, committee.bodyId);
    const path = `${pact.path}/meetings/${meetingId}/attendance`;
    const [{ actorId }] = pact.members as [Member];
    await pact.coordinator.put(`${path}/${actorId}`, { status: 'absent' });
    const last = await pact.coordinator.put(`${path}/${actorId}`, { status: 'present' });
    expect(last.body.attendance).toEqual([{ actorId, status: 'present' }]);
    const guest = other.members[0]!.actorId;
    expect(slug(await pact.coordinator.put(`${path}/${guest}`, { status: 'present' }))).toEqual(
      problem(409, 'not-in-the-body'),
    );
  });
});

describe('the cadence of a pact', () => {
  let worker: INestApplicationContext;
  beforeAll(async () => {
    worker = await createWorker(testSettings(api.databaseUrl));
  });
  afterAll(() => worker.close());

  const looked = async (): Promise<void> => {
    const { headers } = await other.coordinator.post(`${other.path}/monitoring-runs`, {});
    for (const start = Date.now(); Date.now() - start < 15_000;) {
      const { body } = await other.coordinator.get(headers.get('location') ?? '');
      if (['succeeded', 'failed'].includes(body.status)) return;
      await new Promise((next) => setTimeout(next, 50));
    }
  };
  const standing = async (language = 'it'): Promise<Record<string, unknown>[]> => {
    const path = `${other.path}/alerts?open=true`;
    return (await other.coordinator.get(path, { 'Accept-Language': language })).body.items;
  };

  it('is watched: alerts say what is due and who must act, and go when it has been done', async () => {
    const { body } = await other.coordinator.get(`${other.path}/cadence`);
    expect(body).toEqual({
      consultationsAYear: 2,
      verificationMeetingsAYear: 1,
      mandateNoticeDays: 60,
      version: 0,
    });
    await looked();
    const kinds = (await standing()).map(({ kind }) => String(kind));
    expect(kinds.toSorted()).toEqual(['consultations_due', 'verification_due']);
    expect(await standing('en')).toContainEqual({
      id: expect.any(String),
      kind: 'consultations_due',
      label: 'In the last year the pact has consulted less than its rule says',
      subject: { kind: 'pact', id: other.pactId },
      since: '2026-01-01',
      mustAct: { who: 'coordinator' },
      raisedAt: expect.any(String),
    });
    const rules = { consultationsAYear: 0, verificationMeetingsAYear: 1, mandateNoticeDays: 60 };
    const replace = () => other.coordinator.put(`${other.path}/cadence`, rules, { 'If-Match': '"0"' });
    expect((await replace()).body.version).toBe(1);
    expect(slug(await replace())).toEqual(problem(412, 'version-mismatch'));
    await looked();
    expect((await standing()).map(({ kind }) => kind)).toEqual(['verification_due']);
    const resolved = await other.coordinator.get(`${other.path}/alerts?open=false`);
    expect(resolved.body.items).toMatchObject([
      { kind: 'consultations_due', resolvedAt: expect.any(String) },
    ]);
  });
});
