import type { StakeholderPlan } from '../generator/agenda.js';
import type { Identified } from './client.js';
import type { LoadedPact } from './load-pacts.js';
import { addMissing } from './missing.js';

interface Coded extends Identified {
  readonly code: string;
  readonly version: number;
}
interface Objective extends Coded {
  readonly problemId?: string;
}

export interface AgendaCounts {
  problems: number;
  objectives: number;
  entries: number;
  stakeholders: number;
}

/** The tree of problems, objectives derived from it and put into words, what was found, and who has a stake. */
export async function loadAgenda(
  pact: LoadedPact,
  actorIds: ReadonlyMap<string, string>,
  counts: AgendaCounts,
): Promise<void> {
  const agenda = new Agenda(pact, actorIds, counts);
  await agenda.problems();
  await agenda.objectives();
  await agenda.survey();
  const objectiveIds = await objectivesByProblem(pact);
  for (const stakeholder of pact.plan.agenda.stakeholders)
    await agenda.stakeholder(stakeholder, objectiveIds);
}

/** The ids of objectives by the code of the problem that each answers. */
export async function objectivesByProblem({ id, coordinator }: LoadedPact): Promise<Map<string, string>> {
  const problems = await coordinator.list<Coded & { objectiveId?: string }>(`/v1/pacts/${id}/problems`);
  return new Map(
    problems.flatMap(({ code, objectiveId }) => (objectiveId ? [[code, objectiveId] as const] : [])),
  );
}

class Agenda {
  private readonly path: string;

  constructor(
    private readonly pact: LoadedPact,
    private readonly actorIds: ReadonlyMap<string, string>,
    private readonly counts: AgendaCounts,
  ) {
    this.path = `/v1/pacts/${pact.id}`;
  }

  /** Comes whole: where there is one already, it is that or what somebody has made of it. */
  async problems(): Promise<void> {
    const { coordinator, plan } = this.pact;
    const there = await coordinator.get<{ problems: readonly unknown[] }>(`${this.path}/problem-tree`);
    if (there.problems.length > 0) return;
    await coordinator.put(`${this.path}/problem-tree`, plan.agenda.tree, 0);
    this.counts.problems += plan.agenda.tree.problems.length;
  }

  async objectives(): Promise<void> {
    const { coordinator, plan } = this.pact;
    const derivations = `${this.path}/objective-tree/derivations`;
    const { derived } = await coordinator.post<{ derived: number }>(derivations, {});
    this.counts.objectives += derived;
    const { ids: strategyIds } = await addMissing(
      coordinator,
      `${this.path}/strategies`,
      'code',
      plan.agenda.strategies,
    );
    const problems = await coordinator.list<Coded>(`${this.path}/problems`);
    const codes = new Map(problems.map(({ id, code }) => [id, code]));
    const unworded = await coordinator.list<Objective>(`${this.path}/objectives?wording=derived`);
    for (const { id, version, problemId = '' } of unworded) {
      const worded = plan.agenda.wordings.get(codes.get(problemId) ?? '');
      if (!worded) continue;
      const words = { title: worded.title, strategyId: strategyIds.get(worded.strategy) };
      await coordinator.patch(`${this.path}/objectives/${id}`, words, version);
    }
  }

  async survey(): Promise<void> {
    const { swot, found } = this.pact.plan.agenda;
    await this.entries('swot', swot);
    await this.entries(
      'territory-entries',
      found.map(({ reporterKey, ...entry }) => ({
        ...entry,
        reportedByActorId: this.actorIds.get(reporterKey),
      })),
    );
  }

  async stakeholder(
    { name, actorKey, stances, alignments }: StakeholderPlan,
    objectiveIds: ReadonlyMap<string, string>,
  ): Promise<void> {
    const stakeholders = `${this.path}/stakeholders`;
    const wish = { name, ...stances[0], ...(actorKey && { actorId: this.actorIds.get(actorKey) }) };
    const { ids, created } = await addMissing(this.pact.coordinator, stakeholders, 'name', [wish]);
    this.counts.stakeholders += created;
    const history = `${stakeholders}/${ids.get(name)}`;
    await addMissing(this.pact.coordinator, `${history}/stances`, 'heldOn', stances);
    const aligned = alignments.map(({ problem, ...note }) => ({
      ...note,
      objectiveId: objectiveIds.get(problem),
    }));
    await addMissing(this.pact.coordinator, `${history}/alignments`, 'heldOn', aligned);
  }

  private async entries(kind: string, wishes: readonly { text: string }[]): Promise<void> {
    const path = `${this.path}/${kind}`;
    const { created } = await addMissing(this.pact.coordinator, path, 'text', wishes);
    this.counts.entries += created;
  }
}
