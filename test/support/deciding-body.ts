import type { Client, TestAnswer } from './api.js';
import type { Member, PactWithMembers } from './pact-with-members.js';

/** A body of a pact in which the first members sit, the first of them in the chair, with a mandate for three years. */
export interface DecidingBody {
  readonly bodyId: string;
  readonly mandateId: string;
  readonly path: string;
}

/** A day on which everything below is already there. */
export const MEETING_DAY = '2025-06-10';

const MANDATE = {
  purpose: 'Guidare il patto',
  powers: ['Approvare il piano'],
  startsOn: '2025-01-01',
  endsOn: '2027-12-31',
  quorum: 'more_than_half',
  majority: 'simple',
  ties: 'fail',
  delegationsPerDelegate: 1,
};

export async function decidingBody(
  { path, coordinator }: PactWithMembers,
  members: readonly Member[],
  rules: object = {},
): Promise<DecidingBody> {
  const { body } = await coordinator.post(`${path}/bodies`, {
    kind: 'steering_committee',
    level: 'provincial',
    name: 'Cabina di regia',
    openedOn: '2025-01-01',
  });
  for (const [index, { actorId }] of members.entries()) {
    await coordinator.post(`${path}/bodies/${body.id}/members`, {
      actorId,
      role: index === 0 ? 'chair' : 'member',
      voting: true,
      startsOn: '2025-01-01',
    });
  }
  const mandate = await coordinator.post(`${path}/mandates`, { ...MANDATE, ...rules, bodyId: body.id });
  return { bodyId: body.id, mandateId: mandate.body.id, path: `${path}/bodies/${body.id}` };
}

/** A meeting that goes on. */
export async function openMeeting(
  { path, coordinator }: PactWithMembers,
  bodyId: string,
  more: object = {},
): Promise<string> {
  const { body } = await coordinator.post(`${path}/meetings`, {
    bodyId,
    kind: 'ordinary',
    title: 'Seduta',
    heldOn: MEETING_DAY,
    ...more,
  });
  for (const to of ['convened', 'held']) {
    await coordinator.post(`${path}/meetings/${body.id}/transitions`, { to });
  }
  return body.id;
}

/** A proposal that is open for votes. */
export async function openProposal(
  { path, coordinator }: PactWithMembers,
  bodyId: string,
  more: object = {},
): Promise<string> {
  const { body } = await coordinator.post(`${path}/proposals`, {
    bodyId,
    kind: 'general',
    title: 'Uno sportello in ogni comune',
    text: 'Si apre uno sportello in ogni comune.',
    submittedOn: '2025-06-01',
    ...more,
  });
  await coordinator.post(`${path}/proposals/${body.id}/transitions`, { to: 'open' });
  return body.id;
}

export const vote = (
  by: Client,
  { path }: PactWithMembers,
  ballot: { proposalId: string; actorId: string; choice: string },
): Promise<TestAnswer> => by.post(`${path}/votes`, ballot);

export const close = ({ path, coordinator }: PactWithMembers, proposalId: string): Promise<TestAnswer> =>
  coordinator.post(`${path}/proposals/${proposalId}/transitions`, { to: 'closed' });

/** Decides something with the votes of these members, and gives the id of the decision. */
export async function decide(
  pact: PactWithMembers,
  bodyId: string,
  members: readonly Member[],
): Promise<string> {
  const meetingId = await openMeeting(pact, bodyId);
  const proposalId = await openProposal(pact, bodyId, { meetingId });
  for (const { key, actorId } of members) await vote(key, pact, { proposalId, actorId, choice: 'for' });
  return (await close(pact, proposalId)).body.decisionId;
}
