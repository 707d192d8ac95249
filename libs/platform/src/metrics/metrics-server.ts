import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../settings/settings.js';
import { Metrics } from './metrics.js';

const PATIENCE_MS = 5_000;

/** `/metrics` on a port of its own, which only those who watch can reach; the api's port knows nothing of it. */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: Server | undefined;

  constructor(
    private readonly metrics: Metrics,
    private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.metrics.areWanted) return;
    this.server = createServer({ requestTimeout: PATIENCE_MS }, ({ method, url }, response) => {
      if (method !== 'GET' || url !== '/metrics') return void response.writeHead(404).end();
      this.answer(response).catch(() => response.writeHead(500).end());
    });
    this.server.listen(this.settings.metricsPort, this.settings.metricsHost);
    await once(this.server, 'listening');
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer(response: ServerResponse): Promise<void> {
    const { type, text } = await this.metrics.page();
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text);
  }
}
