import type { CommitmentPlan, CommitmentState } from '../generator/commitments.js';
import type { DeliveryPlan } from '../generator/deliveries.js';
import type { Client, Identified } from './client.js';
import type { LoadedPact } from './load-pacts.js';

interface CommitmentAnswer extends Identified {
  readonly title: string;
  readonly state: CommitmentState;
}

export interface CommitmentCounts {
  commitments: number;
  deliveries: number;
  verdicts: number;
}

/** Speaks for an actor with that actor's own key. */
export type VoiceOf = (actorKey: string) => Client;

/** How far a commitment has come by what people say; the rest follows from its deliveries and the calendar. */
const STEP: Readonly<Record<CommitmentState, number>> = {
  draft: 0,
  proposed: 1,
  agreed: 2,
  active: 3,
  fulfilled: 3,
  partly_fulfilled: 3,
  breached: 3,
  renegotiating: 4,
  released: 4,
};

const REASONS: Partial<Record<CommitmentState, string>> = {
  released: 'Il bisogno è venuto meno; le parti si liberano di comune accordo',
  renegotiating: 'Le quantità vanno riviste dopo il primo semestre',
};

export interface CommitmentLoad {
  readonly voiceOf: VoiceOf;
  /** By code. */
  readonly measureIdOf: (code: string) => string | undefined;
  readonly counts: CommitmentCounts;
  readonly tick: () => void;
}

/** One after the other, as they were made: a condition can only name what is already there. */
export async function loadCommitments(
  pact: LoadedPact,
  { voiceOf, measureIdOf, counts, tick }: CommitmentLoad,
): Promise<void> {
  const path = `/v1/pacts/${pact.id}/commitments`;
  const there = new Map(
    (await pact.coordinator.list<CommitmentAnswer>(path)).map((each) => [each.title, each]),
  );
  const ids = new Map<string, string>();
  for (const plan of pact.plan.commitments) {
    const walk = new Walk(pact, plan, { voiceOf, measureIdOf, counts });
    ids.set(plan.key, await walk.from(there.get(plan.title), ids));
    tick();
  }
}

/** Leads one commitment from wherever it stands to where it should be, each step said by who may say it. */
class Walk {
  constructor(
    private readonly pact: LoadedPact,
    private readonly plan: CommitmentPlan,
    private readonly load: Omit<CommitmentLoad, 'tick'>,
  ) {}

  async from(there: CommitmentAnswer | undefined, ids: ReadonlyMap<string, string>): Promise<string> {
    const { id, state } = there ?? (await this.create(ids));
    const path = `/v1/pacts/${this.pact.id}/commitments/${id}`;
    for (const step of this.steps(path).slice(STEP[state], STEP[this.plan.target])) await step();
    const running = STEP[state] <= 3 && STEP[this.plan.target] === 3;
    if (running) await this.deliver(path);
    return id;
  }

  /** What leads from each step to the next. */
  private steps(path: string): (() => Promise<void>)[] {
    const { target } = this.plan;
    return [
      () => this.move([this.promisor], path, 'proposed'),
      () => this.move(this.counterparts, path, 'agreed'),
      () => this.move([this.promisor], path, 'active'),
      async () => {
        await this.deliver(path);
        const parties = target === 'released' ? this.counterparts : [this.promisor];
        await this.move(parties, path, target, REASONS[target]);
      },
    ];
  }

  private get promisor(): Client {
    return this.load.voiceOf(this.plan.promisorKey);
  }

  /** Whoever receives; for the pact as a whole its coordinator speaks. */
  private get counterparts(): Client[] {
    const keys = this.plan.beneficiaryKeys;
    return keys.length > 0 ? keys.map((key) => this.load.voiceOf(key)) : [this.pact.coordinator];
  }

  private async create(ids: ReadonlyMap<string, string>): Promise<CommitmentAnswer> {
    const { title, kind, quantity, unit, competence, measure } = this.plan;
    const { startsOn, endsOn, milestones, conditionalOnKey } = this.plan;
    this.load.counts.commitments++;
    return this.promisor.post(`/v1/pacts/${this.pact.id}/commitments`, {
      promisorMemberId: this.pact.memberIds.get(this.plan.promisorKey),
      beneficiaryMemberIds: this.plan.beneficiaryKeys.map((key) => this.pact.memberIds.get(key)),
      title,
      resource: { kind, quantity, unit, ...(competence ? { competence } : {}) },
      startsOn,
      endsOn,
      milestones,
      measureId: this.load.measureIdOf(measure),
      ...(conditionalOnKey ? { conditionalOnCommitmentId: ids.get(conditionalOnKey) } : {}),
    });
  }

  private async move(who: Client[], path: string, to: CommitmentState, reason?: string): Promise<void> {
    for (const each of who) await each.post(`${path}/transitions`, { to, ...(reason ? { reason } : {}) });
  }

  /** What was already recorded is not recorded again. */
  private async deliver(path: string): Promise<void> {
    if (this.plan.deliveries.length === 0) return;
    const recorded = await this.pact.coordinator.list<Identified>(`${path}/deliveries`);
    for (const [index, plan] of this.plan.deliveries.entries()) {
      if (index < recorded.length) continue;
      const { deliveredOn, quantity, note, evidence } = plan;
      const body = {
        deliveredOn,
        quantity,
        ...(note ? { note } : {}),
        ...(evidence ? { evidence: [evidence] } : {}),
      };
      const { id } = await this.promisor.post<Identified>(`${path}/deliveries`, body, `delivery ${index}`);
      this.load.counts.deliveries++;
      await this.judge(id, plan);
    }
  }

  private async judge(deliveryId: string, { verdict, verdictNote }: DeliveryPlan): Promise<void> {
    if (!verdict) return;
    const body = { verdict, ...(verdictNote ? { note: verdictNote } : {}) };
    await this.counterparts[0]!.put(`/v1/pacts/${this.pact.id}/deliveries/${deliveryId}/confirmation`, body);
    this.load.counts.verdicts++;
  }
}
