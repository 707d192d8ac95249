import type { Row } from './row.js';

const plain: Row = () => ({});
const sending =
  (body: object): Row =>
  () => ({ body });
/** Each of those who may remove it has one of its own to remove. */
const removing: Row = ({ agenda }, { name }) => ({ ids: agenda.spare(name) });
/** A tree that is brought whole takes the place of what is there. */
const onDraft =
  (body: object): Row =>
  ({ draftPactId }) => ({ ids: { pactId: draftPactId }, body });

const FOUND = { text: 'Pochi autobus', observedOn: '2026-01-01' };
const CHANGED = { text: 'Nessun autobus' };
const STANCE = { interest: 4, influence: 2, position: 'supportive' };
const PLACE = { istatCodes: ['015146'] };
const NODES = ['a', 'b'].map((code) => ({ code, title: code }));

export const AGENDA_ROWS: Readonly<Record<string, Row>> = {
  agenda_problem_create: sending({ title: 'Pochi corsi' }),
  agenda_problem_list: plain,
  agenda_problem_show: plain,
  agenda_problem_change: sending({ title: 'Pochi corsi serali' }),
  agenda_problem_remove: removing,
  problem_link_create: ({ agenda }, { name }) => ({
    body: { causeId: agenda.ids['problemId'], effectId: agenda.spare(name)['effectId'] },
  }),
  problem_link_list: plain,
  problem_link_show: plain,
  problem_link_remove: removing,
  problem_tree_show: plain,
  problem_tree_replace: onDraft({ problems: NODES, links: [{ cause: 'a', effect: 'b' }] }),

  objective_create: sending({ title: 'Più corsi' }),
  objective_list: plain,
  objective_show: plain,
  objective_change: sending({ title: 'Più corsi serali' }),
  objective_remove: removing,
  objective_link_create: ({ agenda }, { name }) => ({
    body: { meansId: agenda.ids['objectiveId'], endId: agenda.spare(name)['endId'] },
  }),
  objective_link_list: plain,
  objective_link_show: plain,
  objective_link_remove: removing,
  objective_tree_show: plain,
  objective_tree_replace: onDraft({ objectives: NODES, links: [{ means: 'a', end: 'b' }] }),
  objective_tree_derive: onDraft({}),

  strategy_create: sending({ title: 'Insieme', horizon: 'medium_term' }),
  strategy_list: plain,
  strategy_show: plain,
  strategy_change: sending({ title: 'Tutti insieme' }),
  strategy_remove: removing,

  pillar_create: sending({ title: { it: 'Governance' } }),
  pillar_list: plain,
  pillar_show: plain,
  pillar_change: sending({ title: { it: 'Buona governance' } }),
  pillar_remove: removing,

  result_create: ({ agenda }) => ({
    body: { pillarId: agenda.ids['pillarId'], text: { it: 'Partecipazione' } },
  }),
  result_list: plain,
  result_show: plain,
  result_change: sending({ text: { it: 'Più dialogo' } }),
  result_remove: removing,

  swot_entry_create: ({ ids }) => ({ body: { kind: 'threat', ...FOUND, reportedByActorId: ids['actorId'] } }),
  swot_entry_list: plain,
  swot_entry_show: plain,
  swot_entry_change: sending(CHANGED),
  swot_entry_remove: removing,

  territory_entry_create: ({ ids }) => ({
    body: { kind: 'need', place: PLACE, source: 'Tavolo', ...FOUND, reportedByActorId: ids['actorId'] },
  }),
  territory_entry_list: plain,
  territory_entry_show: plain,
  territory_entry_change: sending(CHANGED),
  territory_entry_remove: removing,

  stakeholder_create: sending({ name: 'Parrocchie', ...STANCE }),
  stakeholder_list: plain,
  stakeholder_show: plain,
  stakeholder_change: sending({ name: 'Imprese locali' }),
  stakeholder_remove: removing,
  stakeholder_stance_note: sending(STANCE),
  stakeholder_stance_list: plain,
  stakeholder_alignment_note: ({ agenda }) => ({
    body: { objectiveId: agenda.ids['objectiveId'], level: 1 },
  }),
  stakeholder_alignment_list: plain,

  agenda_finding_list: plain,
};
