import type { BodyPlan, ConsultationPlan, MeetingPlan } from '../generator/governance.js';
import type { Identified } from './client.js';
import type { LoadedPact } from './load-pacts.js';

interface Stood extends Identified {
  readonly state: string;
  readonly version: number;
}
interface Titled extends Stood {
  readonly title: string;
  readonly decisionId?: string;
}
interface Named extends Identified {
  readonly name: string;
}

export interface GovernanceCounts {
  meetings: number;
  decisions: number;
  consultations: number;
}

/** Bodies, their meetings and what they decided, consultations: from wherever they stand to their end. */
export async function loadGovernance(
  pact: LoadedPact,
  actorIds: ReadonlyMap<string, string>,
  counts: GovernanceCounts,
  tick: () => void,
): Promise<void> {
  const secretariat = new Secretariat(pact, actorIds, counts);
  const bodyId = await secretariat.bodies();
  for (const meeting of pact.plan.governance.meetings) {
    await secretariat.meeting(bodyId, meeting);
    tick();
  }
  for (const consultation of pact.plan.governance.consultations) await secretariat.consultation(consultation);
}

class Secretariat {
  private readonly path: string;

  constructor(
    private readonly pact: LoadedPact,
    private readonly actorIds: ReadonlyMap<string, string>,
    private readonly counts: GovernanceCounts,
  ) {
    this.path = `/v1/pacts/${pact.id}`;
  }

  /** Gives the id of the first. */
  async bodies(): Promise<string> {
    const { coordinator, plan } = this.pact;
    const there = await coordinator.list<Named>(`${this.path}/bodies`);
    const ids = new Map(there.map(({ name, id }) => [name, id]));
    for (const body of plan.governance.bodies) {
      if (!ids.has(body.name)) ids.set(body.name, await this.open(body, ids));
    }
    return ids.get(plan.governance.bodies[0].name) ?? '';
  }

  async meeting(bodyId: string, plan: MeetingPlan): Promise<void> {
    const { coordinator } = this.pact;
    const { title, kind, heldOn } = plan;
    const meetings = await coordinator.list<Titled>(`${this.path}/meetings?from=${heldOn}`);
    const there = meetings.find((each) => each.title === title);
    if (there?.state === 'minuted') return;
    const agenda = [{ title: plan.proposal.title, purpose: 'decision' }];
    const { id, state } =
      there ??
      (await coordinator.post<Stood>(`${this.path}/meetings`, { bodyId, kind, title, heldOn, agenda }));
    await this.advance(`meetings/${id}`, state, ['planned', 'convened', 'held']);
    for (const { actorKey, status } of plan.attendance) {
      await coordinator.put(`${this.path}/meetings/${id}/attendance/${this.actorIds.get(actorKey)}`, {
        status,
      });
    }
    await this.decide({ bodyId, meetingId: id }, plan);
    const { version } = await coordinator.get<Stood>(`${this.path}/meetings/${id}`);
    await coordinator.patch(`${this.path}/meetings/${id}`, { minutes: plan.minutes }, version);
    await this.advance(`meetings/${id}`, 'held', ['held', 'minuted']);
    this.counts.meetings += 1;
  }

  async consultation(plan: ConsultationPlan): Promise<void> {
    const { coordinator } = this.pact;
    const { title, question, startsOn, endsOn, contributions, synthesis } = plan;
    const there = await coordinator.list<Titled>(`${this.path}/consultations`);
    const known = there.find((each) => each.title === title);
    if (known?.state === 'closed') return;
    const wish = { kind: 'workshop', title, question, startsOn, endsOn };
    const { id, state } = known ?? (await coordinator.post<Stood>(`${this.path}/consultations`, wish));
    await this.advance(`consultations/${id}`, state, ['planned', 'open']);
    for (const said of contributions) {
      const wished = { ...said, receivedOn: endsOn };
      await coordinator.post(`${this.path}/consultations/${id}/contributions`, wished, 'contribution');
    }
    const { version } = await coordinator.get<Stood>(`${this.path}/consultations/${id}`);
    await coordinator.patch(`${this.path}/consultations/${id}`, { synthesis }, version);
    await this.advance(`consultations/${id}`, 'open', ['open', 'closed']);
    this.counts.consultations += 1;
  }

  private async open(
    { kind, name, parent, seats }: BodyPlan,
    ids: ReadonlyMap<string, string>,
  ): Promise<string> {
    const { coordinator, plan } = this.pact;
    const startsOn = plan.startsOn;
    const { id } = await coordinator.post<Identified>(`${this.path}/bodies`, {
      kind,
      level: 'provincial',
      name,
      openedOn: startsOn,
      ...(parent && { parentBodyId: ids.get(parent) }),
    });
    for (const { actorKey, role, voting } of seats) {
      const seat = { actorId: this.actorIds.get(actorKey), role, voting, startsOn };
      await coordinator.post(`${this.path}/bodies/${id}/members`, seat);
    }
    await coordinator.post(`${this.path}/mandates`, {
      bodyId: id,
      purpose: 'Guidare il patto e rispondere dei suoi risultati.',
      powers: ['Approvare il piano', 'Proporre modifiche del patto', 'Sciogliere impegni'],
      startsOn,
      endsOn: plan.endsOn,
      quorum: 'half',
      majority: 'simple',
      ties: 'chair',
      delegationsPerDelegate: 1,
    });
    return id;
  }

  private async decide(place: { bodyId: string; meetingId: string }, plan: MeetingPlan): Promise<void> {
    const { coordinator } = this.pact;
    const { title, text, submittedOn, votes } = plan.proposal;
    const [there] = await coordinator.list<Titled>(`${this.path}/proposals?meetingId=${place.meetingId}`);
    const wish = { ...place, kind: 'general', title, text, submittedOn };
    const { id, state } = there ?? (await coordinator.post<Stood>(`${this.path}/proposals`, wish));
    if (state === 'closed') return;
    await this.advance(`proposals/${id}`, state, ['draft', 'open']);
    for (const { actorKey, choice } of votes) {
      const ballot = { proposalId: id, actorId: this.actorIds.get(actorKey), choice };
      await coordinator.post(`${this.path}/votes`, ballot, 'vote');
    }
    await this.advance(`proposals/${id}`, 'open', ['open', 'closed']);
    const { decisionId } = await coordinator.get<Titled>(`${this.path}/proposals/${id}`);
    if (decisionId === undefined) return;
    this.counts.decisions += 1;
    if (plan.implementedOn === undefined) return;
    const end = { to: 'implemented', endedOn: plan.implementedOn };
    await coordinator.post(`${this.path}/decisions/${decisionId}/transitions`, end);
  }

  /** Along these states, from where it stands. */
  private async advance(of: string, from: string, way: readonly string[]): Promise<void> {
    for (const to of way.slice(way.indexOf(from) + 1)) {
      await this.pact.coordinator.post(`${this.path}/${of}/transitions`, { to });
    }
  }
}
