import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database/database.js';
import { bounded } from '../queue/bounded.js';
import { Settings } from '../settings/settings.js';
import { allBacklogs } from './backlog.js';

const BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const PATIENCE_MS = 2_000;
/** What no route answered, and what was refused before one was chosen. */
const NO_ROUTE = 'none';

/**
 * What an operator watches. Labels come from closed lists: patterns of routes, never an address, an id or a name, so
 * neither people nor pacts can be told from it and it does not grow with them.
 */
@Injectable()
export class Metrics {
  readonly areWanted: boolean;
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;
  private readonly waiting: Gauge<'kind'>;
  private readonly answers: Gauge;
  private readonly connections: Gauge<'state'>;
  private readonly statements: Gauge;

  constructor(
    private readonly database: Database,
    settings: Settings,
  ) {
    this.areWanted = settings.metricsPort > 0;
    const registers = [this.registry];
    if (this.areWanted) collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'patti_request_seconds',
      help: 'Requests that were answered, and how long that took.',
      labelNames: ['method', 'route', 'status'],
      buckets: BUCKETS_S,
      registers,
    });
    this.waiting = new Gauge({
      name: 'patti_oldest_pending_seconds',
      help: 'How long the oldest piece of work of a kind has been waiting; 0 when none does.',
      labelNames: ['kind'],
      registers,
    });
    this.answers = new Gauge({
      name: 'patti_database_up',
      help: 'Whether the database answered when it was asked for this page.',
      registers,
    });
    this.connections = new Gauge({
      name: 'patti_database_connections',
      help: 'Connections of the pool: busy, idle, and the most that there may be.',
      labelNames: ['state'],
      registers,
    });
    this.statements = new Gauge({
      name: 'patti_database_waiting',
      help: 'Statements that wait for a connection.',
      registers,
    });
  }

  /** Counts a request once it is over. */
  watch(request: Request, response: Response): void {
    if (!this.areWanted) return;
    const stop = this.requests.startTimer();
    response.once('close', () =>
      stop({ method: request.method, route: routeOf(request), status: response.statusCode }),
    );
  }

  async page(): Promise<{ readonly type: string; readonly text: string }> {
    this.tellPool();
    await this.askForBacklogs();
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }

  /** A database that is away must not take the page with it: that is when it is looked at. */
  private async askForBacklogs(): Promise<void> {
    try {
      for (const { name, oldest, isAcrossPacts } of allBacklogs()) {
        const statement = `select greatest(0, extract(epoch from now() - since))::float8 as seconds from (${oldest}) b`;
        const door = isAcrossPacts ? this.database.acrossPacts : this.database;
        const [row] = await bounded(door.query<{ seconds: number | null }>(statement), PATIENCE_MS);
        this.waiting.set({ kind: name }, row?.seconds ?? 0);
      }
      this.answers.set(1);
    } catch {
      this.waiting.reset();
      this.answers.set(0);
    }
  }

  private tellPool(): void {
    const { open, idle, most, waiting } = this.database.poolUse;
    this.connections.set({ state: 'busy' }, open - idle);
    this.connections.set({ state: 'idle' }, idle);
    this.connections.set({ state: 'most' }, most);
    this.statements.set(waiting);
  }
}

function routeOf({ route }: Request): string {
  const path = (route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : NO_ROUTE;
}
