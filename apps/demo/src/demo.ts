import { addDays, type Day } from '#kernel';
import { generateNetwork, horizonOf, networkStart, type Network } from './generator/network.js';
import { TERRITORIES } from './generator/territories.js';
import { pactTitle } from './generator/agreements.js';
import type { Client } from './loader/client.js';
import { KeyRing } from './loader/keys.js';
import { loadActors } from './loader/load-actors.js';
import { loadAgenda, type AgendaCounts } from './loader/load-agenda.js';
import { loadCommitments, type CommitmentCounts } from './loader/load-commitments.js';
import { loadGovernance, type GovernanceCounts } from './loader/load-governance.js';
import { loadPlan, loadSources, type PlanCounts } from './loader/load-plan.js';
import { loadPacts, type LoadedPact, type PactAnswer } from './loader/load-pacts.js';
import { monitor, readFigures } from './loader/monitoring.js';
import { inParallel } from './loader/pool.js';
import type { Progress } from './loader/progress.js';
import { countRecords, pushOutcomes, type OutcomeCounts } from './loader/push-outcomes.js';
import type { TableRow } from './loader/table.js';
import { memberVoices, partnerVoices } from './loader/voices.js';

export interface DemoOptions {
  readonly seed: number;
  readonly scale: number;
  /** The calendar day on which the demo is loaded. */
  readonly today: Day;
}

export interface Loaded {
  readonly rows: readonly TableRow[];
  readonly dashboardKey: string;
  readonly pactIds: readonly string[];
  /** How much of it was not there before. */
  readonly added: number;
}

/** Loads the network through the API, runs the monitoring and reads the figures. A second time adds nothing. */
export async function runDemo(admin: Client, options: DemoOptions, progress: Progress): Promise<Loaded> {
  const horizon = await settleHorizon(admin, options.today);
  const network = generateNetwork({ seed: options.seed, scale: options.scale, horizon });
  const ring = new KeyRing(admin);
  try {
    return await new Demo(admin, network, ring, progress).run();
  } finally {
    await ring.revokeWorking();
  }
}

/** The end of the month before; or, where the demo has been loaded before, the horizon it had then. */
async function settleHorizon(admin: Client, today: Day): Promise<Day> {
  const title = pactTitle(TERRITORIES.find((territory) => territory.startMonth === 0)!);
  const pacts = await admin.list<PactAnswer>('/v1/pacts');
  const there = pacts.find((pact) => pact.title === title);
  const start = there?.startsOn ?? networkStart(addDays(`${today.slice(0, 8)}01`, -1));
  return horizonOf(start);
}

class Demo {
  private added = 0;

  constructor(
    private readonly admin: Client,
    private readonly network: Network,
    private readonly ring: KeyRing,
    private readonly progress: Progress,
  ) {}

  async run(): Promise<Loaded> {
    const actorIds = await this.actors();
    const pacts = await this.pacts(actorIds);
    await this.governance(pacts, actorIds);
    await this.agenda(pacts, actorIds);
    const measures = await this.plans(pacts, actorIds);
    await this.commitments(pacts, actorIds, measures);
    await this.outcomes(pacts, actorIds);
    await this.monitoring(pacts);
    const pactIds = pacts.map((pact) => pact.id);
    const dashboardKey = await this.ring.lasting({
      kind: 'dashboard',
      name: 'Demo: cruscotto',
      pacts: pactIds,
    });
    const dashboard = this.admin.as(dashboardKey);
    const rows: TableRow[] = [];
    await inParallel(pacts, 4, async ({ id, plan }, index) => {
      rows[index] = { name: plan.territory.name, figures: await readFigures(dashboard, id) };
    });
    return { rows, dashboardKey, pactIds, added: this.added };
  }

  private async actors(): Promise<Map<string, string>> {
    let ids = new Map<string, string>();
    await this.progress.stage('Actors', this.network.actors.length, async (tick) => {
      const loaded = await loadActors(this.admin, this.network.actors, tick);
      ids = loaded.ids;
      return this.said(ids.size, loaded.created, 'organisations and communities of four systems');
    });
    return ids;
  }

  private async pacts(actorIds: ReadonlyMap<string, string>): Promise<LoadedPact[]> {
    let pacts: LoadedPact[] = [];
    await this.progress.stage('Pacts', this.network.pacts.length, async (tick) => {
      const loaded = await loadPacts(this.admin, this.ring, this.network.pacts, actorIds, tick);
      pacts = loaded.pacts;
      const members = pacts.reduce((sum, pact) => sum + pact.memberIds.size, 0);
      return this.said(
        pacts.length,
        loaded.created,
        `published, joined by ${members} members, signed and active`,
      );
    });
    return pacts;
  }

  private async commitments(
    pacts: readonly LoadedPact[],
    actorIds: ReadonlyMap<string, string>,
    measures: ReadonlyMap<string, ReadonlyMap<string, string>>,
  ): Promise<void> {
    const total = pacts.reduce((sum, pact) => sum + pact.plan.commitments.length, 0);
    const counts: CommitmentCounts = { commitments: 0, deliveries: 0, verdicts: 0 };
    await this.progress.stage('Commitments', total, async (tick) => {
      const voices = await memberVoices(this.ring, pacts, actorIds);
      const voiceOf = (key: string) => voices.get(key)!;
      await inParallel(pacts, 8, (pact) => {
        const measureIdOf = (code: string) => measures.get(pact.id)?.get(code);
        return loadCommitments(pact, { voiceOf, measureIdOf, counts, tick });
      });
      this.added += counts.deliveries + counts.verdicts;
      return `${this.said(total, counts.commitments, 'mutual')}, ${counts.deliveries} deliveries, ${counts.verdicts} verdicts`;
    });
  }

  private async governance(
    pacts: readonly LoadedPact[],
    actorIds: ReadonlyMap<string, string>,
  ): Promise<void> {
    const total = pacts.reduce((sum, { plan }) => sum + plan.governance.meetings.length, 0);
    const counts: GovernanceCounts = { meetings: 0, decisions: 0, consultations: 0 };
    await this.progress.stage('Meetings', total, async (tick) => {
      await inParallel(pacts, 8, (pact) => loadGovernance(pact, actorIds, counts, tick));
      this.added += counts.decisions + counts.consultations;
      return `${this.said(total, counts.meetings, 'of steering committees')}, ${counts.decisions} decisions, ${counts.consultations} consultations`;
    });
  }

  private async agenda(pacts: readonly LoadedPact[], actorIds: ReadonlyMap<string, string>): Promise<void> {
    const total = pacts.reduce((sum, { plan }) => sum + plan.agenda.tree.problems.length, 0);
    const counts: AgendaCounts = { problems: 0, objectives: 0, entries: 0, stakeholders: 0 };
    await this.progress.stage('Agendas', pacts.length, async (tick) => {
      await inParallel(pacts, 8, async (pact) => {
        await loadAgenda(pact, actorIds, counts);
        tick();
      });
      this.added += counts.objectives + counts.entries + counts.stakeholders;
      return `${this.said(total, counts.problems, 'problems')}, ${counts.objectives} objectives, ${counts.entries} findings, ${counts.stakeholders} stakeholders`;
    });
  }

  /** Answers the ids of measures by code, of each pact by its id. */
  private async plans(
    pacts: readonly LoadedPact[],
    actorIds: ReadonlyMap<string, string>,
  ): Promise<Map<string, ReadonlyMap<string, string>>> {
    const total = pacts.reduce((sum, { plan }) => sum + plan.plan.measures.length, 0);
    const counts: PlanCounts = { measures: 0, lines: 0, payments: 0, vouchers: 0 };
    const measures = new Map<string, ReadonlyMap<string, string>>();
    await this.progress.stage('Measures', total, async (tick) => {
      const seats = pacts.flatMap(({ plan }) => plan.territory.municipalities[0] ?? []);
      const sources = await loadSources(this.admin, seats);
      await inParallel(pacts, 8, async (pact) => {
        measures.set(pact.id, await loadPlan(pact, actorIds, sources, counts, tick));
      });
      this.added += counts.lines + counts.payments + counts.vouchers;
      return `${this.said(total, counts.measures, 'planned')}, ${counts.lines} funding lines, ${counts.payments} payments, ${counts.vouchers} vouchers`;
    });
    return measures;
  }

  private async outcomes(pacts: readonly LoadedPact[], actorIds: ReadonlyMap<string, string>): Promise<void> {
    const counts: OutcomeCounts = { received: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
    await this.progress.stage('Outcome records', countRecords(this.network), async (tick) => {
      const partners = await partnerVoices(this.ring, pacts);
      const partnerOf = (source: string) => partners.get(source)!;
      const push = { network: this.network, actorIds, partnerOf, counts, tick };
      await inParallel(pacts, 4, (pact) => pushOutcomes(push, pact));
      this.added += counts.created + counts.updated;
      const { received, created, updated, unchanged } = counts;
      const [all, fresh, changed, same] = [received, created, updated, unchanged].map((each) =>
        each.toLocaleString('en'),
      );
      return `${all} pushed by ${partners.size} partner systems: ${fresh} created, ${changed} updated, ${same} unchanged`;
    });
  }

  private async monitoring(pacts: readonly LoadedPact[]): Promise<void> {
    await this.progress.stage('Monitoring', pacts.length, async (tick) => {
      await inParallel(pacts, 4, async (pact) => {
        await monitor(pact);
        tick();
      });
      return `${pacts.length} runs`;
    });
  }

  private said(total: number, created: number, what: string): string {
    this.added += created;
    return created === 0 ? `${total} ${what}, all there already` : `${total} ${what}, ${created} of them new`;
  }
}
