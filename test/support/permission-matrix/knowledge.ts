import type { PactWithMembers } from '../pact-with-members.js';

/** What is removed for good is there once for each kind of caller that may remove it. */
export interface Spare {
  readonly professionalId: string;
  readonly competence: string;
}

interface Knowledge {
  readonly ids: { readonly professionalId: string; readonly competence: string };
  readonly professional: object;
  spareOf(kind: string | undefined): Spare;
}

const NEW = { 'If-Match': '"0"' };
const SPARE_COMPETENCES: Readonly<Record<string, string>> = { admin: 'research', coordinator: 'evaluation' };

/** Competences that are offered and needed, and professionals: enough of each to page through. */
export async function shareKnowledge({ path, coordinator, members }: PactWithMembers): Promise<Knowledge> {
  const [first, second] = members;
  for (const competence of ['guidance', 'housing', ...Object.values(SPARE_COMPETENCES)]) {
    await coordinator.put(`/v1/actors/${first?.actorId}/competences/${competence}`, {}, NEW);
    await coordinator.put(`${path}/competence-needs/${competence}`, {}, NEW);
  }
  const professional = {
    name: 'Maria Bianchi',
    roles: ['tutor'],
    qualifications: [{ title: 'Formatrice di tutor' }],
    endorsements: [{ memberId: second?.memberId, endorsedOn: '2026-01-10' }],
    registeredOn: '2026-01-15',
  };
  const enter = async (): Promise<string> =>
    (await coordinator.post(`${path}/professionals`, professional)).body.id as string;
  const ids = { professionalId: await enter(), competence: 'guidance' };
  const spares = new Map<string, Spare>();
  for (const [kind, competence] of Object.entries(SPARE_COMPETENCES))
    spares.set(kind, { professionalId: await enter(), competence });
  return { ids, professional, spareOf: (kind = '') => spares.get(kind) ?? ids };
}
