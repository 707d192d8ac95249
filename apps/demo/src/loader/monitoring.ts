import { setTimeout as wait } from 'node:timers/promises';
import type { Client, Identified } from './client.js';
import type { LoadedPact } from './load-pacts.js';

interface RunAnswer extends Identified {
  readonly status: 'queued' | 'running' | 'succeeded' | 'failed';
}

export interface Figure {
  readonly indicator: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly n?: number;
  readonly suppression: 'none' | 'primary' | 'complementary';
}

const PATIENCE_MS = 300_000;
const PAUSE_MS = 150;

/** Asks for a run and waits for its end. */
export async function monitor(pact: LoadedPact): Promise<void> {
  const path = `/v1/pacts/${pact.id}/monitoring-runs`;
  let run = await pact.coordinator.post<RunAnswer>(path, {});
  for (const until = Date.now() + PATIENCE_MS; run.status !== 'succeeded';) {
    if (run.status === 'failed') throw new Error(`The monitoring run ${run.id} failed`);
    if (Date.now() > until) throw new Error(`The monitoring run ${run.id} takes more than five minutes`);
    await wait(PAUSE_MS);
    run = await pact.coordinator.get<RunAnswer>(`${path}/${run.id}`);
  }
}

const INDICATORS = [
  'pathways_started',
  'pathways_active',
  'placement_rate_180',
  'job_retention_90',
  'job_retention_180',
  'job_retention_365',
  'fulfilment_rate',
  'systems_represented',
];

/** The figures since the start that the table shows, read as a dashboard would. */
export async function readFigures(dashboard: Client, pactId: string): Promise<Figure[]> {
  const path = `/v1/pacts/${pactId}/figures?period=since-start&indicator=`;
  const totals = await dashboard.list<Figure>(path + INDICATORS.join(','));
  const resources = await dashboard.list<Figure>(
    `${path}resources_committed,resources_delivered&by=resourceKind`,
  );
  return [...totals, ...resources];
}
