import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { close, decide, decidingBody, openMeeting, openProposal, vote } from '../deciding-body.js';
import type { Member, PactWithMembers } from '../pact-with-members.js';

/** What is there once, so that one caller of those who may can bring it on. */
export interface GovernanceSpares {
  /** A body that has no mandate yet. */
  readonly bareBodyId: string;
  readonly draftProposalId: string;
  readonly unwantedProposalId: string;
  readonly openProposalId: string;
  readonly plannedMeetingId: string;
  readonly spareDecisionId: string;
  readonly plannedConsultationId: string;
}

/** One of everything of governance, and a second one in each list. */
export async function governanceOf(databaseUrl: string, pact: PactWithMembers) {
  const voters = pact.members.slice(0, 2);
  const votes = await votesOf(pact, voters);
  const mandate = await mandateOf(pact, votes.decisionId);
  const consultations = await consultationsOf(pact);
  const { bodyId } = votes;
  const meeting = { bodyId, kind: 'ordinary', title: 'Seduta', heldOn: '2025-09-10' };
  const spares: GovernanceSpares = {
    ...votes.spares,
    bareBodyId: await idOf(pact, 'bodies', { ...BODY, kind: 'task_force' }),
    plannedMeetingId: await idOf(pact, 'meetings', meeting),
    plannedConsultationId: consultations.planned,
  };
  const ids = {
    bodyId,
    bodyMemberId: (await pact.coordinator.get(`${pact.path}/bodies/${bodyId}/members`)).body.items[1].id,
    mandateId: mandate.mandateId,
    meetingId: await idOf(pact, 'meetings', meeting),
    proposalId: votes.proposalId,
    voteId: votes.voteId,
    decisionId: votes.decisionId,
    actionId: await actionsOf(pact, votes.decisionId),
    consultationId: consultations.open,
    contributionId: consultations.contributionId,
    alertId: await alerts(databaseUrl, pact.pactId),
  };
  return { ids, spares };
}

const BODY = { kind: 'working_group', level: 'municipal', name: 'Gruppo', openedOn: '2025-01-01' };

const idOf = async ({ path, coordinator }: PactWithMembers, of: string, body: object): Promise<string> =>
  (await coordinator.post(`${path}/${of}`, body)).body.id;

async function votesOf(pact: PactWithMembers, voters: readonly Member[]) {
  const { bodyId } = await decidingBody(pact, voters);
  const meetingId = await openMeeting(pact, bodyId);
  const proposalId = await openProposal(pact, bodyId, { meetingId });
  let voteId = '';
  for (const { key, actorId } of voters) {
    voteId = (await vote(key, pact, { proposalId, actorId, choice: 'for' })).body.id;
  }
  const decisionId = (await close(pact, proposalId)).body.decisionId as string;
  const draft = { bodyId, kind: 'general', title: 'Una proposta', text: 'Si propone.' };
  const [{ key, actorId }] = voters as [Member];
  const propose = async (): Promise<string> =>
    (await key.post(`${pact.path}/proposals`, { ...draft, proposerActorId: actorId })).body.id;
  const spares = {
    draftProposalId: await propose(),
    unwantedProposalId: await propose(),
    openProposalId: await openProposal(pact, bodyId),
    spareDecisionId: await decide(pact, bodyId, voters),
  };
  return { bodyId, proposalId, voteId, decisionId, spares };
}

/** A mandate of a body that is not voting, changed twice by the decision. */
async function mandateOf(pact: PactWithMembers, decisionId: string): Promise<{ mandateId: string }> {
  const quiet = await decidingBody(pact, []);
  for (const [index, reporting] of ['Ogni mese', 'Ogni anno'].entries()) {
    const change = { reporting, decisionId };
    const headers = { 'If-Match': `"${index + 1}"` };
    await pact.coordinator.patch(`${pact.path}/mandates/${quiet.mandateId}`, change, headers);
  }
  return quiet;
}

async function actionsOf(pact: PactWithMembers, decisionId: string): Promise<string> {
  const action = {
    title: 'Trovare i locali',
    responsibleActorId: pact.members[0]?.actorId,
    dueOn: '2025-12-31',
  };
  await idOf(pact, `decisions/${decisionId}/actions`, action);
  return idOf(pact, `decisions/${decisionId}/actions`, action);
}

async function consultationsOf(pact: PactWithMembers) {
  const consultation = {
    kind: 'survey',
    title: 'Che cosa manca?',
    question: 'Che cosa manca a chi cerca lavoro?',
    startsOn: '2025-06-01',
    endsOn: '2100-01-31',
  };
  const planned = await idOf(pact, 'consultations', consultation);
  const open = await idOf(pact, 'consultations', consultation);
  await pact.coordinator.post(`${pact.path}/consultations/${open}/transitions`, { to: 'open' });
  const contribution = { groupName: 'Genitori', text: 'Mancano orari compatibili con la scuola.' };
  const contributions = `consultations/${open}/contributions`;
  await idOf(pact, contributions, contribution);
  return { planned, open, contributionId: await idOf(pact, contributions, contribution) };
}

/** They are raised by jobs: here they stand as a worker would leave them. */
async function alerts(databaseUrl: string, pactId: string): Promise<string> {
  const database = new pg.Client(databaseUrl);
  await database.connect();
  const ids = [randomUUID(), randomUUID()];
  for (const [index, kind] of ['consultations_due', 'verification_due'].entries()) {
    await database.query(
      `insert into alert (pact_id, id, kind, subject_kind, subject_id, subject_key, since, must_act)
       values ($1, $2, $3, 'pact', $1, 'the pact', '2026-01-01', 'coordinator')`,
      [pactId, ids[index], kind],
    );
  }
  await database.end();
  return ids[0] ?? '';
}
