import { ADMIN_KEY } from './programs.js';

export interface SeededPact {
  readonly pactId: string;
  readonly promisorMemberId: string;
  readonly beneficiaryMemberId: string;
  readonly memberKey: string;
  /** A commitment as the promisor would post it. */
  readonly draft: object;
}

interface Member {
  readonly actorId: string;
  readonly memberId: string;
}

const AGREEMENT = {
  title: 'Patto di prova',
  commonAgenda: 'Misurare.',
  territory: ['015146'],
  startsOn: '2026-01-01',
  ratificationRule: { kind: 'all_signatories' },
};

/** A pact with two signed members, made through the API. */
export async function seedPact(url: string): Promise<SeededPact> {
  const pactId = await openPact(url);
  const promisor = await join(url, pactId, {
    name: 'Cooperativa',
    system: 'third_sector',
    kind: 'cooperative',
  });
  const beneficiary = await join(url, pactId, { name: 'Comune', system: 'public', kind: 'municipality' });
  const { key = '' } = await send(url, 'POST', '/v1/api-keys', {
    name: 'promisor',
    kind: 'member',
    pacts: [pactId],
    actorId: promisor.actorId,
  });
  return {
    pactId,
    promisorMemberId: promisor.memberId,
    beneficiaryMemberId: beneficiary.memberId,
    memberKey: key,
    draft: draftOf(promisor, beneficiary),
  };
}

async function openPact(url: string): Promise<string> {
  const { id = '' } = await send(url, 'POST', '/v1/pacts', AGREEMENT);
  await send(url, 'POST', `/v1/pacts/${id}/versions`, { text: 'Ci impegniamo.' });
  await send(url, 'POST', `/v1/pacts/${id}/versions/1/publication`, {});
  for (const to of ['consultation', 'open_for_signature']) {
    await send(url, 'POST', `/v1/pacts/${id}/transitions`, { to });
  }
  return id;
}

async function join(url: string, pactId: string, who: object): Promise<Member> {
  const { id: actorId = '' } = await send(url, 'POST', '/v1/actors', who);
  const members = `/v1/pacts/${pactId}/members`;
  const { id: memberId = '' } = await send(url, 'POST', members, { actorId, role: 'signatory' });
  await send(url, 'PUT', `${members}/${memberId}/signature`, {
    versionNumber: 1,
    signatoryName: 'Legale rappresentante',
    signedOn: '2026-01-10',
  });
  return { actorId, memberId };
}

const draftOf = (promisor: Member, beneficiary: Member): object => ({
  promisorMemberId: promisor.memberId,
  beneficiaryMemberIds: [beneficiary.memberId],
  title: 'Ore di tutoraggio in azienda',
  resource: { kind: 'staff_time', quantity: 120, unit: 'hours' },
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  milestones: [
    { dueOn: '2026-06-30', quantity: 60 },
    { dueOn: '2026-12-31', quantity: 60 },
  ],
});

export async function send(
  url: string,
  method: string,
  path: string,
  body: object,
): Promise<Record<string, string>> {
  const answer = await fetch(url + path, {
    method,
    headers: { Authorization: `Bearer ${ADMIN_KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, string>;
}
