import type { PactWithMembers } from '../pact-with-members.js';

/** What is removed for good is there once for each kind of caller that may remove it. */
interface Spare {
  readonly professionalId: string;
  readonly competence: string;
  readonly promptId: string;
}

export interface KnowledgeSpares {
  /** As it is entered into the register. */
  readonly professional: object;
  spareOf(kind: string | undefined): Spare;
}

const NEW = { 'If-Match': '"0"' };
const SPARE_COMPETENCES: Readonly<Record<string, string>> = { admin: 'research', coordinator: 'evaluation' };
const REMOVING = Object.keys(SPARE_COMPETENCES);

/** Competences, professionals, and what templates have left: enough of each to page through. */
export async function knowledgeOf(pact: PactWithMembers) {
  await offerAndNeed(pact);
  const professional = professionalOf(pact);
  const enter = async (): Promise<string> =>
    (await pact.coordinator.post(`${pact.path}/professionals`, professional)).body.id as string;
  const prompts = await promptsOf(pact);
  const kept = { professionalId: await enter(), competence: 'guidance', promptId: prompts.get('kept') ?? '' };
  const spares = new Map<string, Spare>();
  for (const kind of REMOVING)
    spares.set(kind, {
      professionalId: await enter(),
      competence: SPARE_COMPETENCES[kind] ?? '',
      promptId: prompts.get(kind) ?? '',
    });
  const told: KnowledgeSpares = { professional, spareOf: (kind = '') => spares.get(kind) ?? kept };
  return { ids: { ...kept, templateCode: 'inlav-pact' }, spares: told };
}

async function offerAndNeed({ path, coordinator, members }: PactWithMembers): Promise<void> {
  for (const competence of ['guidance', 'housing', ...Object.values(SPARE_COMPETENCES)]) {
    await coordinator.put(`/v1/actors/${members[0]?.actorId}/competences/${competence}`, {}, NEW);
    await coordinator.put(`${path}/competence-needs/${competence}`, {}, NEW);
  }
}

const professionalOf = ({ members }: PactWithMembers): object => ({
  name: 'Maria Bianchi',
  roles: ['tutor'],
  qualifications: [{ title: 'Formatrice di tutor' }],
  endorsements: [{ memberId: members[1]?.memberId, endorsedOn: '2026-01-10' }],
  registeredOn: '2026-01-15',
});

/** Two templates of prompts, one after the other: the ids of the prompts by their codes. */
async function promptsOf({ path, coordinator }: PactWithMembers): Promise<Map<string, string>> {
  const prompts = ['kept', ...REMOVING].map((code) => ({
    code,
    name: { it: code },
    about: 'swot',
    kind: 'strength',
  }));
  for (const [index, some] of [prompts.slice(0, 1), prompts].entries()) {
    const document = { code: `template-${index}`, version: 1, name: { it: 'Domande' }, prompts: some };
    await coordinator.post(`${path}/template-applications`, { document });
  }
  const { body } = await coordinator.get(`${path}/prompts`);
  return new Map((body.items as { code: string; id: string }[]).map(({ code, id }) => [code, id]));
}
