import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg, { type Pool } from 'pg';
import { DataSource } from 'typeorm';
import { Log } from '../logging/log.js';
import { Settings } from '../settings/settings.js';
import type { WatchedClient } from './watched-client.js';

const LOOK_MS = 1_000;
/** A statement that takes longer is asked about. */
const PATIENCE_MS = 5_000;
const ASKED = { connectionTimeoutMillis: 2_000, query_timeout: 2_000 };

/** Server processes that wait for us to say something, and have for a while: what they said last has not arrived. */
const WAITING_FOR_US = `
  select pid from pg_stat_activity
  where pid = any($1) and state like 'idle%' and state_change < now() - interval '2 seconds'`;

/**
 * A network that has been silent leaves connections behind that look whole: who waits for an answer on one would wait
 * as long as the longest statement may take. The server, asked on another connection, tells which of its processes have
 * nothing to do although we wait for them. While nobody answers, nothing is known, and whoever waits goes on waiting.
 */
@Injectable()
export class ConnectionWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly clients = new Set<WatchedClient>();
  private timer: NodeJS.Timeout | undefined;
  private isLooking = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    const { master } = this.dataSource.driver as unknown as { master?: Pool };
    // Where the application is only described, nothing is connected.
    if (master === undefined) return;
    master.on('acquire', (client) => this.clients.add(client as unknown as WatchedClient));
    master.on('remove', (client) => this.clients.delete(client as unknown as WatchedClient));
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    if (this.isLooking) return;
    const since = new Map([...this.clients].map((client) => [client, client.waitingSince]));
    const waiting = [...since.keys()].filter(
      (client) => Date.now() - (since.get(client) ?? Infinity) > PATIENCE_MS,
    );
    if (waiting.length === 0) return;
    this.isLooking = true;
    try {
      const deaf = await this.ask(waiting.flatMap((client) => client.serverProcess ?? []));
      const lost = waiting.filter(
        (client) => client.waitingSince === since.get(client) && deaf.has(client.serverProcess),
      );
      for (const client of lost) client.cutOff();
      if (lost.length > 0) this.log.warn({ connections: lost.length }, 'answers of the database were lost');
    } catch {
      // Silent still.
    } finally {
      this.isLooking = false;
    }
  }

  private async ask(processes: readonly number[]): Promise<ReadonlySet<number | undefined>> {
    const client = new pg.Client({ connectionString: this.settings.databaseUrl, ...ASKED });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ pid: number }>(WAITING_FOR_US, [processes]);
      return new Set(rows.map(({ pid }) => pid));
    } finally {
      void client.end().catch(() => undefined);
    }
  }
}
