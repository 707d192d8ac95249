import type { LinePlan, MeasurePlan } from '../generator/plan.js';
import { CALL, PILLARS, PROGRAMMES, RESULTS } from '../generator/plan-texts.js';
import type { Client, Identified } from './client.js';
import { objectivesByProblem } from './load-agenda.js';
import type { LoadedPact } from './load-pacts.js';
import { addMissing } from './missing.js';

interface Coded extends Identified {
  readonly code: string;
}
interface Measure extends Coded {
  readonly state: string;
}
interface Voucher extends Identified {
  readonly issuedOn: string;
  readonly state: string;
}

export interface PlanCounts {
  measures: number;
  lines: number;
  payments: number;
  vouchers: number;
}

export interface Sources {
  /** By code. */
  readonly programmes: ReadonlyMap<string, string>;
  readonly callId: string;
}

const WAY = ['proposed', 'approved', 'running', 'completed'];
/** What is set aside for a territory, in cents. */
const ALLOCATION = 50_000_000;

/** Programmes are of no pact; the call sets an amount aside for each territory. */
export async function loadSources(admin: Client, seats: readonly string[]): Promise<Sources> {
  const programmes = await addMissing(admin, '/v1/funding-programmes', 'code', PROGRAMMES);
  const { programme, ...call } = CALL;
  const allocations = seats.map((territory) => ({ territory, amountCents: ALLOCATION }));
  const wish = { ...call, programmeId: programmes.ids.get(programme), allocations };
  const calls = await addMissing(admin, '/v1/calls', 'code', [wish]);
  return { programmes: programmes.ids, callId: calls.ids.get(call.code) ?? '' };
}

/** Measures with their departments, what pays for them, what was paid; answers the ids of measures by code. */
export async function loadPlan(
  pact: LoadedPact,
  actorIds: ReadonlyMap<string, string>,
  sources: Sources,
  counts: PlanCounts,
  tick: () => void,
): Promise<ReadonlyMap<string, string>> {
  const office = new Office(pact, sources, counts, await theDecision(pact));
  await office.applyTemplate();
  const unitIds = await office.units(actorIds);
  const measureIds = await office.measures(unitIds);
  const states = new Map((await office.listed<Measure>('measures')).map(({ id, state }) => [id, state]));
  for (const measure of pact.plan.plan.measures) {
    const id = measureIds.get(measure.code) ?? '';
    await office.carryOut(id, measure, states.get(id) ?? '');
    tick();
  }
  return measureIds;
}

/** The first that the pact has taken: it stands behind the plan. */
async function theDecision({ id, coordinator }: LoadedPact): Promise<string | undefined> {
  const decisions = await coordinator.list<Identified & { decidedOn: string }>(`/v1/pacts/${id}/decisions`);
  return decisions.toSorted((a, b) => a.decidedOn.localeCompare(b.decidedOn))[0]?.id;
}

class Office {
  private readonly path: string;

  constructor(
    private readonly pact: LoadedPact,
    private readonly sources: Sources,
    private readonly counts: PlanCounts,
    private readonly decisionId: string | undefined,
  ) {
    this.path = `/v1/pacts/${pact.id}`;
  }

  listed<T>(kind: string): Promise<T[]> {
    return this.pact.coordinator.list<T>(`${this.path}/${kind}`);
  }

  async applyTemplate(): Promise<void> {
    const { template } = this.pact.plan.plan;
    if (!template) return;
    const past = await this.listed<{ template: string }>('template-applications');
    if (past.some((each) => each.template === template)) return;
    await this.pact.coordinator.post(`${this.path}/template-applications`, { template });
  }

  /** By the key of the actor. */
  async units(actorIds: ReadonlyMap<string, string>): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const [actorKey, name] of this.pact.plan.plan.units) {
      const path = `/v1/actors/${actorIds.get(actorKey)}/units`;
      const units = await addMissing(this.pact.coordinator, path, 'name', [{ name }]);
      ids.set(actorKey, units.ids.get(name) ?? '');
    }
    return ids;
  }

  /** By their code, with the pillars and results they stand under. */
  async measures(unitIds: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
    const objectives = await objectivesByProblem(this.pact);
    const pillars = await this.coded('pillars', PILLARS);
    const results = await this.coded(
      'results',
      RESULTS.map(({ pillar, problem, ...result }) => ({
        ...result,
        pillarId: pillars.ids.get(pillar),
        objectiveId: objectives.get(problem),
      })),
    );
    const resultOf = new Map(RESULTS.map(({ code, pillar }) => [pillar as string, results.ids.get(code)]));
    const place = this.pact.plan.territory.code;
    const measures = await this.coded(
      'measures',
      this.pact.plan.plan.measures.map(({ code, title, pillar, settled, terms, ...rest }) => ({
        code,
        title,
        ...terms,
        instrument: rest.instrument,
        targetGroups: rest.targetGroups,
        indicators: rest.indicators,
        objectiveIds: rest.answers.flatMap((problem) => objectives.get(problem) ?? []),
        pillarId: pillars.ids.get(pillar),
        expectedResultId: resultOf.get(pillar),
        ...(settled && { responsibleUnitId: unitIds.get(`${place}/${settled.desk}`) }),
      })),
    );
    this.counts.measures += measures.created;
    return measures.ids;
  }

  async carryOut(id: string, measure: MeasurePlan, state: string): Promise<void> {
    if (!measure.settled) return;
    const isOver = measure.settled.state === 'completed';
    await this.advance(id, state, isOver ? 'running' : measure.settled.state);
    await this.fund(id, measure.lines);
    if (state !== 'completed') await this.tell(id, measure.progress);
    await this.issue(id, measure);
    if (isOver) await this.advance(id, state === 'completed' ? state : 'running', 'completed');
  }

  private async fund(measureId: string, lines: readonly LinePlan[]): Promise<void> {
    const { programmes, callId } = this.sources;
    const wishes = lines.map(({ programme, amountCents, startsOn }) => {
      const programmeId = programmes.get(programme) ?? '';
      const call = programme === CALL.programme && { callId };
      return { measureId, programmeId, amountCents, startsOn, ...call };
    });
    const { ids, created } = await addMissing(
      this.pact.coordinator,
      `${this.path}/funding-lines?measureId=${measureId}`,
      'programmeId',
      wishes,
    );
    this.counts.lines += created;
    for (const line of lines) await this.pay(ids.get(programmes.get(line.programme) ?? '') ?? '', line);
  }

  private async pay(fundingLineId: string, { payments }: LinePlan): Promise<void> {
    const { created } = await addMissing(
      this.pact.coordinator,
      `${this.path}/expenditures?fundingLineId=${fundingLineId}`,
      'note',
      payments.map((payment) => ({
        ...payment,
        fundingLineId,
        ...(payment.kind === 'overrun' && { decisionId: this.decisionId }),
      })),
    );
    this.counts.payments += created;
  }

  private async tell(measureId: string, progress: MeasurePlan['progress']): Promise<void> {
    const path = `${this.path}/measures/${measureId}/progress`;
    await addMissing(this.pact.coordinator, path, 'onDay', progress);
  }

  private async issue(measureId: string, { issued }: MeasurePlan): Promise<void> {
    if (issued.length === 0) return;
    const there = await this.listed<Voucher>(`vouchers?measureId=${measureId}`);
    const known = new Map(there.map((voucher) => [voucher.issuedOn, voucher]));
    for (const { use, ...body } of issued) {
      const voucher = known.get(body.issuedOn) ?? (await this.issueOne({ measureId, ...body }));
      if (!use || voucher.state === 'used') continue;
      await this.pact.coordinator.post(`${this.path}/vouchers/${voucher.id}/use`, use);
    }
  }

  private issueOne(body: object): Promise<Voucher> {
    this.counts.vouchers += 1;
    return this.pact.coordinator.post(`${this.path}/vouchers`, body);
  }

  private async advance(measureId: string, from: string, goal: string): Promise<void> {
    for (const to of WAY.slice(WAY.indexOf(from) + 1, WAY.indexOf(goal) + 1)) {
      const decisionId = to === 'approved' ? this.decisionId : undefined;
      await this.pact.coordinator.post(`${this.path}/measures/${measureId}/transitions`, { to, decisionId });
    }
  }

  private coded(kind: string, wishes: readonly { code: string }[]) {
    return addMissing(this.pact.coordinator, `${this.path}/${kind}`, 'code', wishes);
  }
}
