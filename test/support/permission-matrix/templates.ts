import type { PactWithMembers } from '../pact-with-members.js';

/** What templates have left in a pact. A prompt is removed for good, so there is one for each who may. */
export interface Templates {
  readonly ids: { readonly promptId: string; readonly templateCode: string };
  sparePromptOf(kind: string | undefined): string;
}

const CODES = ['kept', 'admin', 'coordinator'] as const;

/** Two templates of prompts, one after the other. */
export async function applyTemplates({ path, coordinator }: PactWithMembers): Promise<Templates> {
  const prompts = CODES.map((code) => ({ code, name: { it: code }, about: 'swot', kind: 'strength' }));
  for (const [index, prompt] of [prompts.slice(0, 1), prompts].entries()) {
    const document = { code: `template-${index}`, version: 1, name: { it: 'Domande' }, prompts: prompt };
    await coordinator.post(`${path}/template-applications`, { document });
  }
  const { body } = await coordinator.get(`${path}/prompts`);
  const idOf = new Map((body.items as { code: string; id: string }[]).map(({ code, id }) => [code, id]));
  const promptId = idOf.get('kept') ?? '';
  return {
    ids: { promptId, templateCode: 'inlav-pact' },
    sparePromptOf: (kind = '') => idOf.get(kind) ?? promptId,
  };
}
