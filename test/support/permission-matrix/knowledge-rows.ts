import type { Row } from './row.js';

const plain: Row = () => ({});

/** What actors know and offer, who vouches for whom, and what templates bring. */
export const KNOWLEDGE_ROWS: Readonly<Record<string, Row>> = {
  competence_list: plain,
  actor_competence_list: plain,
  actor_competence_show: plain,
  actor_competence_set: () => ({ body: { territory: ['015146'] } }),
  actor_competence_remove: ({ knowledge }, { kind }) => ({
    ids: { competence: knowledge.spareOf(kind).competence },
  }),
  competence_need_list: plain,
  competence_need_show: plain,
  competence_need_set: () => ({ body: { territory: ['015146'] } }),
  competence_need_remove: ({ knowledge }, { kind }) => ({
    ids: { competence: knowledge.spareOf(kind).competence },
  }),
  competence_map_list: plain,
  service_directory_show: plain,

  professional_create: ({ knowledge }) => ({ body: knowledge.professional }),
  professional_list: plain,
  professional_show: plain,
  professional_change: () => ({ body: { roles: ['tutor', 'designer'] } }),
  professional_erase: ({ knowledge }, { kind }) => ({
    ids: { professionalId: knowledge.spareOf(kind).professionalId },
  }),

  template_list: plain,
  template_show: plain,
  template_application_create: () => ({ body: { template: 'inlav-pact', dryRun: true } }),
  template_application_list: plain,
  pact_template_show: plain,
  prompt_list: plain,
  prompt_show: plain,
  prompt_remove: ({ knowledge }, { kind }) => ({ ids: { promptId: knowledge.spareOf(kind).promptId } }),
};
